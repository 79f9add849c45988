import type { CellRange } from "../../../src/model/sheet.ts";
import type { Change } from "./change.ts";
import {
  columnOf,
  type DraftCell,
  type DraftSheet,
  type DraftTable,
  placeOf,
  rowOf,
} from "./draft.ts";
import {
  areaAt,
  everyTable,
  moved,
  onlyTable,
  rowsInserted,
  rowsTaken,
  textCell,
  withCells,
  wordsAt,
} from "./edit-draft.ts";
import { columnGroups } from "./layout-changes.ts";

const group = "header";

/** What is merged, how many levels a header has and which comes first. */
export const headerChanges: readonly Change[] = [
  {
    group,
    name: "the header unmerged",
    apply: (draft) =>
      everyTable(draft, (sheet, table) =>
        unmerged(sheet, (merge) => isInHeader(merge, table), false),
      ),
  },
  ...(["across", "across its rows only", "down its columns only"] as const).map(
    (how): Change => ({
      group,
      name: `the header unmerged and filled ${how}`,
      apply: (draft) =>
        everyTable(draft, (sheet, table) =>
          unmerged(
            sheet,
            (merge) => isInHeader(merge, table),
            how === "across"
              ? true
              : how === "across its rows only"
                ? "across"
                : "down",
          ),
        ),
    }),
  ),
  {
    group,
    name: "the title unmerged",
    apply: (draft) =>
      everyTable(draft, (sheet, table) =>
        unmerged(sheet, (merge) => merge.bottom < table.top, false),
      ),
  },
  {
    group,
    name: "the title unmerged and filled across",
    apply: (draft) =>
      everyTable(draft, (sheet, table) =>
        unmerged(sheet, (merge) => merge.bottom < table.top, true),
      ),
  },
  {
    group,
    name: "merged names unmerged",
    apply: (draft) =>
      everyTable(draft, (sheet, table) =>
        unmerged(sheet, (merge) => isInStub(merge, table), false),
      ),
  },
  {
    group,
    name: "merged names unmerged and filled down",
    apply: (draft) =>
      everyTable(draft, (sheet, table) =>
        unmerged(sheet, (merge) => isInStub(merge, table), true),
      ),
  },
  {
    group,
    name: "equal names merged",
    apply: (draft) =>
      everyTable(draft, (sheet, table) => {
        const [first] = table.stub;
        if (table.kind !== "figures" || first === undefined) return null;
        if (table.stub.length < 2) return null;
        const runs: CellRange[] = [];
        for (let row = table.body; row <= table.bottom;) {
          const words = wordsAt(sheet, row, first);
          let last = row;
          while (
            words.trim() !== "" &&
            last < table.bottom &&
            wordsAt(sheet, last + 1, first) === words
          )
            last += 1;
          if (last > row)
            runs.push({ top: row, bottom: last, left: first, right: first });
          row = last + 1;
        }
        if (runs.length === 0) return null;
        const cells = new Map(sheet.cells);
        for (const { top, bottom, left } of runs)
          for (let row = top + 1; row <= bottom; row += 1)
            cells.delete(placeOf(row, left));
        return { ...sheet, cells, merges: [...sheet.merges, ...runs] };
      }),
  },
  ...(["", "\n", " "] as const).map((between): Change => ({
    group,
    name: `header levels joined with ${between === "" ? "nothing" : between === " " ? "a space" : "a line break"}`,
    apply: (draft) =>
      onlyTable(draft, (sheet, table) => {
        if (table.kind !== "figures" || table.body - table.top < 2) return null;
        const names = new Map<number, string>();
        for (let column = table.left; column <= table.right; column += 1)
          names.set(column, headPath(sheet, table, column).join(between));
        const flat = unmerged(
          sheet,
          (merge) => isInHeader(merge, table),
          false,
        );
        const cells = new Map((flat ?? sheet).cells);
        for (const [place] of cells) {
          const [row, column] = [rowOf(place), columnOf(place)];
          if (row >= table.top && row < table.body && names.has(column))
            cells.delete(place);
        }
        for (const [column, words] of names)
          if (words !== "")
            cells.set(placeOf(table.body - 1, column), textCell(words));
        return rowsTaken(
          { ...(flat ?? sheet), cells },
          new Set(
            Array.from(
              { length: table.body - table.top - 1 },
              (_, at) => table.top + at,
            ),
          ),
        );
      }),
  })),
  {
    group,
    name: "header levels the other way about",
    apply: (draft) =>
      onlyTable(draft, (sheet, table) => {
        if (table.kind !== "figures" || table.body - table.top !== 2)
          return null;
        const groups = columnGroups(sheet, table);
        const [first = []] = groups;
        const lower = (columns: readonly number[]): string[] =>
          columns.map((column) => wordsAt(sheet, table.top + 1, column));
        const words = lower(first);
        if (groups.length < 2 || first.length < 2 || words.includes(""))
          return null;
        if (new Set(words).size !== words.length) return null;
        if (groups.some((columns) => lower(columns).join() !== words.join()))
          return null;
        const places = groups.flat();
        const order = first.flatMap((_, at) =>
          groups.map((columns) => columns[at] ?? -1),
        );
        const to = new Map(
          order.map((column, at) => [column, places[at] ?? column]),
        );
        const upper = groups.map((columns) =>
          wordsAt(sheet, table.top, columns[0] ?? -1),
        );
        const bare =
          unmerged(
            sheet,
            (merge) => isInHeader(merge, table) && merge.right > merge.left,
            false,
          ) ?? sheet;
        const turned = moved(bare, {
          columns: (column) => to.get(column) ?? column,
        });
        if (turned === null) return null;
        const width = groups.length;
        const start = places[0] ?? table.left;
        const cells = new Map(turned.cells);
        for (const column of places) {
          cells.delete(placeOf(table.top, column));
          cells.delete(placeOf(table.top + 1, column));
        }
        return withCells(
          {
            ...turned,
            cells,
            merges: [
              ...turned.merges,
              ...words.map((_, at) => ({
                top: table.top,
                bottom: table.top,
                left: start + at * width,
                right: start + at * width + width - 1,
              })),
            ],
          },
          [
            ...words.map(
              (text, at) =>
                [table.top, start + at * width, textCell(text)] as const,
            ),
            ...places.map(
              (column, at) =>
                [
                  table.top + 1,
                  column,
                  textCell(upper[at % width] ?? ""),
                ] as const,
            ),
          ],
        );
      }),
  },
  {
    group,
    name: "numbers of columns below the header",
    apply: (draft) =>
      everyTable(draft, (sheet, table) => {
        if (table.kind === "card" || table.top === table.body) return null;
        const longer = rowsInserted(sheet, table.body);
        return longer === null
          ? null
          : withCells(
              longer,
              Array.from(
                { length: table.right - table.left + 1 },
                (_, at) =>
                  [
                    table.body,
                    table.left + at,
                    textCell(String(at + 1)),
                  ] as const,
              ),
            );
      }),
  },
  {
    group,
    name: "a diagonal corner",
    apply: (draft) =>
      everyTable(draft, (sheet, table) => {
        const [only] = table.stub;
        if (
          table.kind !== "figures" ||
          only === undefined ||
          table.stub.length > 1 ||
          table.top === table.body ||
          !/^(城\s*市|地\s*区|县区|区县|设区市|市)$/.test(
            wordsAt(sheet, table.top, only),
          )
        )
          return null;
        return withCells(sheet, [
          [
            table.top,
            only,
            textCell(`        指标\n${wordsAt(sheet, table.top, only)}`),
          ],
        ]);
      }),
  },
];

