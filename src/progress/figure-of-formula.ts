import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, PeriodCode, RegionCode } from "../model/codes.ts";
import type { Fraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Source } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { accumulateFigure } from "./accumulate-figure.ts";
import type { Aggregate, PartFigure } from "./aggregate.ts";
import type { Children } from "./children-of.ts";
import {
  evaluateAt,
  type FormulaData,
  type FormulaPlace,
  type FormulaValue,
  type NameNode,
} from "./evaluate-formula.ts";
import { fractionNumber } from "./fraction-number.ts";
import { heldFigure, statedBeside } from "./held-figure.ts";
import type {
  DerivedFigure,
  DerivedInput,
  KeptGroup,
  KeptIndex,
} from "./observation-index.ts";
import type { ReadFormula } from "./read-formula.ts";
import { regionName } from "./region-name.ts";

/** What figures of formulas are computed from. */
export interface FormulaSources {
  readonly index: KeptIndex;
  readonly catalog: Catalog;
  readonly children: (region: RegionCode, period: Period) => Children;
  /** The figure of a region from its parts; null without a rule or parts. */
  readonly aggregateAt: (
    indicator: Indicator,
    region: RegionCode,
    period: Period,
    variant: string,
    base: PeriodCode,
  ) => Aggregate | null;
}

/** The figure of a formula for a group's region, variant and base at a period, with what it was computed from. */
export function figureOfFormula(
  { root, formula }: ReadFormula,
  group: KeptGroup,
  code: PeriodCode,
  sources: FormulaSources,
): DerivedFigure {
  const here: FormulaPlace = {
    region: group.region,
    period: sources.index.period(code),
    accumulated: false,
  };
  const data = new GroupData(group, here, code, sources);
  const result = evaluateAt(root, here, data);
  const common = { formula: formula.text, inputs: data.inputs };
  return result.kind === "value"
    ? { value: result.value, missing: "", ...common }
    : {
        value: null,
        missing: result.reason,
        missingName: result.name,
        ...common,
      };
}

/** Reads what a formula names, of a group's variant and base, and notes it. */
class GroupData implements FormulaData {
  readonly #group: KeptGroup;
  readonly #here: FormulaPlace;
  /** The period of `here` as it was asked for. */
  readonly #code: PeriodCode;
  readonly #sources: FormulaSources;
  readonly #inputs = new Map<string, DerivedInput>();

  constructor(
    group: KeptGroup,
    here: FormulaPlace,
    code: PeriodCode,
    sources: FormulaSources,
  ) {
    this.#group = group;
    this.#here = here;
    this.#code = code;
    this.#sources = sources;
  }

  /** What was read, in that order. */
  get inputs(): readonly DerivedInput[] {
    return [...this.#inputs.values()];
  }

  figure(name: NameNode, place: FormulaPlace): FormulaValue {
    const here = this.#here;
    const { index, catalog } = this.#sources;
    const { variant, base } = this.#group;
    const found = this.#read(
      name.indicator,
      place.region,
      place === here ? this.#code : place.period.code,
    );
    if (found.value !== null)
      return this.#note(name.indicator, place, found.value, found.sources);
    const beside =
      place === here
        ? null
        : statedBeside(index, name.indicator, place, variant, base);
    if (beside !== null)
      return this.#note(name.indicator, place, beside.value, beside.sources);
    const indicator = catalog.indicators.get(name.indicator);
    return place.accumulated && indicator !== undefined
      ? this.#accumulated(name, indicator, place)
      : {
          kind: "missing",
          reason: found.missing,
          name: place === here ? name.name : this.#nameAt(name.name, place),
        };
  }

  children(place: FormulaPlace): readonly RegionCode[] | null {
    const { regions, changed } = this.#sources.children(
      place.region,
      place.period,
    );
    return changed.length > 0 ? null : regions.map((one) => one.code);
  }

  total(name: NameNode, place: FormulaPlace): FormulaValue {
    const { catalog, aggregateAt } = this.#sources;
    const { variant, base } = this.#group;
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
    return this.#note(
      name.indicator,
      place,
      found.value,
      found.parts.flatMap(({ sources }) => sources),
    );
  }

  /** The figure of a period from its months. */
  #accumulated(
    name: NameNode,
    indicator: Indicator,
    place: FormulaPlace,
  ): FormulaValue {
    const sources: Source[] = [];
    const added = accumulateFigure(
      indicator,
      place.period,
      (month) => {
        const part = this.#read(name.indicator, place.region, month.code);
        sources.push(...part.sources);
        return part.value === null
          ? {
              kind: "missing",
              reason: part.missing,
              name: `${name.name} ${month.code}`,
            }
          : { kind: "value", value: part.value };
      },
      (month) => this.#daysAt(indicator, place.region, month),
    );
    return added.kind === "missing"
      ? added
      : this.#note(name.indicator, place, added.value, sources);
  }

  /** The valid days an indicator's months weigh by its own rule. */
  #daysAt(
    { aggregation }: Indicator,
    region: RegionCode,
    month: Period,
  ): Fraction | null {
    const weight = aggregation?.rule === "mean" ? aggregation.weight : "";
    return weight === "" ? null : this.#read(weight, region, month.code).value;
  }

  #read(
    indicator: IndicatorCode,
    region: RegionCode,
    period: PeriodCode,
  ): PartFigure {
    const { variant, base } = this.#group;
    const { index } = this.#sources;
    return heldFigure(index, indicator, region, period, variant, base);
  }

  #note(
    indicator: IndicatorCode,
    place: FormulaPlace,
    value: Fraction,
    sources: readonly Source[],
  ): FormulaValue {
    const here = this.#here;
    const period = place.period.code;
    const key = `${indicator}|${place.region}|${period}`;
    if (!this.#inputs.has(key))
      this.#inputs.set(key, {
        indicator,
        value: fractionNumber(value),
        sources,
        ...(place.region === here.region ? {} : { region: place.region }),
        ...(period === here.period.code ? {} : { period }),
      });
    return { kind: "value", value };
  }

  /** A name with what of its place differs from the figure's own. */
  #nameAt(name: string, place: FormulaPlace): string {
    const here = this.#here;
    return [
      place.region === here.region
        ? ""
        : regionName(this.#sources.catalog, place.region),
      name,
      place.period.code === here.period.code ? "" : place.period.code,
    ]
      .filter((text) => text !== "")
      .join(" ");
  }
}
