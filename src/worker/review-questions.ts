import type { Reading } from "../engine.ts";
import { unitChoice } from "../lens/answer-question.ts";
import { takeHidden } from "../lens/hidden-values.ts";
import type { BoundTable, Unmatched } from "../model/binding.ts";
import { displayText } from "../model/number-format.ts";
import { isOfSender, type QuestionPlace } from "../model/profile.ts";
import { parseCellRef, type SheetView } from "../model/sheet.ts";
import type { ReviewPlace, ReviewQuestion } from "./review-api.ts";

/** A table and one question it asks. */
export interface Asking {
  readonly reading: Reading;
  readonly table: BoundTable;
  readonly asked: Unmatched;
}

/** Examples shown of the figures that wait. */
const mostExamples = 4;

/** The questions of a review: what one choice settles is one question, whatever files and tables ask it. */
export function questionsIn(readings: readonly Reading[]): ReviewQuestion[] {
  const groups = new Map<string, Asking[]>();
  const all = allAsking(readings);
  const shared = formsOfSeveral(all);
  for (const asking of all) {
    const id = idOf(asking, shared);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [asking]);
    else group.push(asking);
  }
  return [...groups].flatMap(([id, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const place = placeOf(first);
    return {
      id,
      role: first.asked.role,
      place: place?.place ?? "table",
      text: first.asked.text,
      path: place?.words ?? "",
      candidates: [
        ...new Set(
          group.flatMap(({ asked }) =>
            asked.role === "unit"
              ? asked.candidates.map((code) => unitChoice(code, asked))
              : asked.candidates,
          ),
        ),
      ],
      cells: group.flatMap(cellsOf),
      tables: new Set(group.map(({ table }) => table)).size,
      ledgers:
        place?.place === "table" &&
        group.every(({ table }) => table.orientation === "records"),
      examples: examplesOf(first),
      months: monthsOf(group),
    };
  });
}

/** Empty unless every table that asks for its period names months. */
function monthsOf(group: readonly Asking[]): ReviewQuestion["months"] {
  const months = new Map<string, { from: number; to: number }>();
  for (const { table, asked } of group) {
    const hint = asked.role === "period" ? table.ask?.months : null;
    if (hint?.kind !== "months") return [];
    months.set(`${hint.from} ${hint.to}`, { from: hint.from, to: hint.to });
  }
  return [...months.values()];
}

/** The tables that ask a question, with what they ask. */
export function tablesAsking(
  readings: readonly Reading[],
  id: string,
): readonly Asking[] {
  const all = allAsking(readings);
  const shared = formsOfSeveral(all);
  return all.filter((asking) => idOf(asking, shared) === id);
}

/** The nameless forms that more than one sender hands in: one place is not all theirs. */
function formsOfSeveral(all: readonly Asking[]): ReadonlySet<string> {
  const senders = new Map<string, string>();
  const several = new Set<string>();
  for (const asking of all) {
    const { ask } = asking.table;
    if (ask === undefined || !asksWhose(asking)) continue;
    const known = senders.get(ask.form);
    if (known === undefined) senders.set(ask.form, ask.sender);
    else if (known !== ask.sender) several.add(ask.form);
  }
  return several;
}

function asksWhose(asking: Asking): boolean {
  const place = placeOf(asking)?.place;
  return place !== undefined && isOfSender({ place, asked: asking.asked.role });
}

function allAsking(readings: readonly Reading[]): Asking[] {
  return readings.flatMap((reading) =>
    reading.tables.flatMap((table) =>
      table.unmatched.map((asked) => ({ reading, table, asked })),
    ),
  );
}

function placeOf({ table, asked }: Asking): QuestionPlace | undefined {
  return table.ask?.places.get(asked.cell);
}

/**
 * The place or the date a sheet does not say is one question for all sheets,
 * the place of a form that several senders hand in one for each of them;
 * anything else is one for each form.
 */
function idOf(asking: Asking, shared: ReadonlySet<string>): string {
  const { table, asked } = asking;
  const { role, candidates } = asked;
  const place = placeOf(asking);
  if (asksWhose(asking) && shared.has(table.ask?.form ?? ""))
    return JSON.stringify([role, table.ask?.sender, candidates]);
  if (
    place?.place === "table" &&
    (role === "region" || role === "period") &&
    candidates.length === 0
  )
    return role;
  const toldApart =
    place?.place !== "row" ||
    table.ask?.answers.some(
      (answer) => answer.place === "row" && answer.words === place.words,
    ) === true;
  return JSON.stringify([
    table.ask?.form,
    role,
    place?.place,
    place?.words,
    toldApart ? place?.nth : undefined,
    candidates,
  ]);
}

function cellsOf({ reading, table, asked }: Asking): ReviewPlace[] {
  const sheet =
    reading.workbook?.sheets.findIndex(({ part }) => part === table.part) ?? 0;
  return [asked.cell, ...(asked.also ?? [])].map((cell) => ({
    file: reading.file,
    sheet,
    cell,
  }));
}

/** The first figures under or beside the header asked about. */
function examplesOf(asking: Asking): string[] {
  const { reading, table, asked } = asking;
  const place = placeOf(asking)?.place;
  const at = parseCellRef(asked.cell);
  const edges = table.ask?.edges;
  const sheet = reading.workbook?.sheets.find(
    ({ part }) => part === table.part,
  );
  if (at === null || edges === undefined || sheet === undefined) return [];
  const date1904 = reading.workbook?.date1904 ?? false;
  const found: string[] = [];
  const hidden = asked.candidates.includes(takeHidden);
  const look = (row: number, column: number): void => {
    const text = hidden
      ? (sheet.cellAt(row, column)?.raw ?? "")
      : textAt(sheet, row, column, date1904);
    if (text !== "" && found.length < mostExamples) found.push(text);
  };
  if (place === "column")
    for (
      let row = edges.top + edges.headerRows;
      row <= edges.bottom && found.length < mostExamples;
      row += 1
    )
      look(row, at.column);
  else if (place === "row")
    for (
      let column = edges.left + edges.stubColumns;
      column <= edges.right && found.length < mostExamples;
      column += 1
    )
      look(at.row, column);
  return found;
}

function textAt(
  sheet: SheetView,
  row: number,
  column: number,
  date1904: boolean,
): string {
  const cell = sheet.cellAt(row, column);
  return cell === undefined ? "" : displayText(cell, date1904).trim();
}