/** The distinct words above a column, from the top down. */
export function headPath(
  sheet: DraftSheet,
  table: DraftTable,
  column: number,
): string[] {
  const path: string[] = [];
  let above: CellRange | undefined;
  for (let row = table.top; row < table.body; row += 1) {
    const area = areaAt(sheet, row, column);
    if (area.top === above?.top && area.left === above.left) continue;
    above = area;
    const words = wordsAt(sheet, area.top, area.left).trim();
    if (words !== "") path.push(words);
  }
  return path;
}

function isInHeader(
  { top, bottom, left, right }: CellRange,
  table: DraftTable,
): boolean {
  return (
    top >= table.top &&
    bottom < table.body &&
    left >= table.left &&
    right <= table.right
  );
}

function isInStub(
  { top, bottom, left, right }: CellRange,
  table: DraftTable,
): boolean {
  return (
    table.kind === "figures" &&
    top >= table.body &&
    bottom <= table.bottom &&
    bottom > top &&
    left === right &&
    table.stub.includes(left)
  );
}

/** Without some merged areas; `filled` repeats their words in every cell of them, or in those of their first row or column. Null when there is none. */
function unmerged(
  sheet: DraftSheet,
  which: (merge: CellRange) => boolean,
  filled: boolean | "across" | "down",
): DraftSheet | null {
  const gone = sheet.merges.filter(which);
  if (gone.length === 0) return null;
  const put: [number, number, DraftCell][] = [];
  for (const { top, bottom, left, right } of gone) {
    const cell = sheet.cells.get(placeOf(top, left));
    if (filled === false || cell === undefined) continue;
    for (let row = top; row <= (filled === "across" ? top : bottom); row += 1)
      for (
        let column = left;
        column <= (filled === "down" ? left : right);
        column += 1
      )
        put.push([row, column, cell]);
  }
  return withCells(
    { ...sheet, merges: sheet.merges.filter((merge) => !which(merge)) },
    put,
  );
}
