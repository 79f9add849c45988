import * as v from "valibot";
import type { StandardEdition } from "../model/catalog.ts";
import type { Issue } from "../model/issue.ts";
import { decimalText, filledText, isoDateOrEmpty, label } from "./fields.ts";
import type { ListSource } from "./list-source.ts";
import { type ReadList, readList } from "./read-list.ts";
import { rowIssue } from "./row.ts";

const schema: v.GenericSchema<unknown, StandardEdition> = v.object(
  {
    code: filledText,
    label,
    effectiveFrom: isoDateOrEmpty,
    effectiveTo: isoDateOrEmpty,
    limits: v.record(filledText, decimalText, "限值表 / a table of limits"),
    source: filledText,
  },
  "一行对象 / an object",
);

/** `data/standards.json`. An edition that ends before it begins is left out. */
export function readStandards(
  sources: readonly ListSource[],
): ReadList<StandardEdition> {
  const list = readList(sources, schema, {
    field: "code",
    of: (edition) => edition.code,
  });
  const issues: Issue[] = [...list.issues];
  const rows = list.rows.filter((row) => {
    const { effectiveFrom, effectiveTo } = row.value;
    const sound =
      effectiveFrom === "" ||
      effectiveTo === "" ||
      effectiveFrom <= effectiveTo;
    if (!sound)
      issues.push(
        rowIssue("catalog.bad_field", row, "effectiveTo", effectiveTo, {
          expected: `不早于 ${effectiveFrom} / not before ${effectiveFrom}`,
        }),
      );
    return sound;
  });
  return { rows, issues };
}
