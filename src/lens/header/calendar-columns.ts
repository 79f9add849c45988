import type { Guess, PeriodHint } from "../../model/facets.ts";
import type { Period } from "../../model/period.ts";
import type { Table } from "../../model/table.ts";
import type { Matcher } from "../../match/matcher.ts";
import { numberedPeriods } from "../numbered-columns.ts";
import { refined } from "../refined.ts";
import { namingWords } from "../naming-words.ts";

/** The periods of columns that only count: the days of a month, the months of a year. */
export function calendarColumns(
  table: Table,
  matcher: Matcher,
  around: readonly Period[],
): readonly (Guess<PeriodHint> | null)[] {
  const headers = table.columns.map(({ path }) => {
    const texts = path.map(({ text }) => namingWords(text));
    const outer = refined(texts.slice(0, -1), matcher).period[0] ?? null;
    return { texts, outer };
  });
  const corner = table.stubHeaders
    .flatMap((path) => path.map(({ text }) => text))
    .join(" ");
  return numberedPeriods(headers, around, corner);
}
