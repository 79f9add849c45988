import { type Line, type Lines, spanOf } from "./lines.ts";
import { isNote, isSignature, isSignOff } from "./line-words.ts";
import { numbersColumns } from "./column-numbers.ts";
import type { LookCache } from "./look-cache.ts";
import { headerLook } from "./row-look.ts";

export interface BodyLines {
  readonly lines: readonly Line[];
  /** Rows that only name the rows below them. */
  readonly groups: ReadonlySet<number>;
  readonly notes: readonly Line[];
  /** Index of the line after the table. */
  readonly next: number;
}

/** Texts longer than this in a row of their own are remarks, not names. */
const longestName = 30;

/** Known words longer than this, alone above a header, are its title and no row's name. */
const longestLabel = 8;

/** The lines below a header up to the next table. */
export function bodyOf(
  start: number,
  header: readonly Line[],
  looks: LookCache,
): BodyLines {
  const { lines } = looks;
  const width = columnsOf(header, lines);
  const [strip] = header;
  const board =
    header.length === 1 && strip !== undefined && looks.namesFigures(strip);
  const body: Line[] = [];
  const groups = new Set<number>();
  const notes: Line[] = [];
  let blanks: Line[] = [];
  let last = header.at(-1)?.row ?? 0;
  let index = start;
  let fresh = true;
  for (;;) {
    const line = looks.line(index);
    if (line === undefined) break;
    if (line.count === 0) {
      // Styled blanks next to the body are rows to be filled.
      if (notes.length === 0 && line.row === last + 1 && line.size > 1) {
        blanks.push(line);
        last = line.row;
      }
      index += 1;
      continue;
    }
    if (repeatsAt(index, header, looks)) {
      index += header.length;
      last = looks.line(index - 1)?.row ?? last;
      fresh = true;
      continue;
    }
    if (fresh && numbersColumns(line)) {
      index += 1;
      last = line.row;
      continue;
    }
    fresh = false;
    // A board: names of figures over figures, and the next strip of names below them.
    if (body.length > 0 && board && looks.namesFigures(line)) break;
    const text = looks.singleText(index);
    const kind =
      text === undefined
        ? rowKind(index, line, header, body, notes, looks)
        : singleKind(index, line, text, {
            gap: line.row > last + 1 || blanks.length > 0,
            notes: notes.length > 0,
            filled: (body.at(-1)?.count ?? 0) > 1,
            width,
            looks,
          });
    if (kind === "end") break;
    if (kind === "note") {
      notes.push(line);
    } else {
      if (blanks.length > 0) {
        body.push(...blanks);
        blanks = [];
      }
      body.push(line);
      if (kind === "group") groups.add(line.row);
    }
    last = line.row;
    index += 1;
  }
  return giveBack(
    { lines: [...body, ...blanks], groups, notes, next: index },
    looks,
  );
}

type Kind = "body" | "group" | "note" | "end";

/** A row of several cells. */
function rowKind(
  index: number,
  line: Line,
  header: readonly Line[],
  body: readonly Line[],
  notes: readonly Line[],
  looks: LookCache,
): Kind {
  if (looks.isSigned(line)) return "note";
  if (body.length > 0 && beginsAs(line, header, looks)) {
    const { data, known } = looks.at(index);
    if (data === 0 && known > 0) return "end";
  }
  if (!looks.mayHead(line)) return notes.length > 0 ? "end" : "body";
  const look = looks.at(index);
  if (look.meta && looks.headerAhead(index)) return "end";
  if (headerLook(look) === "strong" && look.corner && body.length > 0) {
    const before = body.at(-1)?.filled[0];
    // Under a merged parent of the body the row is still a part of it.
    if (
      before === undefined ||
      spanOf(before, looks.lines.merges).bottom < line.row
    )
      return "end";
  }
  return notes.length > 0 ? "end" : "body";
}

