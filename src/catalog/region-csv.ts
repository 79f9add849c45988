import Papa from "papaparse";
import type { Issue } from "../model/issue.ts";
import type { ListSource } from "./list-source.ts";
import { type SplitList, notAList } from "./read-list.ts";
import type { Row } from "./row.ts";

const required = ["code", "parent", "level", "name", "english"] as const;
const columns = [
  ...required,
  "short",
  "traditional",
  "aliases",
  "validFrom",
  "validTo",
] as const;

/**
 * The rows of `regions.csv`, or of a list of region objects. Columns go by
 * their names, in any order; short and traditional names, aliases and dates may
 * be left out, further columns (`source`) are not read. Aliases are separated
 * by `|`.
 */
export function splitRegions({ file, list }: ListSource): SplitList {
  if (Array.isArray(list))
    return {
      rows: list.map((value: unknown, index) => ({
        value,
        file,
        row: index + 1,
      })),
      issues: [],
    };
  if (typeof list !== "string") return { rows: [], issues: [notAList(file)] };
  const parsed = Papa.parse<string[]>(list.replace(/^\uFEFF/, ""), {
    delimiter: ",",
  });
  const issues: Issue[] = parsed.errors.map((error) => ({
    code: "catalog.bad_csv",
    severity: "error",
    file,
    params: { file, row: (error.row ?? 0) + 1, found: error.code },
  }));
  const header = parsed.data[0] ?? [];
  const missing = required.filter((column) => !header.includes(column));
  if (missing.length > 0)
    return {
      rows: [],
      issues: [
        ...issues,
        {
          code: "catalog.missing_columns",
          severity: "error",
          file,
          params: { file, columns: missing.join(", ") },
        },
      ],
    };
  const rows: Row<unknown>[] = [];
  let line = 1;
  for (const cells of parsed.data) {
    if (line > 1 && cells.join("") !== "")
      rows.push({ value: regionOf(header, cells), file, row: line });
    line += cells.join("").split("\n").length;
  }
  return { rows, issues };
}

function regionOf(
  header: readonly string[],
  cells: readonly string[],
): Readonly<Record<string, unknown>> {
  const region: Record<string, unknown> = {};
  for (const column of columns)
    region[column] = cells[header.indexOf(column)]?.trim() ?? "";
  region["aliases"] = String(region["aliases"])
    .split("|")
    .map((alias) => alias.trim())
    .filter((alias) => alias !== "");
  return region;
}
