import { displayText } from "../model/number-format.ts";
import type { Cell } from "../model/sheet.ts";
import type { HeaderText } from "../model/table.ts";

/** The choice that takes numbers whose format (`;;;`) shows nothing of them. */
export const takeHidden = "~hidden";

/**
 * The cell as if its format did not hide its number, where a person said that
 * the numbers under this head are wanted: in the format of those it shows, if
 * it shows any, else as it is stored.
 */
export function unhidden(
  cell: Cell | undefined,
  head: HeaderText,
  answers: { takesHidden(head: HeaderText): boolean } | undefined,
  date1904: boolean,
): Cell | undefined {
  if (cell?.type !== "number" || !cell.format.includes(";")) return cell;
  if (answers?.takesHidden(head) !== true) return cell;
  return /\d/.test(displayText(cell, date1904))
    ? cell
    : { ...cell, format: shownFormat(cell.format) };
}

/** The first section of a format that shows digits. */
function shownFormat(code: string): string {
  const sections = code.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? [];
  return (
    sections.find((section) => /[0#?]/.test(section.replace(/"[^"]*"/g, ""))) ??
    "General"
  );
}
