import fc from "fast-check";
import { isoDate, parseIsoDate } from "../../src/model/calendar.ts";
import type { BureauRecord, FieldValue } from "../../src/model/observation.ts";

/** Counties of 太原 (小店, 杏花岭) and 大同 (平城), 太原 itself, and a place nobody knows. */
export const places = ["140105", "140107", "140213", "140100", null] as const;

export const day = (text: string): number => {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(`no day: ${text}`);
  return found;
};

const states = [
  "完成整改",
  "完成交账销号",
  "达到序时进度",
  "尚未启动",
  "反弹",
  "说不清",
  "",
] as const;

/** One row of a ledger of a day. */
export interface Row {
  readonly id: string;
  readonly state: (typeof states)[number];
  readonly deadline: string;
  readonly closed: string;
  readonly place: string | null;
}

export const anyRow: fc.Arbitrary<Row> = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map(String),
  state: fc.constantFrom(...states),
  deadline: fc.constantFrom("", "2021-03-31", "2021-06-30", "2021-12-31"),
  closed: fc.constantFrom("", "", "", "2021-03-15", "2021-07-10"),
  place: fc.constantFrom(...places),
});

/** Rows with ids of their own. */
export const anyRows = fc.uniqueArray(anyRow, {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 12,
});

export function recordOf(
  row: Row,
  asOf = "",
  file = "台账.xlsx",
): BureauRecord {
  const fields: Record<string, FieldValue> = {};
  if (row.state !== "") fields["state"] = { type: "state", value: row.state };
  for (const name of ["deadline", "closed"] as const)
    if (row[name] !== "")
      fields[name] = { type: "date", value: isoDate(day(row[name])) };
  return {
    kind: "task",
    id: row.id,
    fields,
    ...(asOf === "" ? {} : { asOf }),
    ...(row.place === null ? {} : { place: row.place }),
    source: {
      file,
      sha: "a".repeat(64),
      sheet: "台账",
      cell: `B${Number(row.id) + 4}`,
    },
  };
}
