import * as v from "valibot";
import type { Issue } from "../model/issue.ts";
import { type Region, regionLevels } from "../model/region.ts";
import { filledText, isoDateOrEmpty, oneOf, text, texts } from "./fields.ts";
import type { ListSource } from "./list-source.ts";
import { type ReadList, readList } from "./read-list.ts";
import { splitRegions } from "./region-csv.ts";
import { type Row, rowIssue } from "./row.ts";

const schema: v.GenericSchema<unknown, Region> = v.object(
  {
    code: v.pipe(
      filledText,
      v.regex(
        /^[^|=\s]+$/,
        "不含空格、| 和 = 的代码 / a code without blanks, | or =",
      ),
    ),
    parent: text,
    level: oneOf(regionLevels),
    name: filledText,
    short: text,
    traditional: text,
    english: filledText,
    aliases: texts,
    validFrom: isoDateOrEmpty,
    validTo: isoDateOrEmpty,
  },
  "一行对象 / an object",
);

/**
 * `data/regions.csv`. A row whose parent does not exist or that is its own
 * ancestor is left out, and so are the rows below it, each with its issue.
 */
export function readRegions(sources: readonly ListSource[]): ReadList<Region> {
  const list = readList(
    sources,
    schema,
    { field: "code", of: (region) => region.code },
    splitRegions,
  );
  const byCode = new Map(list.rows.map((row) => [row.value.code, row]));
  const issues: Issue[] = [...list.issues];
  const rows = list.rows.filter((row) => {
    const { parent, validFrom, validTo } = row.value;
    if (validFrom !== "" && validTo !== "" && validTo < validFrom) {
      issues.push(
        rowIssue("catalog.bad_field", row, "validTo", validTo, {
          expected: `不早于 ${validFrom} / not before ${validFrom}`,
        }),
      );
      return false;
    }
    const fault = ancestry(row, byCode);
    if (fault !== null)
      issues.push(
        rowIssue(fault, row, "parent", parent, { list: "regions.csv" }),
      );
    return fault === null;
  });
  return { rows, issues };
}

function ancestry(
  row: Row<Region>,
  byCode: ReadonlyMap<string, Row<Region>>,
): "catalog.unknown_code" | "catalog.circular" | null {
  const seen = new Set<string>();
  let at: Row<Region> = row;
  while (at.value.parent !== "") {
    if (seen.has(at.value.code)) return "catalog.circular";
    seen.add(at.value.code);
    const parent = byCode.get(at.value.parent);
    if (parent === undefined) return "catalog.unknown_code";
    at = parent;
  }
  return null;
}
