import { isMeta } from "../table/line-words.ts";
import type { PeriodHint } from "../model/facets.ts";
import { parsePeriod } from "../model/period.ts";
import type { Answer } from "../model/profile.ts";
import type { Table } from "../model/table.ts";
import type { SheetContext } from "./bind-context.ts";
import { CERTAIN } from "./certain.ts";
import { yearThatFollows } from "./period-answer.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";
import type { TableAnswers } from "./table-answers.ts";

/**
 * The surroundings of a table with what a person said of it once. What a sheet
 * states for certain outweighs that: another city may fill in the same form.
 */
export function settledSurroundings(
  table: Table,
  context: SheetContext,
  answers: TableAnswers,
): Surroundings {
  const plain = surroundingsOf(table, context);
  if (answers.none) return plain;
  const indicator = answers.ofTable("indicator");
  const around = withRegion(
    withPeriod(plain, table, context, answers.ofTable("period")),
    answers.ofTable("region"),
  );
  return indicator === undefined
    ? around
    : { ...around, subject: { value: indicator.choice, ...said } };
}

const said = { confidence: 1, words: "" } as const;

function withRegion(
  around: Surroundings,
  answer: Answer | undefined,
): Surroundings {
  const sure = (around.region?.confidence ?? 0) >= CERTAIN;
  return answer === undefined || sure
    ? around
    : { ...around, region: { value: answer.choice, ...said } };
}

function withPeriod(
  plain: Surroundings,
  table: Table,
  context: SheetContext,
  answer: Answer | undefined,
): Surroundings {
  const [nearest] = plain.periods;
  const open = plain.rivals.length > 0;
  if (answer === undefined) return plain;
  if (nearest !== undefined && nearest.confidence >= CERTAIN && !open)
    return plain;
  const rival = /^~(\d)$/.exec(answer.choice)?.[1];
  const code =
    rival === undefined
      ? assumedPeriod(answer, table, context)
      : plain.rivals[Number(rival)];
  if (code === undefined) return plain;
  if (nearest === undefined)
    return surroundingsOf(table, {
      ...context,
      assume: { ...context.assume, period: code },
    });
  const period = parsePeriod(code);
  return period === null
    ? plain
    : {
        ...plain,
        periods: [
          { period, ...said },
          ...plain.periods.filter((one) => one.period.code !== period.code),
        ],
        rivals: [],
      };
}

/** The period itself on the file it was given for, the year of the months another one names; a sheet without either is asked about again. */
function assumedPeriod(
  { choice, files = [] }: Answer,
  table: Table,
  context: SheetContext,
): string | undefined {
  const period = parsePeriod(choice);
  if (period === null) return undefined;
  if (files.includes(context.sha ?? "")) return choice;
  const months = monthsWithoutYear(table, context);
  const year = months === null ? null : yearThatFollows(months.to, period);
  return year === null ? undefined : String(year);
}

type Months = Extract<PeriodHint, { kind: "months" }>;

/** The months that titles, the sheet's or the file's name state without a year; null without any. */
export function monthsWithoutYear(
  table: Table,
  { matcher, sheet, file }: SheetContext,
): Months | null {
  const texts = [
    ...[...table.title, ...table.outer]
      .map(({ text }) => text)
      .filter((text) => !isMeta(text)),
    sheet.name,
    file.replace(/^.*[\\/]/, "").replace(/\.[A-Za-z0-9]{1,5}$/, ""),
  ];
  for (const text of texts) {
    const hint = matcher.read(text).period[0]?.value;
    if (hint?.kind === "months") return hint;
  }
  return null;
}
