import type { Outlook, ProgressRow, RestMonth } from "../../model/progress.ts";
import { describe } from "../../text/words.ts";
import { comparatorText, figureText, percentText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { shortFigure } from "../format/remaining-words.ts";
import type { Names } from "../state/names.ts";

/** A forecast with its band, its chance and how it was got, a sentence each. */
export function outlookWords(
  outlook: Outlook,
  row: ProgressRow,
  names: Names,
): readonly string[] {
  const figure = (value: number) => shortFigure(value, row.decimals);
  const say = (code: string, params: Record<string, string | number> = {}) =>
    describe(code, params, names.language);
  const unit = names.unit(row.unit);
  const stated = outlook.method === "stated";
  return [
    stated
      ? say("views.outlook.stated", { value: figure(outlook.value), unit })
      : say("views.outlook.value", {
          value: figure(outlook.value),
          low: figure(outlook.low),
          high: figure(outlook.high),
          unit,
        }),
    outlook.chance === null
      ? ""
      : say("views.outlook.chance", { chance: chanceText(outlook.chance) }),
    stated
      ? ""
      : say(`views.outlook.${outlook.method}`, {
          draws: outlook.draws,
          changes: outlook.changes,
        }),
  ].filter((sentence) => sentence !== "");
}

/** Whole percent, never none and never all: the draws tell no more. */
export function chanceText(chance: number): string {
  if (chance < 0.01) return "<1%";
  return chance > 0.99 ? ">99%" : percentText(chance, 0);
}

/** What a month's mean may be, and what still rounds to the goal where that is another figure. */
function limitWords(
  month: Extract<RestMonth, { kind: "mean" }>,
  row: ProgressRow,
  names: Names,
): string {
  const [strict, edge] = [month.strict, month.edge].map(
    (value) =>
      // Not broken before the figure.
      `${comparatorText(row.comparator)}\u00a0${shortFigure(value, row.decimals)}`,
  );
  return edge === undefined || strict === undefined || edge === strict
    ? (strict ?? "")
    : describe("targets.rest.mean", { strict, edge }, names.language);
}

/** A month of what remains: `7月` and what it may be. */
export function restWords(
  month: RestMonth,
  row: ProgressRow,
  names: Names,
): readonly [string, string] {
  const value =
    month.kind === "mean"
      ? limitWords(month, row, names)
      : month.kind === "days"
        ? describe(
            "views.rest.days",
            { needed: month.stillNeeded, affordable: month.affordable },
            names.language,
          )
        : month.kind === "items"
          ? describe("views.rest.items", { n: month.finish }, names.language)
          : figureText(
              month.kind === "amount" ? month.amount : month.level,
              (row.decimals ?? 2) + 1,
            );
  return [periodText(month.period, names.language), value];
}
