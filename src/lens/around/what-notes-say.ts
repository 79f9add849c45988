import type { PeriodCode } from "../../model/codes.ts";
import type { Table } from "../../model/table.ts";

const baseYear = /基准年(?:份|度)?(?:为|是|[:：])?\s*((?:19|20)\d{2})年?/g;

/** The one base year that notes state (基准年为2020年); empty without one. */
export function notedBase({ notes }: Pick<Table, "notes">): PeriodCode {
  const years = new Set(
    notes.flatMap(({ text }) =>
      [...text.matchAll(baseYear)].map(([, year = ""]) => year),
    ),
  );
  const [first = ""] = years;
  return years.size === 1 ? first : "";
}

const negativeIsFall =
  /(?:负[数值号]?|[-－−]|[“"'‘][-－−][”"'’])(?:均)?(?:为|表示|代表|即|是指?)(?:同比)?(?:下降|降低|减少)/;

/** True where a text says that negative figures are falls (负数为下降). */
export function saysNegativeFalls(text: string): boolean {
  return negativeIsFall.test(text);
}
