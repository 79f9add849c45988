import type { Change } from "./change.ts";
import {
  type DraftCell,
  type DraftSheet,
  type DraftTable,
  placeOf,
  rowOf,
  columnOf,
} from "./draft.ts";
import {
  areaAt,
  columnsInserted,
  columnsTaken,
  everySheet,
  everyTable,
  labelledPlaces,
  moved,
  numberCell,
  onlyTable,
  rowsInserted,
  rowsTaken,
  textCell,
  withCells,
  wordsAt,
} from "./edit-draft.ts";
import { shuffled } from "./random.ts";

const group = "layout";

/** Rows, columns and lines around a table, and what is hidden. */
export const layoutChanges: readonly Change[] = [
  {
    group,
    name: "nothing changed",
    apply: (draft) => draft,
  },
  {
    group,
    name: "a blank row on top",
    apply: (draft) => everySheet(draft, (sheet) => rowsInserted(sheet, 0)),
  },
  {
    group,
    name: "a blank column on the left",
    apply: (draft) => everySheet(draft, (sheet) => columnsInserted(sheet, 0)),
  },
  {
    group,
    name: "away from A1",
    apply: (draft) =>
      everySheet(draft, (sheet) => {
        const down = rowsInserted(sheet, 0, 3);
        return down === null ? null : columnsInserted(down, 0, 2);
      }),
  },
  {
    group,
    name: "a blank row above the header",
    apply: (draft) =>
      everyTable(draft, (sheet, table) =>
        isBlankRow(sheet, table.top - 1)
          ? null
          : rowsInserted(sheet, table.top),
      ),
  },
  {
    group,
    name: "a blank row below the header",
    apply: (draft) =>
      everyTable(draft, (sheet, table) =>
        table.kind === "card" ? null : rowsInserted(sheet, table.body),
      ),
  },
  {
    group,
    name: "a blank row in the body",
    apply: (draft) =>
      everyTable(draft, (sheet, table) => {
        const at = Math.ceil((table.body + table.bottom) / 2);
        return table.kind === "card" ||
          at <= table.body ||
          sheet.merges.some(({ top, bottom }) => top < at && bottom >= at)
          ? null
          : rowsInserted(sheet, at);
      }),
  },
  {
    group,
    name: "a blank column behind the names",
    apply: (draft) =>
      onlyTable(draft, (sheet, table) => {
        const at = Math.max(...table.stub) + 1;
        return table.kind !== "figures" ||
          table.stub.length === 0 ||
          at > table.right
          ? null
          : columnsInserted(sheet, at);
      }),
  },
  {
    group,
    name: "a blank column between figures",
    apply: (draft) =>
      onlyTable(draft, (sheet, table) => {
        const at = columnGroups(sheet, table).at(1)?.[0];
        return at === undefined || table.kind === "card"
          ? null
          : columnsInserted(sheet, at);
      }),
  },
  {
    group,
    name: "a column 序号",
    apply: (draft) =>
      onlyTable(draft, (sheet, table) => {
        if (table.kind === "card" || table.top === table.body) return null;
        if (
          headWords(sheet, table).some((text) => /序|编号|名次|排/.test(text))
        )
          return null;
        // A band of words over all columns begins with the new one too.
        if (
          sheet.merges.some(
            ({ top, bottom, left, right }) =>
              top >= table.body &&
              bottom <= table.bottom &&
              left === table.left &&
              right > left,
          ) ||
          markedRows(sheet, table).length < bodyRows(table).length
        )
          return null;
        const wide = columnsInserted(sheet, table.left);
        if (wide === null) return null;
        return withCells(
          {
            ...wide,
            merges: [
              ...wide.merges,
              ...(table.body - table.top > 1
                ? [
                    {
                      top: table.top,
                      bottom: table.body - 1,
                      left: table.left,
                      right: table.left,
                    },
                  ]
                : []),
            ],
          },
          [
            [table.top, table.left, textCell("序号")],
            ...markedRows(sheet, table).map(
              (row, at) => [row, table.left, numberCell(at + 1)] as const,
            ),
          ],
        );
      }),
  },
  ...(["", "数据待核", "新增", "第3季度补报"] as const).map(
    (words): Change => ({
      group,
      name:
        words === "" ? "an empty column 备注" : `a column 备注 with ${words}`,
      apply: (draft) =>
        onlyTable(draft, (sheet, table) => {
          // In a ledger 备注 is a field with a label of its own.
          if (table.kind !== "figures" || table.top === table.body) return null;
          if (headWords(sheet, table).some((text) => /备注|说明/.test(text)))
            return null;
          const wide = columnsInserted(sheet, table.right + 1);
          if (wide === null) return null;
          const at = table.right + 1;
          // A band of words between the rows is remarked on by nobody.
          const rows = markedRows(sheet, table);
          return withCells(wide, [
            [table.top, at, textCell("备注")],
            ...(words === ""
              ? []
              : rows
                  .filter((_, index) => index % 3 === 0)
                  .map((row) => [row, at, textCell(words)] as const)),
          ]);
        }),
    }),
  ),
  ...(
    [
      ["填报单位：", "a line 填报单位"],
      ["填报人：李四　　　联系电话：0351-7654321", "a line 填报人"],
      ["（内部资料，注意保存）", "a line 内部资料"],
      ["附件1", "a label 附件1"],
      ["制表：王五      审核：赵六", "a line 制表 above"],
    ] as const
  ).map(([words, name]): Change => ({
    group,
    name,
    apply: (draft) =>
      everyTable(draft, (sheet, table) => {
        const at = words === "附件1" ? 0 : table.top;
        if (words === "附件1" && wordsAt(sheet, 0, 0).startsWith("附"))
          return null;
        const longer = rowsInserted(sheet, at);
        return longer === null
          ? null
          : withCells(longer, [[at, table.left, textCell(words)]]);
      }),
  })),
  ...(
    [
      "注：以上数据为初步统计结果，仅供内部参考。",
      "审核人：　　　　　　制表人：　　　　　　",
      "备注：1.数据来源于省生态环境监测中心；2.未参与排名的以“—”表示。",
      "填表说明：请于每月5日前报送。",
      "单位负责人（签字）：",
    ] as const
  ).flatMap((words): Change[] => [
    {
      group,
      name: `a line below: ${words.slice(0, 8)}`,
      apply: (draft) =>
        onlyTable(draft, (sheet, table) => lineBelow(sheet, table, words, 0)),
    },
    {
      group,
      name: `a line further below: ${words.slice(0, 8)}`,
      apply: (draft) =>
        onlyTable(draft, (sheet, table) => lineBelow(sheet, table, words, 1)),
    },
  ]),
  {
    group,
    name: "the header again on a second page",
    apply: (draft) =>
      everyTable(draft, (sheet, table) => {
        const height = table.body - table.top;
        const at = Math.ceil((table.body + table.bottom) / 2);
        if (
          table.kind === "card" ||
          height === 0 ||
          table.bottom - table.body < 4 ||
          // A page breaks through all tables beside each other.
          sheet.tables.some(
            (other) =>
              other !== table &&
              other.top <= table.bottom &&
              other.bottom >= table.top,
          ) ||
          sheet.merges.some(({ top, bottom }) => top < at && bottom >= at)
        )
          return null;
        const longer = rowsInserted(sheet, at, height);
        if (longer === null) return null;
        const copy: [number, number, DraftCell][] = [];
        for (const [place, cell] of sheet.cells) {
          const [row, column] = [rowOf(place), columnOf(place)];
          if (
            row >= table.top &&
            row < table.body &&
            column >= table.left &&
            column <= table.right
          )
            copy.push([row - table.top + at, column, cell]);
        }
        return withCells(
          {
            ...longer,
            merges: [
              ...longer.merges,
              ...sheet.merges
                .filter(
                  ({ top, bottom, left, right }) =>
                    top >= table.top &&
                    bottom < table.body &&
                    left >= table.left &&
                    right <= table.right,
                )
                .map((merge) => ({
                  ...merge,
                  top: merge.top - table.top + at,
                  bottom: merge.bottom - table.top + at,
                })),
            ],
          },
          copy,
        );
      }),
  },
  {
    group,
    name: "a hidden row",
    apply: (draft) =>
      everyTable(draft, (sheet, table) =>
        table.kind === "card" || table.bottom - table.body < 3
          ? null
          : {
              ...sheet,
              hiddenRows: new Set([...sheet.hiddenRows, table.body + 1]),
            },
      ),
  },
  {
    group,
    name: "a hidden column",
    apply: (draft) =>
      everyTable(draft, (sheet, table) => {
        const last = columnGroups(sheet, table).at(-1)?.at(-1);
        return last === undefined || table.kind !== "figures"
          ? null
          : {
              ...sheet,
              hiddenColumns: new Set([...sheet.hiddenColumns, last]),
            };
      }),
  },
  {
    group,
    name: "no styles",
    apply: (draft) => ({
      ...draft,
      workbook: { ...draft.workbook, looks: [] },
      sheets: draft.sheets.map((sheet) => ({
        ...sheet,
        cells: new Map(
          [...sheet.cells]
            .filter(([, { type }]) => type !== "blank")
            .map(([place, cell]) => [place, { ...cell, style: -1 }]),
        ),
      })),
    }),
  },
  {
    group,
    name: "no titles",
    apply: (draft) =>
      everySheet(draft, (sheet) => {
        // The file's name still says what the titles said.
        const titles = sheet.tables.flatMap(({ title }) => title);
        const told = titles.every(({ text }) =>
          plain(draft.file).includes(plain(text)),
        );
        return titles.length === 0 || !told
          ? null
          : rowsTaken(sheet, new Set(titles.map(({ row }) => row)));
      }),
  },
  {
    group,
    name: "the title as the file's name",
    apply: (draft) => {
      const titles = draft.sheets.flatMap(({ tables }) =>
        tables.flatMap(({ title }) => title),
      );
      const [only] = titles;
      if (only === undefined || titles.length > 1) return null;
      const named = everySheet(draft, (sheet) =>
        rowsTaken(sheet, new Set([only.row])),
      );
      return named === null
        ? null
        : {
            ...named,
            file: `${only.text.replace(/[\s/\\:*?"<>|]/g, "")}${/\.\w+$/.exec(draft.file)?.[0] ?? ""}`,
          };
    },
  },
  {
    group,
    name: "the title as the sheet's name",
    apply: (draft) => {
      if (draft.sheets.length > 1) return null;
      return everySheet(draft, (sheet) => {
        const titles = sheet.tables.flatMap(({ title }) => title);
        const [only] = titles;
        if (only === undefined || titles.length > 1) return null;
        const less = rowsTaken(sheet, new Set([only.row]));
        return less === null
          ? null
          : { ...less, name: only.text.replace(/[\s/\\?*:[\]]/g, "") };
      });
    },
  },
  {
    group,
    name: "rows in another order",
    apply: (draft, { random }) =>
      onlyTable(draft, (sheet, table) => {
        if (!isPlain(sheet, table)) return null;
        const rows = markedRows(sheet, table);
        const order = shuffled(rows, random);
        const to = new Map(order.map((row, at) => [row, rows[at] ?? row]));
        return moved(sheet, { rows: (row) => to.get(row) ?? row });
      }),
  },
  {
    group,
    name: "groups of columns in another order",
    apply: (draft, { random }) =>
      onlyTable(draft, (sheet, table) => {
        const groups = columnGroups(sheet, table);
        if (groups.length < 2 || table.kind !== "figures") return null;
        // 排名 and 同比 mean the figure before them.
        if (
          groups.some((columns) => isOfTheColumnBefore(sheet, table, columns))
        )
          return null;
        const places = groups.flat();
        const order = shuffled(groups, random).flat();
        const to = new Map(
          order.map((column, at) => [column, places[at] ?? column]),
        );
        return moved(sheet, { columns: (column) => to.get(column) ?? column });
      }),
  },
  ...([2, 1] as const).map((count): Change => ({
    group,
    name: count === 1 ? "one row of figures" : "two rows of figures",
    apply: (draft, { random }) =>
      onlyTable(draft, (sheet, table) => {
        if (!isPlain(sheet, table)) return null;
        const rows = markedRows(sheet, table);
        if (rows.length <= count) return null;
        const left = new Set(shuffled(rows, random).slice(0, count));
        return rowsTaken(
          sheet,
          new Set(bodyRows(table).filter((row) => !left.has(row))),
        );
      }),
  })),
  {
    group,
    name: "no row of the whole",
    apply: (draft) =>
      onlyTable(draft, (sheet, table) => {
        if (table.kind !== "figures") return null;
        const whole = bodyRows(table).filter((row) =>
          table.stub.some((column) =>
            /^(全[省市县区国]|合计|总计|小计|平均|均值)/.test(
              wordsAt(sheet, row, column).replace(/\s/g, ""),
            ),
          ),
        );
        return whole.length === 0 || whole.length === bodyRows(table).length
          ? null
          : rowsTaken(sheet, new Set(whole));
      }),
  },
  {
    group,
    name: "one group of columns",
    apply: (draft, { random }) =>
      onlyTable(draft, (sheet, table) => {
        const groups = columnGroups(sheet, table).filter((columns) =>
          sheet.marks.some(
            ({ column, kind }) =>
              kind === "binding" && columns.includes(column),
          ),
        );
        if (groups.length < 2 || table.kind !== "figures") return null;
        // What stands above the columns, 单位：吨, would go with them.
        if (
          [...sheet.cells].some(
            ([place, cell]) =>
              cell.type !== "blank" &&
              rowOf(place) < table.top &&
              columnOf(place) > table.left,
          )
        )
          return null;
        if (
          groups.some((columns) => isOfTheColumnBefore(sheet, table, columns))
        )
          return null;
        const [kept] = shuffled(groups, random);
        return columnsTaken(
          sheet,
          new Set(
            columnGroups(sheet, table)
              .flat()
              .filter((column) => kept?.includes(column) !== true),
          ),
        );
      }),
  },
];

