import type { BureauRecord, FieldValue } from "../model/observation.ts";
import { type ByteReader, DamagedEntryError } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";

/** Place in the list is the stored tag; only ever append. */
const fieldTypes = [
  "text",
  "number",
  "date",
  "state",
  "class",
  "missing",
] as const satisfies readonly FieldValue["type"][];

/** Records as columns; the fields of a record follow in the order of their names. */
export function writeRecords(
  writer: ByteWriter,
  rows: readonly BureauRecord[],
): void {
  writer.u32(rows.length);
  const fields = rows.map((row) =>
    Object.entries(row.fields).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  for (const own of fields) writer.u32(own.length);
  writer.textColumn(rows, (row) => row.kind);
  writer.textColumn(rows, (row) => row.id);
  writer.textColumn(rows, (row) => row.source.file);
  writer.textColumn(rows, (row) => row.source.sha);
  writer.textColumn(rows, (row) => row.source.sheet);
  writer.textColumn(rows, (row) => row.source.cell);
  writer.textColumn(rows, (row) => row.asOf ?? "");
  writer.textColumn(rows, (row) => row.place ?? "");
  for (const own of fields)
    for (const [name, value] of own) {
      writer.text(name);
      writeFieldValue(writer, value);
    }
}

/** Records of schema 1 have no period, those before 4 no region of their sheet. */
export function readRecords(
  reader: ByteReader,
  schema: number,
): readonly BureauRecord[] {
  const rows = reader.count(4);
  const counts: number[] = [];
  for (let row = 0; row < rows; row += 1) counts.push(reader.u32());
  const kind = reader.textColumn(rows);
  const id = reader.textColumn(rows);
  const file = reader.textColumn(rows);
  const sha = reader.textColumn(rows);
  const sheet = reader.textColumn(rows);
  const cell = reader.textColumn(rows);
  const asOf = schema < 2 ? [] : reader.textColumn(rows);
  const place = schema < 4 ? [] : reader.textColumn(rows);
  return counts.map((count, row): BureauRecord => {
    const fields: [string, FieldValue][] = [];
    for (let field = 0; field < count; field += 1)
      fields.push([reader.text(), readFieldValue(reader)]);
    return {
      kind: kind[row] ?? "",
      id: id[row] ?? "",
      fields: Object.fromEntries(fields),
      ...(asOf[row] === undefined || asOf[row] === ""
        ? {}
        : { asOf: asOf[row] }),
      ...(place[row] === undefined || place[row] === ""
        ? {}
        : { place: place[row] }),
      source: {
        file: file[row] ?? "",
        sha: sha[row] ?? "",
        sheet: sheet[row] ?? "",
        cell: cell[row] ?? "",
      },
    };
  });
}

export function writeFieldValue(writer: ByteWriter, field: FieldValue): void {
  writer.u8(fieldTypes.indexOf(field.type));
  if (field.type === "number") writer.f64(field.value);
  else if (field.type === "missing") writer.text(field.reason);
  else writer.text(field.value);
}

export function readFieldValue(reader: ByteReader): FieldValue {
  const tag = reader.u8();
  const type = fieldTypes[tag];
  if (type === undefined)
    throw new DamagedEntryError(`there is no field type ${tag}`);
  if (type === "number") return { type, value: reader.f64() };
  if (type === "missing") return { type, value: null, reason: reader.text() };
  return { type, value: reader.text() };
}
