import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, UnitCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/observation.ts";
import { CERTAIN } from "./certain.ts";
import type { ColumnSays } from "./column-says.ts";
import { comesFromRow } from "./comes-from-row.ts";
import { measureWord } from "./measure-word.ts";
import { sureUnit } from "./sure-unit.ts";
import type { RowName } from "./row-says.ts";
import { unitScale } from "./unit-scale.ts";

/** What the header says of the measure, or else the stub. */
export function measureOf(
  column: ColumnSays,
  row: RowName,
  named?: Guess<IndicatorCode>,
): Guess<Measure> | null {
  const stub = row.facets.measure[0] ?? null;
  const own = column.measure;
  if (own === null) return stub;
  // 搬迁目标 beside 企业搬迁, 已完成整治数 of 排污口整治数: the name explains the word.
  const rest = column.facets.rest;
  const names = [row.facets.indicator[0], named];
  if (
    own.confidence >= 0.7 &&
    own.confidence < CERTAIN &&
    rest !== "" &&
    names.some(
      (name) =>
        (name?.confidence ?? 0) >= CERTAIN &&
        name?.words.includes(withoutCounter(rest)),
    )
  )
    return { ...own, confidence: 0.9 };
  return own.value === "actual" && stub !== null ? stub : own;
}

/** 改造户 of 已完成改造户数: the words without what is counted. */
export function withoutCounter(rest: string): string {
  return rest.length > 2 ? rest.replace(/[户家台个件座处]$/, "") : rest;
}

/** 改造户 of 完成改造户数: what the work is counted in; null where other words stand there. */
export function countedWork(rest: string): string | null {
  return (
    /^(?:改造|整治|治理|整改|替代|建设|任务)([户家台个件座处])$/.exec(
      rest.trim(),
    )?.[1] ?? null
  );
}

/** True when the header names something the row does not already name. */
function speaks({ facets }: ColumnSays, rowNames: boolean): boolean {
  return (
    (!rowNames && facets.indicator.length > 0) ||
    facets.period.length > 0 ||
    facets.region.length > 0 ||
    facets.unit.length > 0 ||
    facets.variant.length > 0
  );
}

/** What tells 同比 in % from one in 个 where the headers do not: the cell's own unit, or only the figures beside it. */
export type OpenMeasure = false | "cell" | "figures";

interface Chosen {
  readonly measure: Measure;
  readonly confidence: number;
  readonly open: OpenMeasure;
  readonly candidates: readonly string[];
}

/** 同比 is a rate, a difference or points, as its unit says; without a unit the cells must tell. */
export function chooseMeasure(
  guess: Guess<Measure> | null,
  column: ColumnSays,
  row: RowName,
  indicator: Indicator,
  catalog: Catalog,
  /** True where the header repeats the end of the indicator's name. */
  repeats: boolean,
): Chosen {
  const said = column.settled?.measure ?? row.settled?.measure;
  if (said !== undefined)
    return { measure: said, confidence: 1, open: false, candidates: [] };
  if (guess === null) {
    // 数值 and 情况 say nothing and hide nothing; words that nobody knows might.
    const silent =
      !repeats &&
      column.facets.rest.trim() !== "" &&
      !speaks(column, row.facets.indicator.length > 0);
    const nameless =
      !column.headless &&
      column.words.trim() === "" &&
      row.facets.indicator.length > 0;
    return {
      measure: "actual",
      confidence: silent || nameless ? 0.5 : 1,
      open: false,
      candidates: silent || nameless ? ["actual"] : [],
    };
  }
  const { value, confidence } = guess;
  if (value === "completion" && confidence < CERTAIN) {
    // 完成率 may be an indicator of its own, unless another one or a target is there for it.
    const other = !column.facets.indicator.some(
      (guess) => guess.value === indicator.code,
    );
    const sure =
      comesFromRow(column, row) ||
      (other && (column.beside === null || column.afterTarget));
    return {
      measure: value,
      confidence: sure ? 0.9 : confidence,
      open: false,
      candidates: [value],
    };
  }
  if (value !== "change" && value !== "changeRate")
    return { measure: value, confidence, open: false, candidates: [value] };
  const { words } = guess;
  const known = measureWord(words, catalog);
  const isRate = known?.as === "percent" || /率|幅/.test(words);
  const ofRow = sureUnit(row.facets)?.value;
  const ofColumn = sureUnit(column.facets)?.value;
  const isOfLevel = (code: UnitCode | undefined): boolean =>
    code !== undefined && unitScale(code, indicator.unit, catalog) !== null;
  // The unit of PM2.5（μg/m³） is that of its level: the cells tell what its 同比 is in.
  const unit = comesFromRow(column, row)
    ? (ofRow ?? (isOfLevel(ofColumn) ? undefined : ofColumn))
    : (ofColumn ?? (ofRow === indicator.unit ? undefined : ofRow));
  // 同比(%) of a share may be a rate or points.
  if (unit === "%" && indicator.unit === "%" && !isRate)
    return {
      measure: value,
      confidence: 1,
      open: "figures",
      candidates: ["change", "changeRate"],
    };
  if (unit !== undefined) {
    const measure: Measure | null =
      unit === "%"
        ? "changeRate"
        : unit === "pp" || unitScale(unit, indicator.unit, catalog) !== null
          ? "change"
          : null;
    return measure === null
      ? {
          measure: value,
          confidence: 0.5,
          open: false,
          candidates: ["change", "changeRate"],
        }
      : {
          measure,
          confidence: Math.max(confidence, CERTAIN),
          open: false,
          candidates: [measure],
        };
  }
  if (column.absolute)
    return { measure: "change", confidence: 0.9, open: false, candidates: [] };
  const open =
    known === undefined
      ? !/率|幅|量|值|百分点/.test(words)
      : known.as === "any";
  return {
    measure: value,
    confidence: open ? 1 : Math.max(confidence, known === undefined ? 0 : 0.9),
    open: open ? "cell" : false,
    candidates: ["change", "changeRate"],
  };
}

/** The unit values of a measure are kept in. */
export function unitOfMeasure(
  measure: Measure,
  indicator: Indicator,
): UnitCode {
  switch (measure) {
    case "rank":
    case "changeRank":
      return "1";
    case "changeRate":
    case "completion":
      return "%";
    case "change":
      return indicator.unit === "%" ? "pp" : indicator.unit;
    default:
      return indicator.unit;
  }
}

/** True for measures in the unit of the indicator itself: no changes, ranks, completions. */
export function isLevel(measure: Measure): boolean {
  return (
    measure === "actual" ||
    measure === "target" ||
    measure === "previous" ||
    measure === "baseline" ||
    measure === "forecast"
  );
}
