import * as v from "valibot";
import type { Variant } from "../model/catalog.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import { parsePeriod } from "../model/period.ts";
import type { Region } from "../model/region.ts";
import type { Target } from "../model/target.ts";
import type { Unit } from "../model/unit.ts";
import {
  decimalText,
  filledText,
  flag,
  isoDateOrEmpty,
  oneOf,
  periodCode,
  periodCodeOrEmpty,
  text,
} from "./fields.ts";
import type { ListSource } from "./list-source.ts";
import { type ReadList, readList } from "./read-list.ts";
import { type Row, rowIssue } from "./row.ts";

const schema: v.GenericSchema<unknown, Target> = v.object(
  {
    id: filledText,
    indicator: filledText,
    region: filledText,
    variant: text,
    base: periodCodeOrEmpty,
    comparator: oneOf([">=", "<=", ">", "<", "="]),
    goal: decimalText,
    unit: filledText,
    baseline: v.nullable(
      v.object(
        { value: decimalText, period: periodCode },
        "基准 {value, period} 或 null / a baseline {value, period}, or null",
      ),
    ),
    from: periodCodeOrEmpty,
    deadline: periodCode,
    declared: isoDateOrEmpty,
    force: oneOf(["binding", "expected", "unknown"]),
    cumulative: flag,
    plan: filledText,
    source: filledText,
    confidence: oneOf(["stored", "unverified", "user"]),
  },
  "一行对象 / an object",
);

/** What a target's codes are looked up in. */
export interface TargetContext {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly variants: ReadonlyMap<string, Variant>;
}

/**
 * `data/targets.json`. A row that names something unknown, whose unit does not
 * convert into the indicator's, or whose window closes before it opens is left
 * out.
 */
export function readTargets(
  sources: readonly ListSource[],
  context: TargetContext,
): ReadList<Target> {
  const list = readList(sources, schema, {
    field: "id",
    of: (target) => target.id,
  });
  const issues: Issue[] = [...list.issues];
  const rows = list.rows.filter((row) => {
    const faults = targetFaults(row, context);
    issues.push(...faults);
    return faults.length === 0;
  });
  return { rows, issues };
}

function targetFaults(row: Row<Target>, context: TargetContext): Issue[] {
  const target = row.value;
  const issues: Issue[] = [];
  const look = (
    field: "indicator" | "region" | "unit" | "variant",
    list: string,
    known: boolean,
  ): void => {
    if (!known)
      issues.push(
        rowIssue("catalog.unknown_code", row, field, target[field], { list }),
      );
  };
  const indicator = context.indicators.get(target.indicator);
  const unit = context.units.get(target.unit);
  look("indicator", "indicators.json", indicator !== undefined);
  look("region", "regions.csv", context.regions.has(target.region));
  look("unit", "units.json", unit !== undefined);
  look(
    "variant",
    "variants.json",
    target.variant === "" || context.variants.has(target.variant),
  );
  const own = context.units.get(indicator?.unit ?? "");
  if (
    unit !== undefined &&
    own !== undefined &&
    unit.dimension !== own.dimension
  )
    issues.push(
      rowIssue("catalog.unit_mismatch", row, "unit", unit.code, {
        expected: own.code,
      }),
    );
  const opens = parsePeriod(target.from);
  const closes = parsePeriod(target.deadline);
  if (opens !== null && closes !== null && opens.start >= closes.end)
    issues.push(
      rowIssue("catalog.bad_field", row, "deadline", target.deadline, {
        expected: `晚于 ${target.from} / later than ${target.from}`,
      }),
    );
  return issues;
}
