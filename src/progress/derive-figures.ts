import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, PeriodCode, RegionCode } from "../model/codes.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import { type Aggregate, aggregate } from "./aggregate.ts";
import { childrenLookup } from "./children-of.ts";
import { figureOfFormula, type FormulaSources } from "./figure-of-formula.ts";
import { byLead, type Lead, leadOf } from "./formula-lead.ts";
import type { FormulaError } from "./formula-tree.ts";
import { heldFigure } from "./held-figure.ts";
import { LazyFigures } from "./lazy-figures.ts";
import type { KeptGroup, KeptIndex } from "./observation-index.ts";
import { changedFormulas, readAllFormulas } from "./read-all-formulas.ts";

/** Computes figures from others, over an index that is kept. */
export interface Derivation {
  /**
   * Takes over other code lists: only the figures of formulas that changed, and
   * what was computed from them, are forgotten. Returns the indicators whose
   * formulas changed.
   */
  setCatalog(catalog: Catalog): ReadonlySet<IndicatorCode>;
  /** Why an indicator's formula gives nothing, by indicator. */
  readonly errors: ReadonlyMap<IndicatorCode, FormulaError>;
  /** What each formula reads. */
  readonly reads: ReadonlyMap<IndicatorCode, readonly IndicatorCode[]>;
  /** The figure of a region from its parts at a period; null without a rule or parts. */
  aggregateAt(
    indicator: Indicator,
    region: RegionCode,
    period: Period,
    variant: string,
    base: PeriodCode,
  ): Aggregate | null;
  /** True when a region ever had parts. */
  hasParts(region: RegionCode): boolean;
  /** Periods at which any part of a region states an indicator, in the order of their last days. */
  partPeriods(
    indicator: Indicator,
    region: RegionCode,
    variant: string,
    base: PeriodCode,
  ): readonly PeriodCode[];
}

/**
 * Gives every indicator that has a formula its figures: wherever the first
 * thing it reads is known and no number is stated, of the same variant and
 * base. They are computed when they are asked for, and again after something
 * they read has changed. Formulas that lead back to themselves give none.
 */
export function deriveFigures(
  index: KeptIndex,
  firstCatalog: Catalog,
): Derivation {
  let catalog = firstCatalog;
  let { formulas, errors } = readAllFormulas(catalog);
  let ledBy = byLead(formulas);
  let children = childrenLookup(catalog.regions);

  const sources: FormulaSources = {
    index,
    get catalog() {
      return catalog;
    },
    children: (region, period) => children(region, period),
    aggregateAt,
  };

  /** Gives a group its figures, where its indicator has a formula. */
  function equip(group: KeptGroup): void {
    const formula = formulas.get(group.indicator);
    const lead = formula === undefined ? null : leadOf(formula.root);
    if (formula === undefined || lead === null) group.derive(null);
    else
      group.derive(
        new LazyFigures(group, index.reads, {
          periods: () => periodsOf(group, lead),
          figure: (period) => figureOfFormula(formula, group, period, sources),
        }),
      );
  }

  /** Makes the groups that get figures from this one. */
  function lead(group: KeptGroup): void {
    const { region, variant, base } = group;
    for (const { code, lead: led } of ledBy.get(group.indicator) ?? []) {
      const at =
        led.at === "here"
          ? region
          : led.at === "children"
            ? (catalog.regions.get(region)?.parent ?? "")
            : led.at === region
              ? region
              : "";
      if (at !== "") index.groupAt(code, at, variant, base);
    }
  }

  function periodsOf(group: KeptGroup, lead: Lead): readonly PeriodCode[] {
    const { region, variant, base } = group;
    const own = group.actual;
    const found = new Set<PeriodCode>();
    for (const at of leadRegions(lead, region)) {
      const read = index.groupAt(lead.indicator, at, variant, base);
      for (const code of read.stated.get("actual")?.keys() ?? [])
        found.add(code);
      for (const code of read.derived.keys()) found.add(code);
    }
    return inOrder(
      [...found].filter((code) => typeof own?.get(code)?.value !== "number"),
    );
  }

  function inOrder(codes: readonly PeriodCode[]): readonly PeriodCode[] {
    const { periods } = index.tables;
    return codes
      .map((code) => periods.idOf(code))
      .sort((a, b) => periods.compare(a, b))
      .map((id) => periods.code(id));
  }

  /** Every region that ever was a part, so that a figure of an old one counts. */
  function leadRegions(lead: Lead, region: RegionCode): readonly RegionCode[] {
    if (lead.at === "here") return [region];
    if (lead.at !== "children") return [lead.at];
    return everyChild(region);
  }

  function everyChild(region: RegionCode): readonly RegionCode[] {
    const always = { code: "", start: -1e9, end: 1e9 };
    const { regions, changed } = children(region, always);
    return [...regions, ...changed].map(({ code }) => code);
  }

  function aggregateAt(
    indicator: Indicator,
    region: RegionCode,
    period: Period,
    variant: string,
    base: PeriodCode,
  ): Aggregate | null {
    return aggregate(indicator, children(region, period), (code, part) =>
      heldFigure(index, code, part, period.code, variant, base),
    );
  }

  index.watchGroups((group) => {
    equip(group);
    lead(group);
  });

  function setCatalog(next: Catalog): ReadonlySet<IndicatorCode> {
    const before = { formulas, errors };
    const regions = catalog.regions;
    catalog = next;
    ({ formulas, errors } = readAllFormulas(next));
    ledBy = byLead(formulas);
    if (next.regions !== regions) children = childrenLookup(next.regions);
    const changed = changedFormulas(before, { formulas, errors });
    for (const code of changed)
      for (const group of index.byIndicator.get(code) ?? []) {
        equip(group);
        group.self.changed();
      }
    if (changed.size > 0)
      for (const group of [...index.groups.values()])
        if (ledBy.get(group.indicator)?.some(({ code }) => changed.has(code)))
          lead(group);
    return changed;
  }

  return {
    setCatalog,
    get errors() {
      return errors;
    },
    get reads() {
      return new Map([...formulas].map(([code, { reads }]) => [code, reads]));
    },
    aggregateAt,
    hasParts: (region) => everyChild(region).length > 0,
    partPeriods(indicator, region, variant, base) {
      const rule = indicator.aggregation;
      const lead =
        rule?.rule === "ratioOfSums" ? rule.denominator : indicator.code;
      const found = new Set<PeriodCode>();
      for (const part of everyChild(region)) {
        const group = index.groupAt(lead, part, variant, base);
        for (const code of group.actual?.keys() ?? []) found.add(code);
        for (const code of group.derived.keys()) found.add(code);
      }
      return inOrder([...found]);
    },
  };
}
