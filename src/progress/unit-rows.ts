import type { DayNumber } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, RegionCode } from "../model/codes.ts";
import { fractionOf } from "../model/fraction.ts";
import type { ProgressRow, TraceStep } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import type { Derivation } from "./derive-figures.ts";
import { type RunLater, keptRow } from "./kept-row.ts";
import {
  type Group,
  type KeptGroup,
  type KeptIndex,
  groupKey,
} from "./observation-index.ts";
import { aggregates, besideStep, fromParts } from "./part-figures.ts";
import { reductionGroup } from "./reduction-group.ts";
import { type HeldTarget, sheetTargets } from "./sheet-targets.ts";
import { type RowContext, targetRow } from "./target-row.ts";
import { type TargetWindow, targetWindow } from "./target-window.ts";
import { inForce, withoutRepeats } from "./targets-in-force.ts";
import { untargetedRow } from "./untargeted-row.ts";

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
 * that lies in no target's window.
 */
export function unitRows(
  context: UnitContext,
  unit: UnitInput,
  run: RunLater,
): ProgressRow[] {
  const { row, index, catalog, derivation, asOf, replaced } = context;
  const indicator = catalog.indicators.get(unit.indicator);
  const rows: ProgressRow[] = [];
  const covered = new Map<Group, TargetWindow[]>();
  const stated = unit.groups.some((group) => group.stated.has("target"))
    ? sheetTargets(index, catalog, unit.groups)
    : [];
  const held = [...unit.targets, ...stated].filter(
    ({ target }) => inForce(target, asOf) && !replaced.has(target.id),
  );
  const single =
    held.length < 2
      ? held
      : withoutRepeats(held, catalog.units, catalog.indicators);
  for (const one of single) {
    const make = (): ProgressRow => {
      const { group, steps } = groupFor(index, catalog, derivation, one.target);
      return targetRow(row, one, group, steps);
    };
    const { own, group, steps } = groupFor(
      index,
      catalog,
      derivation,
      one.target,
    );
    const window = targetWindow(one.target);
    if (window !== null) {
      const windows = covered.get(own) ?? [];
      windows.push(window);
      covered.set(own, windows);
    }
    const made = targetRow(row, one, group, steps);
    rows.push(keptRow(made, make, run, partsOf(made, context)));
  }
  if (indicator !== undefined)
    for (const group of [...unit.groups]) {
      const windows = covered.get(group) ?? [];
      const latest = untargetedRow(row, group, indicator, windows);
      if (latest !== null)
        rows.push(
          keptRow(
            latest,
            () => untargetedRow(row, group, indicator, windows),
            run,
            partsOf(latest, context),
          ),
        );
    }
  return rows.length < 2 ? rows : rows.sort(compareRows);
}

/** Adds to a trace, beside a stated figure, what its region's parts come to. Holds on to nothing of the row. */
function partsOf(
  { indicator: code, region, variant, base, period }: ProgressRow,
  { index, catalog, derivation }: UnitContext,
): (trace: readonly TraceStep[]) => readonly TraceStep[] {
  const of = catalog.indicators.get(code);
  if (
    of === undefined ||
    period === "" ||
    !aggregates(of) ||
    !derivation.hasParts(region)
  )
    return (trace) => trace;
  return (trace) => {
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
  };
}

/**
 * The figures a target speaks of. A reduction read without its base year counts
 * for a target that names one, and the other way round when the target's window
 * starts in that year; where the region states nothing, what its parts come to.
 * The trace says so. `own` is the group of the figures stated.
 */
function groupFor(
  index: KeptIndex,
  catalog: Catalog,
  derivation: Derivation,
  target: Target,
): {
  readonly own: KeptGroup;
  readonly group: Group;
  readonly steps: readonly TraceStep[];
} {
  const { region, variant, base } = target;
  const exact = index.groupAt(target.indicator, region, variant, base);
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