function lineBelow(
  sheet: DraftSheet,
  table: DraftTable,
  words: string,
  gap: number,
): DraftSheet | null {
  const at = table.bottom + 1;
  const longer = rowsInserted(sheet, at, gap + 1);
  return longer === null
    ? null
    : withCells(longer, [[at + gap, table.left, textCell(words)]]);
}

/** The rows of a table's body, blank ones included. */
export function bodyRows({ body, bottom }: DraftTable): number[] {
  return Array.from({ length: bottom - body + 1 }, (_, at) => body + at);
}

/** Rows with labels. */
export function markedRows(sheet: DraftSheet, table: DraftTable): number[] {
  const marked = new Set(sheet.marks.map(({ row }) => row));
  return bodyRows(table).filter((row) => marked.has(row));
}

/** A table of figures whose rows stand for themselves: no merged areas, bands or gaps in the names. */
export function isPlain(sheet: DraftSheet, table: DraftTable): boolean {
  if (table.kind !== "figures" || table.top === table.body) return false;
  const rows = markedRows(sheet, table);
  return (
    rows.length > 1 &&
    rows.length === bodyRows(table).length &&
    table.stub.length > 0 &&
    !sheet.merges.some(
      ({ top, bottom }) =>
        top <= table.bottom && bottom >= table.body && bottom > top,
    ) &&
    rows.every((row) =>
      table.stub.every(
        (column) =>
          wordsAt(sheet, row, column).trim() !== "" &&
          !/^[\s　]|其中|小计/.test(wordsAt(sheet, row, column)),
      ),
    )
  );
}

