import type { Outlook, ProgressRow, RestMonth } from "../../model/progress.ts";
import { describe } from "../../text/words.ts";
import { comparatorText, figureText, percentText } from "../format/figure.ts";
import { shortFigure } from "../format/remaining-words.ts";
import type { Names } from "../state/names.ts";

/** How the forecast was made, as a sentence. */
export function methodWords(outlook: Outlook, { language }: Names): string {
  return describe(
    `targets.outlook.method.${outlook.method}`,
    { draws: outlook.draws, changes: outlook.changes },
    language,
  );
}

/** A chance as a share in whole percent: "not one draw" is below 1 %, never 0 %. */
export function chanceText(outlook: Outlook): string {
  const { chance, draws } = outlook;
  if (chance === null || draws === 0) return figureText(null, null);
  if (chance === 0) return "<1%";
  if (chance === 1) return ">99%";
  return percentText(chance, 0);
}

/** What a month may be or must bring: the strict figure, and the one that still rounds to the goal where it is another. */
export function monthWords(
  month: RestMonth,
  row: ProgressRow,
  { language }: Names,
): { readonly strict: string; readonly edge: string } {
  const short = (value: number) => shortFigure(value, row.decimals);
  const sign = comparatorText(row.comparator);
  switch (month.kind) {
    case "mean":
      return {
        strict: `${sign} ${short(month.strict)}`,
        edge: `${sign} ${short(month.edge)}`,
      };
    case "days":
      return {
        strict: describe(
          "targets.rest.days_needed",
          { n: month.stillNeeded },
          language,
        ),
        edge: describe(
          "targets.rest.days_affordable",
          { n: month.affordable },
          language,
        ),
      };
    case "amount":
      return { strict: `${sign} ${short(month.amount)}`, edge: "" };
    case "level":
      return { strict: `${sign} ${short(month.level)}`, edge: "" };
  }
}
