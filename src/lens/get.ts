import { parseIsoDate } from "../model/calendar.ts";
import type { Binding, BoundTable } from "../model/binding.ts";
import type {
  BureauRecord,
  FieldValue,
  Observation,
  Source,
} from "../model/observation.ts";
import type { Sha256 } from "../model/codes.ts";
import { cellRef } from "../model/sheet.ts";

/**
 * Reads a bound table: its observations, and the records its fields make up.
 * Cells that are empty say nothing and give no observation; a placeholder gives
 * one whose value is missing, with the placeholder as the reason. Aggregates
 * and ordinals are left out. A field that several rows of a record state holds
 * their texts on a line each. Records carry the period and the region of their
 * table.
 */
export function getObservations(
  table: BoundTable,
  source: { readonly file: string; readonly sha: Sha256 },
): { readonly observations: Observation[]; readonly records: BureauRecord[] } {
  const observations: Observation[] = [];
  const records: {
    kind: string;
    id: string;
    fields: Record<string, FieldValue>;
    /** Fields that several rows state together. */
    parts: Set<string>;
    source: Source;
  }[] = [];
  /** Cells that stand for a record: a merged one stands for the first of those it is over. */
  const taken = new Set<string>();
  const unnamed = new Set<(typeof records)[number]>();
  const byRow = new Map<string, (typeof records)[number]>();
  for (const binding of table.bindings) {
    if (binding.role !== "value") continue;
    const at: Source = {
      file: source.file,
      sha: source.sha,
      sheet: binding.sheet,
      cell: cellRef(binding.row, binding.column),
    };
    const { target } = binding;
    if (target.type === "observation") {
      if (binding.value === null && binding.missing === "") continue;
      observations.push({
        key: target.key,
        value: binding.value,
        missing: binding.missing,
        decimals: binding.decimals,
        unit: binding.valueUnit ?? binding.unit,
        status: binding.status,
        source: at,
      });
      continue;
    }
    const value = fieldValue(binding, target.fieldType);
    const name = `${target.kind}|${target.record}`;
    let record = byRow.get(name);
    const isPart = binding.form.kind === "fixed" && binding.form.why === "part";
    // The same record again on a later row is a row of its own.
    if (
      record === undefined ||
      (target.field in record.fields &&
        !(isPart && record.parts.has(target.field)))
    ) {
      record = {
        kind: target.kind,
        id: target.record,
        fields: {},
        parts: new Set(),
        source: at,
      };
      byRow.set(name, record);
      records.push(record);
      unnamed.add(record);
    }
    if (unnamed.has(record) && !taken.has(at.cell)) {
      record.source = at;
      taken.add(at.cell);
      unnamed.delete(record);
    }
    if (isPart && record.parts.has(target.field)) {
      const before = record.fields[target.field];
      record.fields[target.field] = {
        type: "text",
        value: `${String(before?.value ?? "")}\n${binding.raw}`,
      };
    } else if (value !== null) record.fields[target.field] = value;
    if (isPart) record.parts.add(target.field);
  }
  return {
    observations,
    records: records.map(({ kind, id, fields, source: from }) => ({
      kind,
      id,
      fields,
      ...(table.asOf === undefined ? {} : { asOf: table.asOf }),
      ...(table.place === undefined ? {} : { place: table.place }),
      source: from,
    })),
  };
}

function fieldValue(
  binding: Binding,
  type: FieldValue["type"],
): FieldValue | null {
  const { value } = binding;
  if (value === null)
    return binding.missing === ""
      ? null
      : { type: "missing", value: null, reason: binding.missing };
  if (typeof value === "number")
    return type === "number"
      ? { type: "number", value }
      : { type: "text", value: binding.raw };
  if (type === "date")
    return parseIsoDate(value) !== null
      ? { type: "date", value }
      : { type: "text", value };
  if (type === "state")
    return binding.reasons.some((reason) => reason.startsWith("state="))
      ? { type, value }
      : { type: "text", value };
  if (type === "class") return { type, value };
  return { type: "text", value };
}
