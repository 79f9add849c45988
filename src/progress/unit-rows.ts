import type { DayNumber } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, RegionCode } from "../model/codes.ts";
import { fractionOf } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { ProgressRow, TraceStep } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import type { Derivation } from "./derive-figures.ts";
import {
  type Group,
  type KeptGroup,
  type KeptIndex,
  groupKey,
} from "./observation-index.ts";
import { aggregates, besideStep, fromParts } from "./part-figures.ts";
import { reductionGroup } from "./reduction-group.ts";
import { type RunLater, once } from "./row-fields.ts";
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
  { row, index, catalog, derivation, asOf, replaced }: UnitContext,
  unit: UnitInput,
  later: RunLater,
): ProgressRow[] {
  const context: RowContext = { ...row, later };
  const held = [
    ...unit.targets,
    ...sheetTargets(index, catalog, unit.groups),
  ].filter(({ target }) => inForce(target, asOf) && !replaced.has(target.id));
  const rows: ProgressRow[] = [];
  const covered = new Map<Group, TargetWindow[]>();
  const single =
    held.length < 2
      ? held
      : withoutRepeats(held, catalog.units, catalog.indicators);
  for (const one of single) {
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
    rows.push(targetRow(context, one, group, steps));
  }
  const indicator = catalog.indicators.get(unit.indicator);
  if (indicator !== undefined)
    for (const group of [...unit.groups]) {
      const windows = covered.get(group) ?? [];
      const latest = untargetedRow(context, group, indicator, windows);
      if (latest !== null) rows.push(latest);
    }
  if (indicator !== undefined && aggregates(indicator))
    for (const one of rows) besideParts(one, indicator);
  return rows.length < 2 ? rows : rows.sort(compareRows);

  /** Adds to a row's trace, beside a stated figure, what its region's parts come to. */
  function besideParts(one: ProgressRow, of: Indicator): void {
    const { region, variant, base, period } = one;
    if (period === "" || !derivation.hasParts(region)) return;
    const own = Object.getOwnPropertyDescriptor(one, "trace");
    const trace = (): readonly TraceStep[] => {
      const steps: readonly TraceStep[] = own?.get?.call(one) ?? [];
      const stated = index
        .groupAt(unit.indicator, region, variant, base)
        .stated.get("actual")
        ?.get(period)?.value;
      if (typeof stated !== "number") return steps;
      const step = besideStep(
        derivation.aggregateAt(of, region, index.period(period), variant, base),
        fractionOf(stated),
        period,
        of,
        catalog,
      );
      return step === null ? steps : [...steps, step];
    };
    Object.defineProperty(one, "trace", {
      configurable: true,
      enumerable: true,
      get: once(() => later(trace)),
    });
  }
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
