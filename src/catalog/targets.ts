import * as v from "valibot";
import type { Variant } from "../model/catalog.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import { parsePeriod } from "../model/period.ts";
import { type Region, regionLevels } from "../model/region.ts";
import { type Target, partRules, pathKinds } from "../model/target.ts";
import type { Unit } from "../model/unit.ts";
import {
  decimalText,
  filledText,
  flag,
  isoDate,
  isoDateOrEmpty,
  oneOf,
  periodCode,
  periodCodeOrEmpty,
  positiveDecimalText,
  text,
} from "./fields.ts";
import type { ListSource } from "./list-source.ts";
import { type ReadList, fieldIssue, readList } from "./read-list.ts";
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
    remark: v.exactOptional(text),
    path: v.exactOptional(oneOf(pathKinds)),
    milestones: v.exactOptional(
      v.array(
        v.object(
          { period: periodCode, goal: decimalText },
          "节点 {period, goal} / a milestone {period, goal}",
        ),
        "节点列表 / a list of milestones",
      ),
    ),
    replaces: v.exactOptional(filledText),
    until: v.exactOptional(isoDate),
    partOf: v.exactOptional(filledText),
    weight: v.exactOptional(positiveDecimalText),
    parts: v.exactOptional(oneOf(partRules)),
    each: v.exactOptional(oneOf(regionLevels)),
    only: v.exactOptional(
      v.object(
        {
          indicator: filledText,
          comparator: oneOf([">=", "<=", ">", "<", "="]),
          value: decimalText,
          unit: filledText,
          period: periodCode,
        },
        "适用条件 {indicator, comparator, value, unit, period} / a condition {indicator, comparator, value, unit, period}",
      ),
    ),
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

/** What is wrong with one target that a person set or a sheet states; empty when it can be kept. `at` names the row for the issues. */
export function checkTarget(
  value: unknown,
  context: TargetContext,
  at: { readonly file: string; readonly row: number },
): { readonly target: Target | null; readonly issues: readonly Issue[] } {
  const result = v.safeParse(schema, value);
  if (!result.success)
    return {
      target: null,
      issues: result.issues.map((issue) => fieldIssue({ ...at, value }, issue)),
    };
  const issues = targetFaults({ ...at, value: result.output }, context);
  return { target: issues.length === 0 ? result.output : null, issues };
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
  const { only } = target;
  if (only !== undefined) {
    const on = context.indicators.get(only.indicator);
    if (on === undefined)
      issues.push(
        rowIssue("catalog.unknown_code", row, "only", only.indicator, {
          list: "indicators.json",
        }),
      );
    else if (
      context.units.get(on.unit)?.dimension !==
      context.units.get(only.unit)?.dimension
    )
      issues.push(
        rowIssue("catalog.unit_mismatch", row, "only", only.unit, {
          expected: on.unit,
        }),
      );
  }
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
