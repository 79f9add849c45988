import type { DrawnHead, Profile, Profiles } from "../model/profile.ts";
import type { Cell, CellRange } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import { ownCell } from "../table/header-paths.ts";
import { cellWords, type Lines } from "../table/lines.ts";
import { overlap } from "../table/lines-within.ts";
import { headerRowsIn, lastRowFrom, tableAt } from "../table/table-at.ts";
import type { Matcher } from "../match/matcher.ts";
import type { SheetContext } from "./bind-context.ts";
import { blankWords } from "./blank-words.ts";

/** A table that a person drew, and the profile it is known by. */
export interface DrawnTable {
  readonly table: Table;
  readonly form: string;
}

/**
 * What is kept of a rectangle that a person calls a table: how its header is
 * known again, and by how much it ends elsewhere than a table does by itself.
 * Null where its first row has no words.
 */
export function drawnProfile(
  range: CellRange,
  lines: Lines,
  matcher: Matcher,
): Profile | null {
  const headerRows = headerRowsIn(range, lines, matcher);
  const drawn: DrawnHead = Array.from({ length: headerRows }, (_, down) =>
    Array.from({ length: range.right - range.left + 1 }, (_, across) =>
      wordsAt(range.top + down, range.left + across, lines),
    ),
  );
  if (!/\p{L}/u.test(drawn[0]?.join("") ?? "")) return null;
  const bottom =
    range.bottom - lastRowFrom(range.top + headerRows, range, lines);
  return {
    form: `▭${drawn.map((row) => row.join("|")).join("\n")}`,
    answers: [],
    ...(bottom === 0 ? {} : { shape: { bottom } }),
    drawn,
  };
}

/** The tables that people drew on sheets like this one, wherever their headers stand now. */
export function drawnTables({
  sheet,
  lines,
  matcher,
  profiles,
}: Pick<
  SheetContext,
  "sheet" | "lines" | "matcher" | "profiles"
>): DrawnTable[] {
  const found: (DrawnTable & { readonly range: CellRange })[] = [];
  for (const { form, drawn } of drawnIn(profiles))
    for (const head of headsLike(drawn, lines)) {
      const top = head.top + drawn.length;
      const range = { ...head, bottom: lastRowFrom(top, head, lines) };
      if (found.some((other) => overlap(other.range, range))) continue;
      const table = tableAt(sheet, range, drawn.length, lines, matcher);
      found.push({ table, form, range });
    }
  return found.sort((a, b) => a.range.top - b.range.top);
}

function drawnIn(
  profiles: Profiles | undefined,
): { readonly form: string; readonly drawn: DrawnHead }[] {
  return [...(profiles?.values() ?? [])].flatMap(({ form, drawn }) =>
    drawn === undefined ? [] : [{ form, drawn }],
  );
}

/** Where a header stands: the cells of its first row with words are looked for, then all of it is compared. */
function headsLike(
  drawn: DrawnHead,
  lines: Lines,
): Pick<CellRange, "top" | "left" | "right">[] {
  const [first = []] = drawn;
  const offset = first.findIndex((words) => words !== "");
  const wanted = first[offset];
  if (wanted === undefined) return [];
  const blanked = new Map<string, string>();
  const saysIt = ({ type, raw }: Cell): boolean => {
    if (type !== "text") return false;
    let words = blanked.get(raw);
    if (words === undefined) blanked.set(raw, (words = blankWords(raw)));
    return words === wanted;
  };
  return lines.lines.flatMap(({ row, filled }) =>
    filled.filter(saysIt).flatMap(({ column }) => {
      const left = column - offset;
      const same =
        left >= 0 &&
        drawn.every((texts, down) =>
          texts.every(
            (words, across) =>
              words === wordsAt(row + down, left + across, lines),
          ),
        );
      return same ? [{ top: row, left, right: left + first.length - 1 }] : [];
    }),
  );
}

function wordsAt(row: number, column: number, lines: Lines): string {
  const cell = ownCell(row, column, lines);
  return cell === undefined ? "" : blankWords(cellWords(cell, lines.date1904));
}
