import { parseIsoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, IsoDate, RegionCode } from "../model/codes.ts";
import type { Observation } from "../model/observation.ts";
import type { ProgressRow, TraceStep } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { formulaName } from "../model/indicator.ts";
import { deriveFigures } from "./derive-figures.ts";
import { parseFormula } from "./formula.ts";
import {
  type Group,
  type ObservationIndex,
  groupKey,
  indexObservations,
} from "./observation-index.ts";
import { reductionGroup } from "./reduction-group.ts";
import { type HeldTarget, sheetTargets } from "./sheet-targets.ts";
import { type RowContext, targetRow } from "./target-row.ts";
import { spreadTargets } from "./spread-targets.ts";
import { type TargetWindow, targetWindow } from "./target-window.ts";
import { inForce, withoutRepeats } from "./targets-in-force.ts";
import { untargetedRow } from "./untargeted-row.ts";

export interface ProgressInput {
  readonly observations: Iterable<Observation>;
  readonly targets: readonly Target[];
  readonly catalog: Catalog;
  /** The last day whose figures are known. */
  readonly asOf: IsoDate;
  /** Only this region, without its children. */
  readonly region?: RegionCode;
  readonly indicators?: readonly IndicatorCode[];
}

/**
 * Target against actual on a day: one row for every target in force (stated in
 * the list or in a sheet's 目标 column), and one for every latest figure that
 * lies in no target's window. Rows come in the catalog's order of indicators, then by region,
 * variant, base, deadline and target.
 * @throws when `asOf` is no date, or an observation's period is no period.
 */
export function computeProgress(input: ProgressInput): ProgressRow[] {
  const { catalog, region } = input;
  const asOf = parseIsoDate(input.asOf);
  if (asOf === null) throw new Error(`not an ISO date: ${input.asOf}`);
  const wanted =
    input.indicators === undefined ? null : new Set(input.indicators);
  const index = indexObservations(input.observations, region);
  const context: RowContext = {
    index,
    catalog,
    horizon: asOf + 1,
    sharesOfDays: findSharesOfDays(catalog),
    formulaErrors: deriveFigures(index, catalog),
  };
  const held = [
    ...spreadTargets(input.targets, catalog).map((target): HeldTarget => ({
      target,
      observation: null,
    })),
    ...sheetTargets(index, catalog),
  ].filter(
    ({ target }) =>
      (region === undefined || target.region === region) &&
      (wanted === null || wanted.has(target.indicator)) &&
      inForce(target, asOf),
  );
  const rows: ProgressRow[] = [];
  const covered = new Map<Group, TargetWindow[]>();
  for (const one of withoutRepeats(held, catalog.units, catalog.indicators)) {
    const { group, steps } = groupFor(index, catalog, one.target);
    const window = targetWindow(one.target);
    if (window !== null) {
      const windows = covered.get(group) ?? [];
      windows.push(window);
      covered.set(group, windows);
    }
    rows.push(targetRow(context, one, group, steps));
  }
  for (const group of index.groups.values()) {
    const indicator = catalog.indicators.get(group.indicator);
    if (
      indicator === undefined ||
      (wanted !== null && !wanted.has(group.indicator))
    )
      continue;
    const windows = covered.get(group) ?? [];
    const row = untargetedRow(context, group, indicator, windows);
    if (row !== null) rows.push(row);
  }
  return inOrder(rows, catalog);
}

/**
 * The figures a target speaks of. A reduction read without its base year counts
 * for a target that names one, and the other way round when the target's window
 * starts in that year; the trace says so.
 */
function groupFor(
  index: ObservationIndex,
  catalog: Catalog,
  target: Target,
): { readonly group: Group; readonly steps: readonly TraceStep[] } {
  const { indicator, region, variant, base } = target;
  const exact = index.groupAt(indicator, region, variant, base);
  const reduced = hasActual(exact)
    ? null
    : reductionGroup(index, catalog, target);
  if (reduced !== null) return { group: reduced, steps: [] };
  const reduction = catalog.indicators.get(indicator)?.kind === "reduction";
  if (!reduction || hasActual(exact)) return { group: exact, steps: [] };
  const other = base === "" ? target.from : "";
  const near =
    other === base
      ? undefined
      : index.groups.get(groupKey(indicator, region, variant, other));
  if (near === undefined || !hasActual(near))
    return { group: exact, steps: [] };
  return {
    group: near,
    steps: [
      {
        code: "progress.step_base_assumed",
        params: { base: base || other },
      },
    ],
  };
}

function hasActual(group: Group): boolean {
  return group.derived.size > 0 || (group.stated.get("actual")?.size ?? 0) > 0;
}

/** Ratios whose formula counts days, and seasonal ratios without a formula (优良天数比例). */
function findSharesOfDays(catalog: Catalog): ReadonlySet<IndicatorCode> {
  const days = new Set(
    [...catalog.indicators.values()]
      .filter(({ kind }) => kind === "days")
      .map(({ code }) => formulaName(code)),
  );
  const found = new Set<IndicatorCode>();
  for (const { code, kind, formula, seasonal } of catalog.indicators.values()) {
    if (kind !== "ratio") continue;
    const parsed = formula === "" ? null : parseFormula(formula);
    const ofDays =
      parsed === null
        ? seasonal
        : parsed.kind === "formula" &&
          parsed.names.some((name) => days.has(name));
    if (ofDays) found.add(code);
  }
  return found;
}

function inOrder(rows: ProgressRow[], catalog: Catalog): ProgressRow[] {
  const place = new Map(
    [...catalog.indicators.keys()].map((code, at) => [code, at]),
  );
  const last = place.size;
  const texts = (row: ProgressRow): readonly string[] => [
    row.indicator,
    row.region,
    row.variant,
    row.base,
    row.deadline,
    row.targetId ?? "",
  ];
  return rows.sort((a, b) => {
    const order =
      (place.get(a.indicator) ?? last) - (place.get(b.indicator) ?? last);
    if (order !== 0) return order;
    const right = texts(b);
    for (const [at, text] of texts(a).entries()) {
      const other = right[at] ?? "";
      if (text !== other) return text < other ? -1 : 1;
    }
    return 0;
  });
}
