import type { DayNumber } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, RegionCode } from "../model/codes.ts";
import { fractionOf } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { ProgressRow, TraceStep } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import type { Derivation } from "./derive-figures.ts";
import { KeptRow, type RowKeeper } from "./kept-row.ts";
import { Row } from "./row.ts";
import {
  type Group,
  type KeptGroup,
  type KeptIndex,
  groupKey,
} from "./observation-index.ts";
import { aggregates, besideStep, fromParts } from "./part-figures.ts";
import { reductionGroup } from "./reduction-group.ts";
import { type HeldTarget, sheetTargets } from "./sheet-targets.ts";
import { type RowContext, judgeTarget, targetRow } from "./target-row.ts";
import { type TargetWindow, targetWindow } from "./target-window.ts";
import { inForce, withoutRepeats } from "./targets-in-force.ts";
import { untargetedFields, untargetedRow } from "./untargeted-row.ts";

/** What is known of one indicator in one region. */
export interface UnitInput {
  readonly indicator: IndicatorCode;
  readonly region: RegionCode;
  readonly groups: readonly KeptGroup[];
  /** Listed targets, in force or not. */
  readonly targets: readonly HeldTarget[];
}

export interface UnitContext {
  readonly row: RowContext;
  readonly index: KeptIndex;
  readonly catalog: Catalog;
  readonly derivation: Derivation;
  readonly asOf: DayNumber;
  /** Ids of targets that a version in force on the day replaces. */
  readonly replaced: ReadonlySet<string>;
}

/**
 * The rows of one indicator in one region on a day, by variant, base, deadline
 * and target: one for every target in force, and one for every latest figure
 * that lies in no target's window. What they read is noted for `keeper`.
 */
export function unitRows(
  context: UnitContext,
  unit: UnitInput,
  keeper: RowKeeper,
): readonly ProgressRow[] {
  const { index, catalog, asOf, replaced } = context;
  return index.reads.by(keeper, () => {
    const indicator = catalog.indicators.get(unit.indicator);
    const rows: ProgressRow[] = [];
    const covered: { readonly group: Group; readonly window: TargetWindow }[] =
      [];
    const stated = unit.groups.some((group) => group.stated.has("target"))
      ? sheetTargets(index, catalog, unit.groups)
      : [];
    const known =
      stated.length === 0 ? unit.targets : [...unit.targets, ...stated];
    const held = known.filter(
      ({ target }) => inForce(target, asOf) && !replaced.has(target.id),
    );
    const single =
      held.length < 2
        ? held
        : withoutRepeats(held, catalog.units, catalog.indicators);
    for (const one of single) {
      const later = new TargetRow(context, unit.groups, one, keeper);
      const found = later.group();
      const window = targetWindow(one.target);
      if (window !== null) covered.push({ group: found.own, window });
      const { fields } = judgeTarget(
        context.row,
        one,
        found.group,
        found.steps,
      );
      rows.push(new Row(fields, later));
    }
    if (indicator !== undefined)
      for (const group of [...unit.groups]) {
        const windows: TargetWindow[] = [];
        for (const one of covered)
          if (one.group === group) windows.push(one.window);
        const latest = untargetedFields(context.row, group, indicator, windows);
        if (latest === null) continue;
        const later = new LatestRow(
          context,
          { group, indicator, windows },
          keeper,
        );
        rows.push(new Row(latest.fields, later));
      }
    // An array that was pushed to has room for 17; there are thousands of these.
    return rows.length < 2 ? rows.slice() : rows.sort(compareRows);
  });
}

class TargetRow extends KeptRow {
  readonly #context: UnitContext;
  readonly #groups: readonly KeptGroup[];
  readonly #held: HeldTarget;

  constructor(
    context: UnitContext,
    groups: readonly KeptGroup[],
    held: HeldTarget,
    keeper: RowKeeper,
  ) {
    super(context.index.reads, keeper);
    this.#context = context;
    this.#groups = groups;
    this.#held = held;
  }

