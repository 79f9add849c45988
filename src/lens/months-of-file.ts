import type { Facets, Guess, PeriodHint } from "../model/facets.ts";
import { parsePeriod } from "../model/period.ts";
import type { SheetView } from "../model/sheet.ts";
import type { Matcher } from "../match/matcher.ts";
import { periodFrom } from "../match/resolve-period.ts";
import { CERTAIN } from "./certain.ts";

type Months = Guess<PeriodHint>;

/** Rows of another sheet that may hold its title. */
const titleRows = 4;

/**
 * What the name of a file says of the time of one of its sheets. `3月PM10…` says
 * nothing of a sheet whose title is of PM2.5, where the workbook has others; a
 * month that another sheet states for its own year may be that one's, and is
 * unsure, as it is in a file of one sheet whose name is of something else.
 */
export function monthsOfFile(
  name: Facets,
  title: Facets,
  others: readonly SheetView[],
  matcher: Matcher,
): readonly Months[] {
  const { period } = name;
  if (!period.some(({ value }) => value.kind === "months")) return period;
  const unsure = period.map((guess) => ({
    ...guess,
    confidence: Math.min(guess.confidence, 0.5),
  }));
  if (namesOther(name, title)) return others.length > 0 ? [] : unsure;
  const years = title.period.flatMap(({ value }) =>
    value.kind === "period" && /^\d{4}$/.test(value.code)
      ? [Number(value.code)]
      : [],
  );
  const [year] = years;
  return year !== undefined &&
    period.some(({ value }) => statedElsewhere(value, year, others, matcher))
    ? unsure
    : period;
}

/** Words behind the indicator in the name of a file (扣沙前后) leave it that. */
const named = 0.7;

function namesOther(name: Facets, title: Facets): boolean {
  const [best] = name.indicator;
  const [subject] = title.indicator;
  return (
    best !== undefined &&
    best.confidence >= named &&
    subject !== undefined &&
    subject.confidence >= CERTAIN &&
    !title.indicator.some(({ value }) =>
      name.indicator.some((guess) => guess.value === value),
    )
  );
}

/** True where another sheet is titled with those months of another year, and of this one none is. */
function statedElsewhere(
  months: PeriodHint,
  year: number,
  others: readonly SheetView[],
  matcher: Matcher,
): boolean {
  return others.some((sheet) =>
    titlesOf(sheet).some((text) =>
      matcher.read(text).period.some(({ value }) => {
        const stated = value.kind === "period" ? parsePeriod(value.code) : null;
        const other = Number(stated?.code.slice(0, 4));
        return (
          stated !== null &&
          other !== year &&
          periodFrom(months, { year: other })?.code === stated.code
        );
      }),
    ),
  );
}

/** The texts that stand alone in the first rows of a sheet. */
function titlesOf(sheet: SheetView): string[] {
  const first = sheet.bounds?.top ?? 0;
  const byRow = new Map<number, string[]>();
  for (const { row, raw } of sheet.cells()) {
    if (row >= first + titleRows) break;
    if (raw.trim() !== "") byRow.set(row, [...(byRow.get(row) ?? []), raw]);
  }
  return [...byRow.values()].flatMap((texts) =>
    texts.length === 1 ? texts : [],
  );
}
