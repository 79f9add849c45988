import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, PeriodCode, RegionCode } from "../model/codes.ts";
import { type Fraction, fractionOf } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Source } from "../model/observation.ts";
import { type Period, shiftYears } from "../model/period.ts";
import { accumulateFigure } from "./accumulate-figure.ts";
import { type Aggregate, aggregate } from "./aggregate.ts";
import { childrenLookup } from "./children-of.ts";
import {
  type FormulaData,
  type FormulaPlace,
  type FormulaValue,
  evaluateAt,
} from "./evaluate-formula.ts";
import { findCycles } from "./formula-cycles.ts";
import {
  type FormulaError,
  type FormulaNode,
  formulaError,
  partsOf,
} from "./formula-tree.ts";
import { fractionNumber } from "./fraction-number.ts";
import { LazyFigures } from "./lazy-figures.ts";
import { nameBook } from "./name-book.ts";
import type {
  DerivedFigure,
  DerivedInput,
  KeptGroup,
  KeptIndex,
} from "./observation-index.ts";
import { type ReadFormula, readFormula } from "./read-formula.ts";

/** Where the first thing a formula reads lies: it says where and when there is a figure. */
interface Lead {
  readonly indicator: IndicatorCode;
  readonly at: "here" | "children" | RegionCode;
}

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

