import { cornerRoles } from "../match/role-words.ts";
import type { Cell } from "../model/sheet.ts";
import { type HeaderReader, isKnown } from "./header-reader.ts";
import { cellWords, type Line } from "./lines.ts";
import { isFigureText, isMeta, isYearNumber } from "./line-words.ts";

/** What the cells of one row look like, before anybody knows which table they are in. */
export interface RowLook {
  /** Cells with something in them, each merge once. */
  readonly filled: number;
  /** Figures, placeholders, dates, errors, formulas: things of a body. */
  readonly data: number;
  /** Texts that the code lists know as header words. */
  readonly known: number;
  /** Texts that nobody knows. */
  readonly unknown: number;
  /** The first words are 地区, 序号, 指标, 月份 …: the corner of a table. */
  readonly corner: boolean;
  readonly meta: boolean;
}

const waterClass = /^(劣)?\s*([ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V|[一二三四五])\s*类?$/;

/** How a single cell counts: as part of a body, as a known header word, as an unknown word, or not at all. */
export type CellLook = "data" | "year" | "known" | "unknown" | "meta" | "empty";

export function cellLook(
  cell: Cell,
  reader: HeaderReader,
  date1904: boolean,
): CellLook {
  if (cell.formula !== undefined || cell.type === "error") return "data";
  if (cell.type === "boolean") return "data";
  if (cell.type === "number" && cell.format === "General")
    return mayBeYear(cell.value) && isYearNumber(cell.raw) ? "year" : "data";
  if (cell.type === "text") return textLook(cell, reader, date1904);
  return wordsLook(cell, reader, date1904);
}

/** Texts of bodies repeat: what one looks like is worked out once for each reader. */
const known = new WeakMap<HeaderReader, Map<string, CellLook>>();
const keptTexts = 20_000;

function textLook(
  cell: Cell,
  reader: HeaderReader,
  date1904: boolean,
): CellLook {
  let looks = known.get(reader);
  if (looks === undefined || looks.size >= keptTexts) {
    looks = new Map();
    known.set(reader, looks);
  }
  const before = looks.get(cell.raw);
  if (before !== undefined) return before;
  const look = wordsLook(cell, reader, date1904);
  looks.set(cell.raw, look);
  return look;
}

/** True for a text that is neither a figure, nor a placeholder, nor a year: whether anybody knows it is not asked, which takes longer. */
export function isWording(text: string, reader: HeaderReader): boolean {
  return (
    text !== "" &&
    !waterClass.test(text) &&
    !isYearNumber(text) &&
    !isFigureText(text) &&
    reader.placeholder(text) === null
  );
}

/** False for a value that is no year, however it is written. */
export function mayBeYear(value: Cell["value"]): boolean {
  return typeof value === "number" && value >= 1900 && value < 2100;
}

/** A share in %, a number longer than any year or day is written with: nobody need be asked what they name. */
const bareFigure = /^(?:\d{1,3}(?:\.\d+)?%|\d{9,})$/;

function wordsLook(
  cell: Cell,
  reader: HeaderReader,
  date1904: boolean,
): CellLook {
  const text = cellWords(cell, date1904);
  if (text === "") return "empty";
  if (cell.type === "number" || cell.type === "date") {
    if (isYearNumber(text)) return "year";
    return /[年月季]/.test(text) && reader.read(text).period.length > 0
      ? "year"
      : "data";
  }
  if (bareFigure.test(text)) return "data";
  if (waterClass.test(text) || reader.placeholder(text) !== null) return "data";
  if (isYearNumber(text)) return "year";
  if (isMeta(text)) return "meta";
  const facets = reader.read(text);
  const named = (): boolean =>
    reader.field(text).some((guess) => guess.confidence >= 0.8);
  if (isKnown(facets)) {
    return isFigureText(text) &&
      !named() &&
      facets.indicator.length === 0 &&
      facets.period.length === 0 &&
      facets.role === null
      ? "data"
      : "known";
  }
  if (isFigureText(text)) return named() ? "known" : "data";
  if (cornerRoles(text).length > 0) return "known";
  return named() ? "known" : "unknown";
}

/** Cells at the left of a row among which the corner of a table stands. */
export const cornerCells = 3;

function isClass({ type, raw, formula }: Cell): boolean {
  return (
    type === "text" && formula === undefined && waterClass.test(raw.trim())
  );
}

/** Fewer classes than this are those of two times, in a row of a list. */
const fewestClasses = 3;

/** True for 剩余13天控制浓度: a figure at first sight, with a name behind its unit. */
function isWordsAround({ type, raw, formula }: Cell): boolean {
  return (
    type === "text" &&
    formula === undefined &&
    /^[\u4e00-\u9fff]{0,6}\d+[\u4e00-\u9fff]{4,6}$/.test(raw.trim())
  );
}

/** True for a word among the data of a row, which stands for no value: 断流, 未监测. */
function isWordForNone({ type, raw, formula }: Cell): boolean {
  return (
    type === "text" &&
    formula === undefined &&
    /^[\u4e00-\u9fff]{2,}$/.test(raw.trim())
  );
}

/** Fewer classes one after the other may be those of a river that gets worse. */
const fewestClimbing = 4;

const numerals = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"].map((roman, at) => [
  roman,
  roman.normalize("NFKC"),
  "一二三四五".charAt(at),
]);

