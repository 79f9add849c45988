import type { UnitCode } from "../model/codes.ts";
import type { Catalog, RecordField, RecordKind } from "../model/catalog.ts";
import { isFilled, type Lines } from "../table/lines.ts";
import { isFigureText } from "../table/line-words.ts";
import type { HeaderText, Table } from "../model/table.ts";
import type { FieldGuess } from "../match/read-field.ts";
import type { Matcher } from "../match/matcher.ts";
import { CERTAIN } from "./certain.ts";
import { unitInBrackets } from "./header-levels.ts";
import { withoutMarks } from "./naming-words.ts";

/** A column of a table of records and the field it holds. */
export interface FieldColumn {
  readonly column: number;
  readonly head: HeaderText;
  readonly field: RecordField | null;
  /** The unit its header states for numbers of another unit than the field's. */
  readonly stated: UnitCode | null;
}

export interface RecordColumns {
  readonly kind: RecordKind;
  readonly columns: readonly FieldColumn[];
  /** Columns headed 序号. */
  readonly ordinals: readonly number[];
  /** Columns whose texts, joined in this order, identify a record; empty when there are none. */
  readonly identity: readonly number[];
}

/** Fewer columns than this that name fields make no table of records. */
const fewest = 3;

/**
 * The kind of record a table lists: the one with most fields among its
 * headers, if at least three of them and more than name indicators; of kinds
 * with as many, one whose rows can be told apart. Null when it lists none.
 */
export function recordColumns(
  table: Table,
  catalog: Catalog,
  matcher: Matcher,
  lines: Lines,
): RecordColumns | null {
  const heads = headsOf(table);
  const latest = latestYear([
    ...heads.map(({ words }) => words),
    ...table.title.map(({ text }) => text),
  ]);
  const leaves = heads.map(({ head }) =>
    unitInBrackets(withoutMarks(head.text), matcher),
  );
  const guesses = heads.map(({ words }, at) => {
    const leaf = leaves[at] ?? "";
    return [leaf, words, withoutDates(leaf, latest)]
      .flatMap((text) => matcher.field(text))
      .filter(({ confidence }) => confidence >= CERTAIN);
  });
  const saysWords = (column: number): boolean =>
    holdsNames(column, table, lines, matcher);
  // Of most tables of figures it need not be asked what all the headers name.
  const most = mostFields(heads, guesses, catalog, saysWords);
  if (most < fewest) return null;
  let indicators = 0;
  for (const [at, { words }] of heads.entries()) {
    const named = [words, leaves[at] ?? ""].some(
      (text) => (matcher.read(text).indicator[0]?.confidence ?? 0) >= CERTAIN,
    );
    if (named) indicators += 1;
    if (indicators >= most) return null;
  }
  // 编号 at the left that counts the rows is 序号, where something else tells records apart.
  const [first] = heads;
  const counting =
    first !== undefined &&
    /^编\s*号$/.test(first.head.text.trim()) &&
    countsRows(first.column, table, lines);
  const other = counting
    ? bestKind(heads, [[], ...guesses.slice(1)], indicators, catalog, saysWords)
    : null;
  const isOrdinal = other !== null && tellsApart(other, table, lines);
  const best = isOrdinal
    ? other
    : bestKind(heads, guesses, indicators, catalog, saysWords);
  if (best === null) return null;
  const ordinals = heads
    .filter(
      ({ head }, at) =>
        (isOrdinal && at === 0) ||
        matcher.read(withoutMarks(head.text)).role === "ordinal",
    )
    .map(({ column }) => column);
  const columns = best.columns
    .filter(({ column }) => !ordinals.includes(column))
    .map((column) => ({
      ...column,
      stated:
        column.field?.unit === undefined
          ? null
          : (matcher.unit(unitInBrackets(column.head.text, matcher))[0]
              ?.value ?? null),
    }));
  return {
    kind: best.kind,
    columns,
    ordinals,
    identity: identityOf(best.kind, columns),
  };
}

/** How many fields of one kind the headers name at most. */
function mostFields(
  heads: readonly Head[],
  guesses: readonly (readonly FieldGuess[])[],
  { recordKinds }: Catalog,
  saysWords: (column: number) => boolean,
): number {
  let most = 0;
  for (const kind of recordKinds.values())
    most = Math.max(most, columnsOf(kind, heads, guesses, saysWords).score);
  return most;
}

/** The kind with most fields among the headers; null where none has enough. */
function bestKind(
  heads: readonly Head[],
  guesses: readonly (readonly FieldGuess[])[],
  indicators: number,
  { recordKinds }: Catalog,
  saysWords: (column: number) => boolean,
): Candidate | null {
  let best: Candidate | null = null;
  for (const kind of recordKinds.values()) {
    const candidate = columnsOf(kind, heads, guesses, saysWords);
    if (candidate.score < fewest || candidate.score <= indicators) continue;
    if (best === null || isBetter(candidate, best)) best = candidate;
  }
  return best;
}

/** True where the identifying fields of a kind differ from row to row. */
function tellsApart(
  { kind, columns }: Candidate,
  { bodyRows }: Table,
  lines: Lines,
): boolean {
  const own = columns.filter(({ field }) => field?.identifies === true);
  const seen = new Set<string>();
  const rows = bodyRows.slice(0, sample);
  for (const row of rows)
    seen.add(
      own
        .map(({ column }) => lines.cellAt(row, column)?.raw.trim() ?? "")
        .join("/"),
    );
  return identityOf(kind, columns).length > 0 && seen.size === rows.length;
}

