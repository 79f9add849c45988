import type { DayNumber } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, RegionCode } from "../model/codes.ts";
import { fractionOf } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { ProgressRow, TraceStep } from "../model/progress.ts";
import type { Derivation } from "./derive-figures.ts";
import { KeptRow, type RowKeeper } from "./kept-row.ts";
import type { RowParts } from "./row-fields.ts";
import {
  type Group,
  type KeptGroup,
  type KeptIndex,
  groupKey,
} from "./observation-index.ts";
import { aggregates, besideStep, fromParts } from "./part-figures.ts";
import { reductionGroup } from "./reduction-group.ts";
import { latestStatedEnd } from "./candidates.ts";
import type { HeldTarget } from "./held-target.ts";
import { sheetTargets } from "./sheet-targets.ts";
import type { RowContext } from "./row-context.ts";
import { judgeTarget } from "./target-row.ts";
import { type TargetWindow, covers, targetWindow } from "./target-window.ts";
import { withoutRepeats } from "./targets-in-force.ts";
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
 * that lies in no target's window. What they read is noted for `keeper`.
 */
export function unitRows(
  context: UnitContext,
  unit: UnitInput,
  keeper: RowKeeper,
): readonly ProgressRow[] {
  const { index, catalog } = context;
  return index.reads.by(keeper, () => {
    const indicator = catalog.indicators.get(unit.indicator);
    const stated = unit.groups.some((group) => group.statesTargets)
      ? sheetTargets(index, catalog, unit.groups)
      : [];
    const single = heldNow(
      stated.length === 0 ? unit.targets : [...unit.targets, ...stated],
      context,
    );
    // Mapped and not pushed to: an array that was has room for 17, and there are thousands of these.
    const covered: Covered[] = single.map((one) =>
      coveredBy(one, unit.groups, context),
    );
    const rows = covered.map((one): ProgressRow => {
      const later = new TargetRow(context, unit.groups, one.held, keeper);
      return judged(context, one).fields.withLater(later);
    });
    const before = rows.length;
    if (indicator !== undefined)
      for (const group of unit.groups.length === 1
        ? unit.groups
        : [...unit.groups]) {
        if (isCovered(group, covered, context)) continue;
        const windows = windowsOf(group, covered, catalog);
        const latest = untargetedRow(context.row, group, indicator, windows);
        if (latest === null) continue;
        const later = new LatestRow(
          context,
          { group, indicator, windows },
          keeper,
        );
        rows.push(latest.fields.withLater(later));
      }
    if (rows.length > 1) return rows.sort(compareRows);
    return before === rows.length ? rows : rows.slice();
  });
}

/** The targets in force, each said once. */
function heldNow(
  known: readonly HeldTarget[],
  { asOf, replaced, catalog }: UnitContext,
): readonly HeldTarget[] {
  const isHeld = ({ target, days }: HeldTarget): boolean =>
    days.since <= asOf &&
    asOf <= days.last &&
    (replaced.size === 0 || !replaced.has(target.id));
  if (known.every(isHeld))
    return known.length < 2
      ? known
      : withoutRepeats(known, catalog.units, catalog.indicators);
  return withoutRepeats(
    known.filter(isHeld),
    catalog.units,
    catalog.indicators,
  );
}

/** A target with the figures it speaks of. */
interface Covered {
  readonly held: HeldTarget;
  /** The group stated. */
  readonly own: KeptGroup;
  readonly group: Group;
  /** How the group was found. */
  readonly steps: readonly TraceStep[];
}

function coveredBy(
  held: HeldTarget,
  groups: readonly KeptGroup[],
  context: UnitContext,
): Covered {
  const { variant, base, indicator, region } = held.target;
  const own =
    groups.find((group) => group.variant === variant && group.base === base) ??
    context.index.groupAt(indicator, region, variant, base);
  return groupFor(own, context, held);
}

function judged(
  context: UnitContext,
  { held, group, steps }: Covered,
): RowParts {
  return judgeTarget(context.row, held, group, steps);
}

/** The window of a target; one that cannot be read any further still has one. */
function windowOf(held: HeldTarget, catalog: Catalog): TargetWindow | null {
  const reading = held.read(catalog);
  return reading.kind === "read" ? reading.window : targetWindow(held.target);
}

/** True when the latest number of a group is seen to lie in a window of its targets; most do. */
function isCovered(
  group: KeptGroup,
  covered: readonly Covered[],
  { catalog, row }: UnitContext,
): boolean {
  if (covered.length === 0) return false;
  const end = latestStatedEnd(group, row.horizon);
  if (end === null) return false;
  for (const { own, held } of covered) {
    const window = own === group ? windowOf(held, catalog) : null;
    if (window !== null && covers(window, end)) return true;
  }
  return false;
}

/** The windows of the targets of a group. */
function windowsOf(
  group: Group,
  covered: readonly Covered[],
  catalog: Catalog,
): readonly TargetWindow[] {
  const windows: TargetWindow[] = [];
  for (const { own, held } of covered) {
    const window = own === group ? windowOf(held, catalog) : null;
    if (window !== null) windows.push(window);
  }
  return windows;
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
    super(keeper);
    this.#context = context;
    this.#groups = groups;
    this.#held = held;
  }

  protected get reads() {
    return this.#context.index.reads;
  }

  protected again(): RowParts {
    return judged(
      this.#context,
      coveredBy(this.#held, this.#groups, this.#context),
    );
  }

  protected explain(row: RowParts): ProgressRow["trace"] {
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
    super(keeper);
    this.#context = context;
    this.#of = of;
  }

  protected get reads() {
    return this.#context.index.reads;
  }

  protected again(): RowParts | null {
    const { group, indicator, windows } = this.#of;
    return untargetedRow(this.#context.row, group, indicator, windows);
  }

  protected explain(row: RowParts): ProgressRow["trace"] {
    return withParts(row, this.#context);
  }
}

/** A row's trace and, beside a stated figure, what its region's parts come to. */
function withParts(
  parts: RowParts,
  { index, catalog, derivation }: UnitContext,
): ProgressRow["trace"] {
  const { indicator: code, region, variant, base, period } = parts.fields;
  const trace = parts.trace();
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
    .actual?.get(period)?.value;
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
  own: KeptGroup,
  { index, catalog, derivation }: UnitContext,
  held: HeldTarget,
): Covered {
  const { target } = held;
  const { region, variant, base } = target;
  if (hasActual(own)) return { held, own, group: own, steps: noSteps };
  const reduced = reductionGroup(index, catalog, target);
  if (reduced !== null) return { held, own, group: reduced, steps: noSteps };
  const indicator = catalog.indicators.get(target.indicator);
  if (indicator === undefined) return { held, own, group: own, steps: noSteps };
  if (indicator.kind === "reduction") {
    const other = base === "" ? target.from : "";
    const near =
      other === base
        ? undefined
        : index.groups.get(groupKey(target.indicator, region, variant, other));
    if (near !== undefined && hasActual(near))
      return {
        held,
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
  const parts = fromParts(index, own, indicator, catalog, derivation);
  return { held, own, group: parts ?? own, steps: noSteps };
}

const noSteps: readonly TraceStep[] = [];

function hasActual(group: Group): boolean {
  return (group.actual?.size ?? 0) > 0 || group.derived.size > 0;
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
