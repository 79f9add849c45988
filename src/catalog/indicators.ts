import * as v from "valibot";
import {
  type Aggregation,
  countedParts,
  type Indicator,
} from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { Unit } from "../model/unit.ts";
import {
  filledText,
  flag,
  indicatorCode,
  label,
  oneOf,
  text,
  texts,
} from "./fields.ts";
import { checkAggregation } from "./aggregation-names.ts";
import { checkFormulas } from "./formula-names.ts";
import type { ListSource } from "./list-source.ts";
import { type ReadList, readList } from "./read-list.ts";
import { type Row, rowIssue } from "./row.ts";
import { sharedAliases } from "./shared-aliases.ts";

const why = { reason: label, source: filledText };

const aggregation: v.GenericSchema<unknown, Aggregation> = v.variant(
  "rule",
  [
    v.object({ rule: v.literal("mean"), weight: text, ...why }),
    v.object({ rule: v.picklist(["sum", "worst", "none"]), ...why }),
    v.object({
      rule: v.literal("ratioOfSums"),
      numerator: indicatorCode,
      denominator: indicatorCode,
      ...why,
    }),
  ],
  "mean、sum、ratioOfSums、worst 或 none，附理由和来源 / mean, sum, ratioOfSums, worst or none, with reason and source",
);

const schema: v.GenericSchema<unknown, Indicator> = v.object(
  {
    code: indicatorCode,
    label,
    unit: filledText,
    direction: oneOf(["up", "down", "none"]),
    decimals: v.nullable(
      v.pipe(
        v.number("0 至 9 的整数或 null / a whole number from 0 to 9, or null"),
        v.integer("整数 / a whole number"),
        v.minValue(0, "0 至 9 / 0 to 9"),
        v.maxValue(9, "0 至 9 / 0 to 9"),
      ),
    ),
    kind: oneOf([
      "mean",
      "ratio",
      "index",
      "count",
      "sum",
      "days",
      "reduction",
      "class",
      "percentile",
    ]),
    seasonal: flag,
    formula: text,
    aggregation: v.exactOptional(aggregation),
    percentile: v.exactOptional(
      v.pipe(
        v.number("0 至 100 的整数 / a whole number from 0 to 100"),
        v.integer("整数 / a whole number"),
        v.minValue(0, "0 至 100 / 0 to 100"),
        v.maxValue(100, "0 至 100 / 0 to 100"),
      ),
    ),
    of: v.exactOptional(indicatorCode),
    compounds: v.exactOptional(v.literal(true, "true")),
    aliases: texts,
    plausible: v.exactOptional(
      v.pipe(
        v.object({
          min: v.number("数 / a number"),
          max: v.number("数 / a number"),
        }),
        v.check(
          ({ min, max }) => min < max,
          "min 小于 max / min less than max",
        ),
      ),
    ),
    counts: v.exactOptional(
      v.object(
        { kind: filledText, part: oneOf(countedParts) },
        "{kind, part}：记录种类与计数 / {kind, part}: a kind of record and what is counted",
      ),
    ),
    source: filledText,
  },
  "一行对象 / an object",
);

/**
 * `data/indicators.json`. A row of an unknown unit is left out; a reduction of
 * an indicator that is not there is an issue and computes nothing; a formula that
 * names what is not there is taken away and the indicator stays, and so is a rule of
 * aggregation; a spelling shared by indicators of one dimension is a warning, since headers with it
 * cannot be told apart.
 */
export function readIndicators(
  sources: readonly ListSource[],
  units: ReadonlyMap<string, Unit>,
): ReadList<Indicator> {
  const list = readList(sources, schema, {
    field: "code",
    of: (indicator) => indicator.code,
  });
  const issues: Issue[] = [...list.issues];
  const known = list.rows.filter((row) => {
    if (units.has(row.value.unit)) return true;
    issues.push(unknownUnit(row));
    return false;
  });
  const codes = new Set(list.rows.map(({ value }) => value.code));
  for (const row of known) {
    const { of } = row.value;
    if (of !== undefined && !codes.has(of))
      issues.push(
        rowIssue("catalog.unknown_code", row, "of", of, {
          list: "indicators.json",
        }),
      );
  }
  const formulas = checkFormulas(known);
  const rules = checkAggregation(formulas.rows);
  issues.push(
    ...formulas.issues,
    ...rules.issues,
    ...sharedAliases(rules.rows, units),
  );
  return { rows: rules.rows, issues };
}

function unknownUnit(row: Row<Indicator>): Issue {
  return rowIssue("catalog.unknown_code", row, "unit", row.value.unit, {
    list: "units.json",
  });
}
