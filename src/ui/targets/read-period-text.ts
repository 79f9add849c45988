import { pad } from "../../model/calendar.ts";
import { parsePeriod } from "../../model/period.ts";

/**
 * A period as people write it: `2025`, `2025年`, `2025年6月`, `2025-06`,
 * `2025.6.30`, `2025年6月30日`, `2025-Q2`, `2021-01/2021-06`. The canonical code;
 * null for anything else.
 */
export function readPeriodText(text: string): string | null {
  const plain = text.normalize("NFKC").trim().replace(/\s+/g, "");
  const parts =
    /^(\d{4})(?:年|[-./])(\d{1,2})(?:(?:月|[-./])(\d{1,2})日?|月)?$/.exec(
      plain,
    );
  const code =
    parts === null
      ? plain.replace(/^(\d{4})年$/, "$1").toUpperCase()
      : [parts[1], parts[2], parts[3]]
          .filter((part) => part !== undefined)
          .map((part) => pad(Number(part), 2))
          .join("-");
  return parsePeriod(code)?.code ?? null;
}

/** A day as people write it (`2025-06-30`, `2025年6月30日`), as ISO text; null for anything else. */
export function readDayText(text: string): string | null {
  const code = readPeriodText(text);
  return code !== null && /^\d{4}-\d{2}-\d{2}$/.test(code) ? code : null;
}