/** A row of a single text: a name, a group, a remark, or the title of what follows. */
function singleKind(
  index: number,
  line: Line,
  text: string,
  at: {
    readonly gap: boolean;
    readonly notes: boolean;
    /** True below a row of several cells. */
    readonly filled: boolean;
    readonly width: { readonly left: number; readonly right: number };
    readonly looks: LookCache;
  },
): Kind {
  const { looks, width } = at;
  if (isNote(text) || isSignature(text)) return "note";
  const cell = line.filled[0];
  if (cell === undefined) return "body";
  const span = spanOf(cell, looks.lines.merges);
  const share = (span.right - span.left + 1) / (width.right - width.left + 1);
  const wide = span.right > span.left && share >= 0.6;
  const outside = cell.column > width.right || cell.column < width.left;
  if (at.filled && isSignOff(text) && endsHere(index, looks)) return "note";
  const look = looks.at(index);
  if (
    (wide || outside || at.gap || look.meta || at.notes) &&
    looks.headerAhead(index)
  )
    return "end";
  if (at.notes || look.meta) return "note";
  if (look.data > 0) return "body";
  if (outside || text.length > longestName) return "note";
  if (wide) return followed(index, looks) ? "group" : "note";
  const toFill = line.cells.length > 1;
  return at.gap && look.known === 0 && !toFill ? "note" : "body";
}

/** True where only offices, days, notes and blanks follow up to the end of the sheet. */
function endsHere(index: number, looks: LookCache): boolean {
  for (
    let next = looks.nextFilled(index);
    next !== undefined;
    next = looks.nextFilled(next)
  ) {
    const text = looks.singleText(next);
    if (text === undefined) return false;
    if (!isSignOff(text) && !isNote(text) && !isSignature(text)) return false;
  }
  return true;
}

function followed(index: number, looks: LookCache): boolean {
  const next = looks.nextFilled(index);
  const here = looks.line(index);
  const there = next === undefined ? undefined : looks.line(next);
  return (
    next !== undefined &&
    here !== undefined &&
    there !== undefined &&
    there.row <= here.row + 2 &&
    !isNote(looks.singleText(next) ?? "")
  );
}

/** Single unknown texts just above the next header are its titles. */
function giveBack(body: BodyLines, looks: LookCache): BodyLines {
  if (looks.line(body.next) === undefined || body.notes.length > 0) return body;
  const lines = [...body.lines];
  let next = body.next;
  for (;;) {
    const last = lines.at(-1);
    const before = looks.line(next - 1);
    if (last === undefined || before === undefined || before.row !== last.row)
      break;
    const text = looks.singleText(next - 1);
    if (text === undefined || last.cells.length > 1) break;
    const look = looks.at(next - 1);
    const named = look.known > 0 && text.length <= longestLabel;
    if (named || look.data > 0) break;
    lines.pop();
    next -= 1;
  }
  return { ...body, lines, next };
}

/** True when the header is printed again here, as at the top of each page. */
function repeatsAt(
  index: number,
  header: readonly Line[],
  looks: LookCache,
): boolean {
  const { lines } = looks;
  const { columns } = lines.cells;
  for (let offset = 0; offset < header.length; offset += 1) {
    const printed = header[offset];
    const line = looks.line(index + offset);
    if (printed === undefined || line?.count !== printed.count) return false;
    for (let at = 0; at < line.count; at += 1) {
      const here = line.at(at);
      const there = printed.at(at);
      if (columns[here] !== columns[there]) return false;
      if (!lines.sameWords(here, there)) return false;
    }
  }
  return true;
}

/** True for a row that begins with the words the header begins with: the header of a next table, whatever it calls the names of its rows. */
function beginsAs(
  line: Line,
  header: readonly Line[],
  { lines }: LookCache,
): boolean {
  const [first] = header;
  if (first === undefined || first.count === 0 || line.count < 2) return false;
  const { columns } = lines.cells;
  const here = line.at(0);
  const there = first.at(0);
  return columns[here] === columns[there] && lines.sameWords(here, there);
}

function columnsOf(
  header: readonly Line[],
  lines: Lines,
): { readonly left: number; readonly right: number } {
  let left = Infinity;
  let right = -1;
  for (const line of header) {
    for (const cell of line.filled) {
      const span = spanOf(cell, lines.merges);
      left = Math.min(left, span.left);
      right = Math.max(right, span.right);
    }
  }
  return { left, right };
}
