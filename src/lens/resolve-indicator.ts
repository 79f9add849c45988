import type { IndicatorCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import { refine } from "../match/refine.ts";
import { CERTAIN } from "./certain.ts";
import type { ColumnSays } from "./column-says.ts";
import type { ResolveContext } from "./resolve-context.ts";
import type { RowRest } from "./row-says.ts";
import { sureUnit } from "./resolve-unit.ts";
import { unitScale } from "./unit-scale.ts";

interface FoundIndicator {
  readonly guess: Guess<IndicatorCode> | null;
  readonly at: "column" | "row";
  readonly candidates: readonly string[];
}

/** The indicator of a cell: what column and row name, else the figures beside it, else the title. */
export function resolveIndicator(
  column: ColumnSays,
  row: RowRest,
  context: ResolveContext,
): FoundIndicator {
  const own = column.facets.indicator;
  const stub = row.facets.indicator;
  const at = stub.length > 0 || row.indicatorAsked ? "row" : "column";
  const codes = (guesses: readonly Guess<IndicatorCode>[]): string[] =>
    guesses.map(({ value }) => value);
  if (row.indicatorAsked) return { guess: null, at: "row", candidates: [] };
  let guesses: readonly Guess<IndicatorCode>[];
  if (own.length > 0 && stub.length > 0) {
    const together = refine([row.facets, column.facets]).indicator;
    const [a, b] = [own[0], stub[0]];
    const clash =
      a !== undefined &&
      b !== undefined &&
      a.value !== b.value &&
      a.confidence >= CERTAIN &&
      b.confidence >= CERTAIN;
    const joined = together[0];
    const isNew =
      joined !== undefined &&
      joined.value !== a?.value &&
      joined.value !== b?.value;
    if (clash && !isNew)
      return {
        guess: null,
        at: "column",
        candidates: [...codes(own), ...codes(stub)],
      };
    guesses = isNew
      ? together
      : (a?.confidence ?? 0) >= (b?.confidence ?? 0)
        ? own
        : stub;
  } else if (own.length > 0) {
    guesses = own;
  } else {
    guesses = stub;
  }
  const best = settle(guesses, column, row, context);
  if (best !== null && best.confidence >= CERTAIN)
    return { guess: best, at, candidates: codes(guesses) };
  if (stub.length === 0 && column.beside !== null)
    return {
      guess: column.beside,
      at: "column",
      candidates: [column.beside.value],
    };
  const title = context.surroundings.title.indicator[0];
  const meant =
    title !== undefined &&
    title.confidence >= CERTAIN &&
    (guesses.length === 0 ||
      guesses.some(({ value }) => value === title.value));
  const speaks =
    guesses.length > 0 ||
    column.measure !== null ||
    column.facets.period.length > 0 ||
    column.facets.region.length > 0 ||
    column.facets.unit.length > 0;
  if (meant && speaks)
    return {
      guess: { ...title, confidence: Math.min(title.confidence, 0.9) },
      at,
      candidates: [title.value],
    };
  return { guess: best, at, candidates: codes(guesses) };
}

/** Chooses between indicators of one spelling by the unit that is stated, then by the topic of the rest of the table. */
function settle(
  guesses: readonly Guess<IndicatorCode>[],
  column: ColumnSays,
  row: RowRest,
  context: ResolveContext,
): Guess<IndicatorCode> | null {
  const [best] = guesses;
  if (best === undefined) return null;
  if (best.confidence >= CERTAIN) return best;
  // Words that nothing explains may name another thing: no context mends that.
  const source = row.facets.indicator.includes(best)
    ? row.facets
    : column.facets;
  if (source.rest.trim() !== "") return best;
  const spelt = guesses.filter(({ words }) => words === best.words);
  const { catalog, surroundings } = context;
  const measure = column.measure?.value ?? "actual";
  const units =
    measure === "changeRate" ||
    measure === "completion" ||
    measure === "rank" ||
    measure === "changeRank"
      ? []
      : [
          sureUnit(column.facets)?.value,
          row.unit?.value,
          sureUnit(row.facets)?.value,
          ...surroundings.units.map(({ value }) => value),
        ];
  for (const unit of units) {
    if (unit === undefined) continue;
    const fitting = spelt.filter(({ value }) => {
      const indicator = catalog.indicators.get(value);
      return (
        indicator !== undefined &&
        unitScale(unit, indicator.unit, catalog) !== null
      );
    });
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined && unit !== "%")
      return { ...only, confidence: Math.max(only.confidence, 0.9) };
  }
  const related = spelt.filter(({ value }) =>
    context.topics.has(value.split(".")[0] ?? ""),
  );
  const [only] = related;
  return related.length === 1 && only !== undefined
    ? { ...only, confidence: Math.max(only.confidence, 0.85) }
    : best;
}
