import { pad, parseIsoDate } from "../model/calendar.ts";
import type { IsoDate } from "../model/codes.ts";

/** A date written as text and its pattern (`YYYY年M月D日`, `YYYY-MM-DD`); null when the text is no whole date. */
export function readDate(
  text: string,
): { readonly value: IsoDate; readonly pattern: string } | null {
  const match = /^(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})(日|号)?$/.exec(
    text.trim(),
  );
  if (match === null) return null;
  const [, year = "", first = "", month = "", second = "", day = "", end = ""] =
    match;
  if ((first === "年") !== (second === "月")) return null;
  const value = `${year}-${pad(Number(month), 2)}-${pad(Number(day), 2)}`;
  if (parseIsoDate(value) === null) return null;
  const wide =
    month.startsWith("0") ||
    day.startsWith("0") ||
    (first === "-" && month.length === 2 && day.length === 2);
  const m = month.length === 2 && wide ? "MM" : "M";
  const d = day.length === 2 && wide ? "DD" : "D";
  return { value, pattern: `YYYY${first}${m}${second}${d}${end}` };
}

/** Writes an ISO day in a pattern of {@link readDate}; null when it is no day. */
export function printDate(value: string, pattern: string): string | null {
  if (parseIsoDate(value) === null) return null;
  const [year = "", month = "", day = ""] = value.split("-");
  return pattern
    .replace("YYYY", year)
    .replace(/MM?/, (word) => (word === "MM" ? month : String(Number(month))))
    .replace(/DD?/, (word) => (word === "DD" ? day : String(Number(day))));
}