  /** The figures the target speaks of. */
  group() {
    const { variant, base, indicator, region } = this.#held.target;
    const { index } = this.#context;
    const own =
      this.#groups.find(
        (group) => group.variant === variant && group.base === base,
      ) ?? index.groupAt(indicator, region, variant, base);
    return groupFor(own, this.#context, this.#held.target);
  }

  protected again(): ProgressRow {
    const { group, steps } = this.group();
    return targetRow(this.#context.row, this.#held, group, steps);
  }

  protected explain(row: ProgressRow): ProgressRow["trace"] {
    return withParts(row, this.#context);
  }
}

interface Untargeted {
  readonly group: KeptGroup;
  readonly indicator: Indicator;
  /** Of the targets of the group. */
  readonly windows: readonly TargetWindow[];
}

class LatestRow extends KeptRow {
  readonly #context: UnitContext;
  readonly #of: Untargeted;

  constructor(context: UnitContext, of: Untargeted, keeper: RowKeeper) {
    super(context.index.reads, keeper);
    this.#context = context;
    this.#of = of;
  }

  protected again(): ProgressRow | null {
    const { group, indicator, windows } = this.#of;
    return untargetedRow(this.#context.row, group, indicator, windows);
  }

  protected explain(row: ProgressRow): ProgressRow["trace"] {
    return withParts(row, this.#context);
  }
}

/** A row's trace and, beside a stated figure, what its region's parts come to. */
function withParts(
  { indicator: code, region, variant, base, period, trace }: ProgressRow,
  { index, catalog, derivation }: UnitContext,
): ProgressRow["trace"] {
  const of = catalog.indicators.get(code);
  if (
    of === undefined ||
    period === "" ||
    !aggregates(of) ||
    !derivation.hasParts(region)
  )
    return trace;
  const stated = index
    .groupAt(code, region, variant, base)
    .stated.get("actual")
    ?.get(period)?.value;
  if (typeof stated !== "number") return trace;
  const step = besideStep(
    derivation.aggregateAt(of, region, index.period(period), variant, base),
    fractionOf(stated),
    period,
    of,
    catalog,
  );
  return step === null ? trace : [...trace, step];
}

/**
 * The figures a target speaks of. A reduction read without its base year counts
 * for a target that names one, and the other way round when the target's window
 * starts in that year; where the region states nothing, what its parts come to.
 * The trace says so. `own` is the group of the figures stated.
 */
function groupFor(
  exact: KeptGroup,
  { index, catalog, derivation }: UnitContext,
  target: Target,
): {
  readonly own: KeptGroup;
  readonly group: Group;
  readonly steps: readonly TraceStep[];
} {
  const { region, variant, base } = target;
  if (hasActual(exact)) return { own: exact, group: exact, steps: [] };
  const reduced = reductionGroup(index, catalog, target);
  if (reduced !== null) return { own: exact, group: reduced, steps: [] };
  const indicator = catalog.indicators.get(target.indicator);
  if (indicator === undefined) return { own: exact, group: exact, steps: [] };
  if (indicator.kind === "reduction") {
    const other = base === "" ? target.from : "";
    const near =
      other === base
        ? undefined
        : index.groups.get(groupKey(target.indicator, region, variant, other));
    if (near !== undefined && hasActual(near))
      return {
        own: near,
        group: near,
        steps: [
          {
            code: "progress.step_base_assumed",
            params: { base: base || other },
          },
        ],
      };
  }
  const parts = fromParts(index, exact, indicator, catalog, derivation);
  return { own: exact, group: parts ?? exact, steps: [] };
}

function hasActual(group: Group): boolean {
  return (group.stated.get("actual")?.size ?? 0) > 0 || group.derived.size > 0;
}

function compareRows(a: ProgressRow, b: ProgressRow): number {
  return (
    compareText(a.variant, b.variant) ||
    compareText(a.base, b.base) ||
    compareText(a.deadline, b.deadline) ||
    compareText(a.targetId ?? "", b.targetId ?? "")
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
