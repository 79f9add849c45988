import {
  type Observation,
  type ObservationKey,
  type ObservationStatus,
  measures,
} from "../model/observation.ts";
import { type ByteReader, oneOf } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";

export const observationStatuses = [
  "normal",
  "provisional",
  "estimated",
  "missing",
] as const satisfies readonly ObservationStatus[];

/** Observations as columns in row order: numbers as Float64, bitmaps for null and for text. */
export function writeObservations(
  writer: ByteWriter,
  rows: readonly Observation[],
): void {
  writer.u32(rows.length);
  writer.bitColumn(rows, (row) => row.value !== null);
  writer.bitColumn(rows, (row) => typeof row.value === "string");
  for (const row of rows)
    writer.f64(typeof row.value === "number" ? row.value : 0);
  for (const row of rows)
    if (typeof row.value === "string") writer.text(row.value);
  writer.bitColumn(rows, (row) => row.decimals !== null);
  for (const row of rows) writer.i16(row.decimals ?? 0);
  writer.textColumn(rows, (row) => row.key.indicator);
  writer.textColumn(rows, (row) => row.key.region);
  writer.textColumn(rows, (row) => row.key.period);
  writer.textColumn(rows, (row) => row.key.measure);
  writer.textColumn(rows, (row) => row.key.variant);
  writer.textColumn(rows, (row) => row.key.base);
  writer.textColumn(rows, (row) => row.missing);
  writer.textColumn(rows, (row) => row.unit);
  writer.textColumn(rows, (row) => row.status);
  writer.textColumn(rows, (row) => row.source.file);
  writer.textColumn(rows, (row) => row.source.sha);
  writer.textColumn(rows, (row) => row.source.sheet);
  writer.textColumn(rows, (row) => row.source.cell);
}

export function readObservations(reader: ByteReader): readonly Observation[] {
  const rows = reader.count(8);
  const present = reader.bitColumn(rows);
  const isText = reader.bitColumn(rows);
  const values: (number | string | null)[] = [];
  for (let row = 0; row < rows; row += 1) {
    const number = reader.f64();
    values.push(present[row] === true ? number : null);
  }
  for (let row = 0; row < rows; row += 1)
    if (isText[row] === true) values[row] = reader.text();
  const hasDecimals = reader.bitColumn(rows);
  const decimals: (number | null)[] = [];
  for (let row = 0; row < rows; row += 1) {
    const places = reader.i16();
    decimals.push(hasDecimals[row] === true ? places : null);
  }
  const indicator = reader.textColumn(rows);
  const region = reader.textColumn(rows);
  const period = reader.textColumn(rows);
  const measure = reader.textColumn(rows);
  const variant = reader.textColumn(rows);
  const base = reader.textColumn(rows);
  const missing = reader.textColumn(rows);
  const unit = reader.textColumn(rows);
  const status = reader.textColumn(rows);
  const file = reader.textColumn(rows);
  const sha = reader.textColumn(rows);
  const sheet = reader.textColumn(rows);
  const cell = reader.textColumn(rows);
  return values.map((value, row): Observation => ({
    key: {
      indicator: indicator[row] ?? "",
      region: region[row] ?? "",
      period: period[row] ?? "",
      measure: oneOf(measure[row] ?? "", measures),
      variant: variant[row] ?? "",
      base: base[row] ?? "",
    },
    value,
    missing: missing[row] ?? "",
    decimals: decimals[row] ?? null,
    unit: unit[row] ?? "",
    status: oneOf(status[row] ?? "", observationStatuses),
    source: {
      file: file[row] ?? "",
      sha: sha[row] ?? "",
      sheet: sheet[row] ?? "",
      cell: cell[row] ?? "",
    },
  }));
}

export function writeKey(writer: ByteWriter, key: ObservationKey): void {
  writer.text(key.indicator);
  writer.text(key.region);
  writer.text(key.period);
  writer.text(key.measure);
  writer.text(key.variant);
  writer.text(key.base);
}

export function readKey(reader: ByteReader): ObservationKey {
  return {
    indicator: reader.text(),
    region: reader.text(),
    period: reader.text(),
    measure: oneOf(reader.text(), measures),
    variant: reader.text(),
    base: reader.text(),
  };
}