/** The columns of figures, those below one merged header together. */
export function columnGroups(sheet: DraftSheet, table: DraftTable): number[][] {
  const groups: number[][] = [];
  for (let column = table.left; column <= table.right;) {
    if (table.stub.includes(column)) {
      column += 1;
      continue;
    }
    let right = column;
    for (let row = table.top; row < table.body; row += 1)
      right = Math.max(right, areaAt(sheet, row, column).right);
    for (let reach = column; reach <= right; reach += 1)
      for (let row = table.top; row < table.body; row += 1)
        right = Math.max(right, areaAt(sheet, row, reach).right);
    const columns: number[] = [];
    for (; column <= right; column += 1) columns.push(column);
    groups.push(columns);
  }
  return groups;
}

/** True where the words of a header need the column before: a blank one, or a plain 排名 or 同比. */
export function isOfTheColumnBefore(
  sheet: DraftSheet,
  table: DraftTable,
  columns: readonly number[],
): boolean {
  const [first = table.left] = columns;
  const top = wordsAt(sheet, table.top, areaAt(sheet, table.top, first).left);
  const marks = sheet.marks.filter(
    ({ column, kind }) => columns.includes(column) && kind === "binding",
  );
  return (
    top.trim() === "" ||
    marks.some(({ label }) => (label.measure ?? "actual") !== "actual") ||
    marks.length === 0
  );
}

export function headWords(sheet: DraftSheet, table: DraftTable): string[] {
  const words: string[] = [];
  for (let row = table.top; row < table.body; row += 1)
    for (let column = table.left; column <= table.right; column += 1)
      words.push(wordsAt(sheet, row, column));
  return words.filter((text) => text.trim() !== "");
}

export function isBlankRow(sheet: DraftSheet, row: number): boolean {
  for (const [place, cell] of sheet.cells)
    if (rowOf(place) === row && cell.type !== "blank" && cell.raw.trim() !== "")
      return false;
  return true;
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}

/** True for a place that holds words which no label names. */
export function isFree(
  sheet: DraftSheet,
): (row: number, column: number) => boolean {
  const labelled = labelledPlaces(sheet);
  return (row, column) => !labelled.has(placeOf(row, column));
}