/** True for a line whose classes of water stand side by side, each worse than the one before: Ⅰ类 | Ⅱ类 | Ⅲ类 | Ⅳ类 are headers. */
function climbs({ filled }: Line): boolean {
  let count = 0;
  let rank = -1;
  let column = -1;
  for (const cell of filled) {
    if (!isClass(cell)) continue;
    const [, worse, numeral] = waterClass.exec(cell.raw.trim()) ?? [];
    const at =
      worse === undefined
        ? numerals.findIndex((words) => words.includes(numeral ?? ""))
        : numerals.length;
    if (at <= rank || (count > 0 && cell.column !== column + 1)) return false;
    [rank, column] = [at, cell.column];
    count += 1;
  }
  return count >= fewestClimbing;
}

export function rowLook(
  line: Line,
  reader: HeaderReader,
  date1904: boolean,
): RowLook {
  let data = 0;
  let noneWords = 0;
  let known = 0;
  let unknown = 0;
  let years = 0;
  let meta = false;
  let corner = false;
  let seen = 0;
  for (const cell of line.filled) {
    const look = cellLook(cell, reader, date1904);
    if (look === "data") {
      data += 1;
      if (isWordForNone(cell)) noneWords += 1;
    } else if (look === "year") years += 1;
    else if (look === "known") known += 1;
    else if (look === "unknown") unknown += 1;
    else if (look === "meta") meta = true;
    if (
      seen < cornerCells &&
      look === "known" &&
      reader.corner(cellWords(cell, date1904))
    )
      corner = true;
    seen += 1;
  }
  // A number inside words is no figure there: 剩余13天控制浓度.
  if (corner && data > 0) {
    const worded = line.filled.filter(isWordsAround).length;
    known += worded;
    data -= worded;
  }
  // Classes of water beside a corner are headers (地区 | Ⅰ类 | … | 劣Ⅴ类), and so is 断流 among them.
  if (corner || (data >= fewestClimbing && climbs(line))) {
    const classes = line.filled.filter(isClass).length;
    const words = classes >= fewestClasses ? noneWords : 0;
    known += classes + words;
    data -= classes + words;
  }
  // The days of a month beside a corner are headers (县区 | 1 | 2 | 3 …).
  if (corner && data > 0 && countsUp(line) === data) {
    known += data;
    data = 0;
  }
  // Years among words are headers (指标 | 2015 | 2019), years alone are not.
  if (known + unknown > 0) known += years;
  else data += years;
  return { filled: line.filled.length, data, known, unknown, corner, meta };
}

/** Fewer numbers than this are no calendar. */
const fewestDays = 5;

/** How many numbers a line holds that count up from 1 in columns side by side; 0 when some do not. */
export function countsUp({ filled }: Line): number {
  let last: Cell | undefined;
  let count = 0;
  for (const cell of filled) {
    if (cell.type !== "number") continue;
    if (cell.formula !== undefined || cell.value !== count + 1) return 0;
    if (last !== undefined && cell.column !== last.column + 1) return 0;
    last = cell;
    count += 1;
  }
  return count >= fewestDays ? count : 0;
}

/**
 * Whether a row may begin a header. `strong` needs no further evidence;
 * `weak` needs a place where a header is expected.
 */
export function headerLook(look: RowLook): "strong" | "weak" | "none" {
  if (look.meta || look.data > 0 || look.filled < 2) return "none";
  if (look.corner && look.known >= 1) return "strong";
  if (look.known >= 3 && look.known >= look.unknown * 2) return "strong";
  if (look.known >= 1 && look.known >= look.unknown) return "weak";
  return "none";
}
