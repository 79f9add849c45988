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
  moved,
  onlyTable,
  rowsInserted,
  withCells,
  textCell,
} from "./edit-draft.ts";
import {
  columnGroups,
  isOfTheColumnBefore,
  isPlain,
  markedRows,
} from "./layout-changes.ts";

const group = "form";

/** The same table in another form. */
export const formChanges: readonly Change[] = [
  {
    group,
    name: "the table turned",
    apply: (draft) =>
      onlyTable(draft, (sheet, table) =>
        isPlain(sheet, table) ? turned(sheet, table) : null,
      ),
  },
  ...(["", "续表"] as const).map((words): Change => ({
    group,
    name:
      words === ""
        ? "two halves of the rows one below the other"
        : "two halves of the rows with 续表 between",
    apply: (draft) =>
      onlyTable(draft, (sheet, table) => {
        if (!isPlain(sheet, table)) return null;
        const rows = markedRows(sheet, table);
        const half = rows[Math.ceil(rows.length / 2)];
        if (half === undefined || rows.length < 4) return null;
        const height = table.body - table.top;
        const gap = words === "" ? 1 : 2;
        const longer = rowsInserted(sheet, half, height + gap);
        if (longer === null) return null;
        const copied = headerCopied(sheet, table, half + gap - table.top, 0);
        return withCells(
          { ...longer, merges: [...longer.merges, ...copied.merges] },
          [
            ...copied.cells,
            ...(words === ""
              ? []
              : [[half + 1, table.left, textCell(words)] as const]),
          ],
        );
      }),
  })),
  ...([0, 1] as const).map((gap): Change => ({
    group,
    name: `two halves of the rows side by side${gap === 0 ? "" : " with a gap"}`,
    apply: (draft) =>
      onlyTable(draft, (sheet, table) => {
        if (!isPlain(sheet, table) || !isAlone(sheet, table)) return null;
        const rows = markedRows(sheet, table);
        const half = Math.ceil(rows.length / 2);
        if (rows.length < 4) return null;
        const shift = table.right - table.left + 1 + gap;
        const up = half;
        const copied = headerCopied(sheet, table, 0, shift);
        const first = table.body + half;
        const goes = (row: number, column: number): [number, number] =>
          row >= first &&
          row <= table.bottom &&
          column >= table.left &&
          column <= table.right
            ? [row - up, column + shift]
            : [row, column];
        const cells = new Map<number, DraftCell>();
        for (const [place, cell] of sheet.cells)
          cells.set(placeOf(...goes(rowOf(place), columnOf(place))), cell);
        return withCells(
          {
            ...sheet,
            cells,
            merges: [...sheet.merges, ...copied.merges],
            marks: sheet.marks.map((mark) => {
              const [row, column] = goes(mark.row, mark.column);
              return { ...mark, row, column };
            }),
          },
          copied.cells,
        );
      }),
  })),
  {
    group,
    name: "two halves of the columns one below the other",
    apply: (draft) =>
      onlyTable(draft, (sheet, table) => {
        if (!isPlain(sheet, table) || !isAlone(sheet, table)) return null;
        const groups = columnGroups(sheet, table);
        const named = new Set(table.stub);
        if (groups.length < 4 || Math.max(...named) > (groups[0]?.[0] ?? 0))
          return null;
        const first = groups[Math.ceil(groups.length / 2)]?.[0];
        const start = groups[0]?.[0];
        if (first === undefined || start === undefined) return null;
        // 同比 would stand apart from what it compares.
        if (
          groups.some(
            (columns) =>
              (columns.includes(first) || columns.length === 1) &&
              isOfTheColumnBefore(sheet, table, columns),
          )
        )
          return null;
        const down = table.bottom - table.top + 2;
        const inside = (row: number): boolean =>
          row >= table.top && row <= table.bottom;
        const cells = new Map<number, DraftCell>();
        const goes = (row: number, column: number): [number, number] =>
          inside(row) && column >= first && column <= table.right
            ? [row + down, column - first + start]
            : [row > table.bottom ? row + down : row, column];
        for (const [place, cell] of sheet.cells) {
          const [row, column] = [rowOf(place), columnOf(place)];
          cells.set(placeOf(...goes(row, column)), cell);
          if (inside(row) && named.has(column))
            cells.set(placeOf(row + down, column), cell);
        }
        return {
          ...sheet,
          cells,
          merges: sheet.merges.flatMap((merge) => {
            if (merge.top > table.bottom || !inside(merge.top)) return [merge];
            const [top, left] = goes(merge.top, merge.left);
            const [bottom, right] = goes(merge.bottom, merge.right);
            const one = { top, left, bottom, right };
            return named.has(merge.left)
              ? [
                  one,
                  { ...one, top: one.top + down, bottom: one.bottom + down },
                ]
              : [one];
          }),
          marks: sheet.marks.map((mark) => {
            const [row, column] = goes(mark.row, mark.column);
            return { ...mark, row, column };
          }),
        };
      }),
  },
  {
    group,
    name: "a sheet for every half of the rows",
    apply: (draft) => {
      const named = draft.sheets.filter(({ tables }) => tables.length > 0);
      const [sheet] = named;
      const [table] = sheet?.tables ?? [];
      if (
        named.length !== 1 ||
        sheet === undefined ||
        sheet.tables.length !== 1 ||
        table === undefined ||
        sheet.labels === null ||
        !isPlain(sheet, table)
      )
        return null;
      const rows = markedRows(sheet, table);
      if (rows.length < 4) return null;
      const half = Math.ceil(rows.length / 2);
      const part = (
        name: string,
        kept: readonly number[],
      ): DraftSheet | null => {
        const next = moved(sheet, {
          rows: (row) =>
            row < table.body
              ? row
              : kept.includes(row)
                ? table.body + kept.indexOf(row)
                : row > table.bottom
                  ? row - (rows.length - kept.length)
                  : null,
        });
        return next === null ? null : { ...next, name };
      };
      const parts = [
        part(sheet.name, rows.slice(0, half)),
        part(`${sheet.name}续`, rows.slice(half)),
      ];
      return {
        ...draft,
        sheets: draft.sheets.flatMap((one) =>
          one === sheet
            ? parts.filter((each): each is DraftSheet => each !== null)
            : [one],
        ),
      };
    },
  },
];

