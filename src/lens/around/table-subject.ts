import type { IndicatorCode } from "../../model/codes.ts";
import type { Facets, Guess } from "../../model/facets.ts";
import type { Table } from "../../model/table.ts";
import type { SheetContext } from "../bind-context.ts";
import { CERTAIN } from "../certain.ts";
import { withoutMarks } from "../naming-words.ts";
import { refined } from "../refined.ts";
import { titleSays } from "../title-says.ts";
import { baseName } from "./name-titles.ts";

/** The indicator of figures whose column and row name none: of the corner, the title, the sheet's or the file's name; null without one. */
export function tableSubject(
  table: Table,
  title: Facets,
  outerTitle: Facets | null,
  { matcher, sheet, file }: SheetContext,
): Guess<IndicatorCode> | null {
  const sure = ({ indicator }: Facets): Guess<IndicatorCode>[] =>
    indicator.filter(({ confidence }) => confidence >= CERTAIN).slice(0, 1);
  const corner = table.stubHeaders.flatMap((path) =>
    sure(
      refined(
        path.map(({ text }) => withoutMarks(text)),
        matcher,
      ),
    ),
  );
  const names = [sheet.name, baseName(file)].flatMap((text) =>
    sure(titleSays([text], matcher)),
  );
  const named = title.indicator;
  const [best] = [
    ...corner,
    ...sure(title),
    ...(named.length === 0 && outerTitle !== null ? sure(outerTitle) : []),
    // A name that is none of the title's several indicators is of something else.
    ...names.filter(
      ({ value }) =>
        named.length === 0 || named.some((guess) => guess.value === value),
    ),
  ];
  return best ?? null;
}