const noFigure = {
  value: null,
  missing: "progress.input_missing",
  sources: [],
} as const;

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
  let { formulas, errors } = readAll(catalog);
  let ledBy = byLead(formulas);
  let children = childrenLookup(catalog.regions);

  /** Gives a group its figures, where its indicator has a formula. */
  function equip(group: KeptGroup): void {
    const formula = formulas.get(group.indicator);
    const lead = formula === undefined ? null : leadOf(formula.root);
    if (formula === undefined || lead === null) group.derive(null);
    else
      group.derive(
        new LazyFigures(group, index.reads, {
          periods: () => periodsOf(group, lead),
          figure: (period) => figureAt(formula, group, period),
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

  /** What holds at a key: the number stated, else the one computed. */
  function read(
    indicator: IndicatorCode,
    region: RegionCode,
    period: PeriodCode,
    variant: string,
    base: PeriodCode,
  ): {
    readonly value: Fraction | null;
    readonly missing: string;
    readonly sources: readonly Source[];
  } {
    const group = index.groupAt(indicator, region, variant, base);
    const column = group.actual;
    const place = column?.place(period) ?? -1;
    const number = place < 0 ? NaN : (column?.numberAt(place) ?? NaN);
    if (column !== undefined && !Number.isNaN(number))
      return {
        value: fractionOf(number),
        missing: "",
        sources: [column.at(place).source],
      };
    const derived = group.derived.get(period);
    return derived === undefined
      ? noFigure
      : {
          value: derived.value,
          missing: derived.missing,
          sources: derived.inputs.flatMap(({ sources }) => sources),
        };
  }

  /** The 上年同期 that a sheet prints beside the figure of a year later. */
  function statedBeside(
    indicator: IndicatorCode,
    place: FormulaPlace,
    variant: string,
    base: PeriodCode,
  ): { readonly value: Fraction; readonly sources: readonly Source[] } | null {
    const later = shiftYears(place.period, 1).code;
    const previous = index
      .groupAt(indicator, place.region, variant, base)
      .stated.get("previous")
      ?.get(later);
    return typeof previous?.value === "number"
      ? { value: fractionOf(previous.value), sources: [previous.source] }
      : null;
  }

  function aggregateAt(
    indicator: Indicator,
    region: RegionCode,
    period: Period,
    variant: string,
    base: PeriodCode,
  ): Aggregate | null {
    return aggregate(indicator, children(region, period), (code, part) =>
      read(code, part, period.code, variant, base),
    );
  }

  function figureAt(
    { root, formula }: ReadFormula,
    group: KeptGroup,
    code: PeriodCode,
  ): DerivedFigure {
    const { region, variant, base } = group;
    const here: FormulaPlace = {
      region,
      period: index.period(code),
      accumulated: false,
    };
    const inputs = new Map<string, DerivedInput>();
    const note = (
      indicator: IndicatorCode,
      place: FormulaPlace,
      value: Fraction,
      sources: readonly Source[],
    ): FormulaValue => {
      const period = place.period.code;
      const key = `${indicator}|${place.region}|${period}`;
      if (!inputs.has(key))
        inputs.set(key, {
          indicator,
          value: fractionNumber(value),
          sources,
          ...(place.region === region ? {} : { region: place.region }),
          ...(period === here.period.code ? {} : { period }),
        });
      return { kind: "value", value };
    };
    const data: FormulaData = {
      figure(name, place) {
        const found = read(
          name.indicator,
          place.region,
          place === here ? code : place.period.code,
          variant,
          base,
        );
        if (found.value !== null)
          return note(name.indicator, place, found.value, found.sources);
        const beside =
          place === here
            ? null
            : statedBeside(name.indicator, place, variant, base);
        if (beside !== null)
          return note(name.indicator, place, beside.value, beside.sources);
        const indicator = catalog.indicators.get(name.indicator);
        if (place.accumulated && indicator !== undefined) {
          const sources: Source[] = [];
          const added = accumulateFigure(
            indicator,
            place.period,
            (month) => {
              const part = read(
                name.indicator,
                place.region,
                month.code,
                variant,
                base,
              );
              sources.push(...part.sources);
              return part.value === null
                ? {
                    kind: "missing",
                    reason: part.missing,
                    name: `${name.name} ${month.code}`,
                  }
                : { kind: "value", value: part.value };
            },
            (month) => daysAt(indicator, place.region, month, variant, base),
          );
          return added.kind === "missing"
            ? added
            : note(name.indicator, place, added.value, sources);
        }
        return {
          kind: "missing",
          reason: found.missing,
          name: place === here ? name.name : nameAt(name.name, place, here),
        };
      },
      children(place) {
        const { regions, changed } = children(place.region, place.period);
        return changed.length > 0 ? null : regions.map((one) => one.code);
      },
      total(name, place) {
        const indicator = catalog.indicators.get(name.indicator);
        const found =
          indicator === undefined
            ? null
            : aggregateAt(indicator, place.region, place.period, variant, base);
        if (found === null)
          return {
            kind: "missing",
            reason: "progress.no_children",
            name: name.name,
          };
        if (found.value === null)
          return {
            kind: "missing",
            reason: found.reason,
            name: [...found.missing, ...found.changed]
              .map((part) => regionName(catalog, part))
              .join("、"),
          };
        return note(
          name.indicator,
          place,
          found.value,
          found.parts.flatMap(({ sources }) => sources),
        );
      },
    };
    const result = evaluateAt(root, here, data);
    const common = { formula: formula.text, inputs: [...inputs.values()] };
    return result.kind === "value"
      ? { value: result.value, missing: "", ...common }
      : {
          value: null,
          missing: result.reason,
          missingName: result.name,
          ...common,
        };
  }

  /** A name with what of its place differs from the figure's own. */
  function nameAt(name: string, place: FormulaPlace, here: FormulaPlace) {
    return [
      place.region === here.region ? "" : regionName(catalog, place.region),
      name,
      place.period.code === here.period.code ? "" : place.period.code,
    ]
      .filter((text) => text !== "")
      .join(" ");
  }

  /** The valid days an indicator's months weigh by its own rule. */
  function daysAt(
    { aggregation }: Indicator,
    region: RegionCode,
    month: Period,
    variant: string,
    base: PeriodCode,
  ): Fraction | null {
    const weight = aggregation?.rule === "mean" ? aggregation.weight : "";
    if (weight === "") return null;
    return read(weight, region, month.code, variant, base).value;
  }

  index.watchGroups((group) => {
    equip(group);
    lead(group);
  });

  function setCatalog(next: Catalog): ReadonlySet<IndicatorCode> {
    const before = { formulas, errors };
    const regions = catalog.regions;
    catalog = next;
    ({ formulas, errors } = readAll(next));
    ledBy = byLead(formulas);
    if (next.regions !== regions) children = childrenLookup(next.regions);
    const changed = new Set<IndicatorCode>();
    for (const code of new Set([
      ...before.formulas.keys(),
      ...before.errors.keys(),
      ...formulas.keys(),
      ...errors.keys(),
    ]))
      if (
        !sameFormula(before.formulas.get(code), formulas.get(code)) ||
        before.errors.get(code)?.code !== errors.get(code)?.code
      )
        changed.add(code);
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

type Led = {
  readonly code: IndicatorCode;
  readonly lead: Lead;
};

/** The formulas that get their periods from an indicator. */
function byLead(
  formulas: ReadonlyMap<IndicatorCode, ReadFormula>,
): ReadonlyMap<IndicatorCode, readonly Led[]> {
  const ledBy = new Map<IndicatorCode, Led[]>();
  for (const [code, { root }] of formulas) {
    const lead = leadOf(root);
    if (lead === null) continue;
    const led = ledBy.get(lead.indicator) ?? [];
    led.push({ code, lead });
    ledBy.set(lead.indicator, led);
  }
  return ledBy;
}

/** True when both compute the same in the same words. */
function sameFormula(
  a: ReadFormula | undefined,
  b: ReadFormula | undefined,
): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.formula.text === b.formula.text && shape(a.root) === shape(b.root);
}

function shape(root: FormulaNode): string {
  return JSON.stringify(root, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

/** Every formula of a catalog that can be read and leads nowhere back to itself. */
function readAll(catalog: Catalog): {
  readonly formulas: ReadonlyMap<IndicatorCode, ReadFormula>;
  readonly errors: ReadonlyMap<IndicatorCode, FormulaError>;
} {
  const errors = new Map<IndicatorCode, FormulaError>();
  const formulas = new Map<IndicatorCode, ReadFormula>();
  const book = nameBook(catalog);
  for (const { code, formula, unit } of catalog.indicators.values()) {
    if (formula === "") continue;
    const read = readFormula(formula, catalog, book, unit);
    if (read.kind === "error") errors.set(code, read);
    else formulas.set(code, read);
  }
  const reads = new Map(
    [...formulas].map(([code, formula]) => [code, formula.reads]),
  );
  for (const [code, way] of findCycles(reads)) {
    formulas.delete(code);
    errors.set(
      code,
      formulaError("formula.cycle", {
        path: way
          .map((one) => catalog.indicators.get(one)?.label.zh ?? one)
          .join(" → "),
      }),
    );
  }
  return { formulas, errors };
}

/** The first thing read at the figure's own period, else the first at a fixed one. */
function leadOf(root: FormulaNode): Lead | null {
  return firstRead(root, "here", false) ?? firstRead(root, "here", true);
}

function firstRead(
  node: FormulaNode,
  at: Lead["at"],
  fixed: boolean,
): Lead | null {
  if (node.kind === "name") return { indicator: node.indicator, at };
  if (node.kind === "at") {
    if (node.period !== "" && !fixed) return null;
    return firstRead(node.of, node.region === "" ? at : node.region, fixed);
  }
  if (node.kind === "children" || node.kind === "total")
    return firstRead(node.of, "children", fixed);
  for (const part of partsOf(node)) {
    const lead = firstRead(part, at, fixed);
    if (lead !== null) return lead;
  }
  return null;
}

export function regionName(
  { regions }: Pick<Catalog, "regions">,
  code: RegionCode,
): string {
  return regions.get(code)?.name ?? code;
}