/** True where nothing stands beside a table. */
function isAlone(sheet: DraftSheet, table: DraftTable): boolean {
  return ![...sheet.cells].some(
    ([place, cell]) =>
      cell.type !== "blank" &&
      rowOf(place) >= table.top &&
      rowOf(place) <= table.bottom &&
      (columnOf(place) > table.right || columnOf(place) < table.left),
  );
}

/** The header of a table once more, so far down and to the right. */
function headerCopied(
  sheet: DraftSheet,
  table: DraftTable,
  down: number,
  across: number,
) {
  const cells: [number, number, DraftCell][] = [];
  for (const [place, cell] of sheet.cells) {
    const [row, column] = [rowOf(place), columnOf(place)];
    if (
      row >= table.top &&
      row < table.body &&
      column >= table.left &&
      column <= table.right
    )
      cells.push([row + down, column + across, cell]);
  }
  return {
    cells,
    merges: sheet.merges
      .filter(
        ({ top, bottom, left, right }) =>
          top >= table.top &&
          bottom < table.body &&
          left >= table.left &&
          right <= table.right,
      )
      .map(({ top, bottom, left, right }) => ({
        top: top + down,
        bottom: bottom + down,
        left: left + across,
        right: right + across,
      })),
  };
}

/** The table with rows for columns; what stands below it moves down. */
function turned(sheet: DraftSheet, table: DraftTable): DraftSheet | null {
  if (!isAlone(sheet, table)) return null;
  const height = table.bottom - table.top + 1;
  const width = table.right - table.left + 1;
  const inside = (row: number, column: number): boolean =>
    row >= table.top &&
    row <= table.bottom &&
    column >= table.left &&
    column <= table.right;
  const goes = (row: number, column: number): [number, number] =>
    inside(row, column)
      ? [table.top + column - table.left, table.left + row - table.top]
      : [row > table.bottom ? row - height + width : row, column];
  const cells = new Map<number, DraftCell>();
  for (const [place, cell] of sheet.cells)
    cells.set(placeOf(...goes(rowOf(place), columnOf(place))), cell);
  return {
    ...sheet,
    cells,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: sheet.merges.map((merge) => {
      const [top, left] = goes(merge.top, merge.left);
      const [bottom, right] = goes(merge.bottom, merge.right);
      return {
        top: Math.min(top, bottom),
        bottom: Math.max(top, bottom),
        left: Math.min(left, right),
        right: Math.max(left, right),
      };
    }),
    marks: sheet.marks.map((mark) => {
      const [row, column] = goes(mark.row, mark.column);
      return { ...mark, row, column };
    }),
  };
}