/** Rows looked at to tell whether a column counts them. */
const sample = 60;

/** True for a column that runs 1, 2, 3 … down the rows. */
function countsRows(
  column: number,
  { bodyRows }: Table,
  lines: Lines,
): boolean {
  const numbers = bodyRows.slice(0, sample).flatMap((row) => {
    const cell = lines.cellAt(row, column);
    return cell === undefined || !isFilled(cell) ? [] : [cell.raw.trim()];
  });
  return (
    numbers.length > 1 && numbers.every((text, at) => text === String(at + 1))
  );
}

/** True for a column of words: ≤46 is a figure, 断面优良率100% names one. */
function holdsNames(
  column: number,
  { bodyRows }: Table,
  lines: Lines,
  matcher: Matcher,
): boolean {
  let words = 0;
  let figures = 0;
  for (const row of bodyRows.slice(0, sample)) {
    const cell = lines.cellAt(row, column);
    if (cell === undefined || !isFilled(cell)) continue;
    if (cell.type !== "text") return false;
    const named = matcher.read(cell.raw).indicator.length > 0;
    if (named || !isFigureText(cell.raw)) words += 1;
    else figures += 1;
  }
  return words >= figures;
}

interface Candidate {
  readonly kind: RecordKind;
  readonly columns: readonly FieldColumn[];
  readonly score: number;
}

function isBetter(one: Candidate, other: Candidate): boolean {
  const [a, b] = [one, other].map(
    ({ kind, columns }) => identityOf(kind, columns).length > 0,
  );
  return a === b ? one.score > other.score : a === true;
}

/** The columns of a kind: the first that names a field holds it. */
function columnsOf(
  kind: RecordKind,
  heads: readonly Head[],
  guesses: readonly (readonly FieldGuess[])[],
  saysWords: (column: number) => boolean,
): Candidate {
  const taken = new Set<string>();
  const columns = heads.map(({ column, head }, index) => {
    const code = guesses[index]?.find(
      ({ value }) => value.kind === kind.code && !taken.has(value.field),
    )?.value.field;
    const field = kind.fields.find((known) => known.code === code) ?? null;
    if (field !== null) taken.add(field.code);
    return { column, head, field, stated: null };
  });
  for (const field of kind.fields) {
    const { words = [], beside = [] } = field.loose ?? {};
    if (taken.has(field.code) || !beside.some((code) => taken.has(code)))
      continue;
    const at = columns.findIndex(
      (column) =>
        column.field === null &&
        words.includes(bare(column.head)) &&
        saysWords(column.column),
    );
    const found = columns[at];
    if (found === undefined) continue;
    columns[at] = { ...found, field };
    taken.add(field.code);
  }
  return { kind, columns, score: taken.size };
}

/** A header without blanks and remarks in brackets. */
function bare({ text }: HeaderText): string {
  return withoutMarks(text)
    .replace(/\s/g, "")
    .replace(/[（(][^（()）]*[)）]$/, "");
}

/**
 * The columns that identify a record, in the order its kind lists the fields,
 * whatever order the sheet has them in. Where none is there, those that stand
 * in for them.
 */
function identityOf(
  kind: RecordKind,
  columns: readonly FieldColumn[],
): number[] {
  const of = (code: string): number[] =>
    columns.flatMap(({ column, field }) =>
      field?.code === code ? [column] : [],
    );
  const own = kind.fields
    .filter(({ identifies }) => identifies)
    .flatMap(({ code }) => of(code));
  if (own.length > 0) return own;
  const [first, ...others] = kind.standIns ?? [];
  return first === undefined || of(first).length === 0
    ? []
    : [first, ...others].flatMap(of);
}

interface Head {
  readonly column: number;
  readonly head: HeaderText;
  readonly words: string;
}

/** Every column of the table, stub included, with its header words. */
function headsOf(table: Table): Head[] {
  const all = [
    ...table.stubColumns.map((column, index) => ({
      column,
      path: table.stubHeaders[index] ?? [],
    })),
    ...table.columns,
  ].sort((a, b) => a.column - b.column);
  return all.map(({ column, path }) => ({
    column,
    head: path.at(-1) ?? { text: "", row: table.headerRows.bottom, column },
    words: path.map(({ text }) => withoutMarks(text)).join(""),
  }));
}

const year = /((?:19|20)\d{2})年/;

function latestYear(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => Number(year.exec(text)?.[1] ?? 0)));
}

/** `1-9月累计类别` as `1-N月累计类别`, `9月类别` as 本月类别, the year before the others' as 上年同期. */
function withoutDates(text: string, latest: number): string {
  const stated = Number(year.exec(text)?.[1] ?? latest);
  const last = stated === latest - 1;
  return text
    .replace(year, last ? "上年同期" : "")
    .replace(/\d{1,2}月?\s*[-—–~～至到]+\s*\d{1,2}月份?/, last ? "" : "1-N月")
    .replace(/(?<![-\dN])\d{1,2}月份?/, last ? "" : "本月");
}
