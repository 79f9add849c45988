import type { Catalog } from "../../../src/model/catalog.ts";
import type { CellRange } from "../../../src/model/sheet.ts";
import type { Label } from "../labels.ts";
import type { Change } from "./change.ts";
import {
  type Draft,
  type DraftCell,
  type DraftSheet,
  type Mark,
  placeOf,
} from "./draft.ts";
import { textCell, wordsAt } from "./edit-draft.ts";

const group = "form";

/** The same figures typed anew in another form: every one with its region, its time, its indicator and its unit. */
export const rebuiltChanges: readonly Change[] = [
  rebuilt("one row an observation", (figures) => [
    listed(
      ["城市", "时间", "指标", "数值", "单位"],
      figures.map((one) => [
        one.region,
        one.period,
        one.indicator,
        one,
        one.unit,
      ]),
    ),
  ]),
  rebuilt("one row an observation, with 序号 and 备注", (figures) => [
    listed(
      ["序号", "时间", "地区", "监测项目", "监测值", "单位", "备注"],
      figures.map((one, at) => [
        String(at + 1),
        one.period,
        one.region,
        one.indicator,
        one,
        one.unit,
        at % 4 === 0 ? "数据待核" : "",
      ]),
    ),
  ]),
  rebuilt("regions down and indicators across", (figures) => {
    const [periods, regions, indicators] = axesOf(figures);
    if (periods.length > 1 || regions.length < 2) return null;
    return [
      crossed("城市", regions, indicators, figures, ({ region, named }) => [
        region,
        named,
      ]),
    ];
  }),
  rebuilt("indicators down with a column of units", (figures) => {
    const [periods, regions, indicators] = axesOf(figures);
    if (periods.length > 1 || regions.length < 2) return null;
    const of = (name: string): Figure | undefined =>
      figures.find(({ indicator }) => indicator === name);
    const names = unique(indicators.flatMap((name) => bare(name, figures)));
    return [
      listed(
        ["指标", "单位", ...regions],
        names.map((name) => [
          name,
          of(name)?.unit ?? "",
          ...regions.map(
            (place) =>
              figures.find(
                ({ indicator, region }) =>
                  indicator === name && region === place,
              ) ?? "",
          ),
        ]),
      ),
    ];
  }),
  rebuilt("rows under merged indicators", (figures) => {
    const [periods] = axesOf(figures);
    if (periods.length > 1) return null;
    const sorted = unique(figures.map(({ indicator }) => indicator)).flatMap(
      (name) => figures.filter(({ indicator }) => indicator === name),
    );
    return [
      withRunsMerged(
        listed(
          ["指标", "单位", "城市", "数值"],
          sorted.map((one) => [one.indicator, one.unit, one.region, one]),
        ),
        2,
      ),
    ];
  }),
  rebuilt(
    "a sheet for every region",
    (figures) => {
      const [periods, regions, indicators] = axesOf(figures);
      if (regions.length < 2 || regions.length > 20) return null;
      return regions.map((name) => {
        const own = figures.filter(({ region }) => region === name);
        return {
          ...crossed("时间", periods, indicators, own, ({ period, named }) => [
            period,
            named,
          ]),
          name,
        };
      });
    },
    false,
  ),
  rebuilt(
    "a sheet for every month",
    (figures) => {
      const [periods, regions, indicators] = axesOf(figures);
      if (periods.length < 2 || periods.length > 12) return null;
      if (!periods.every((text) => /^\d{4}年\d+月$/.test(text))) return null;
      return periods.map((name) => {
        const own = figures.filter(({ period }) => period === name);
        return {
          ...crossed("城市", regions, indicators, own, ({ region, named }) => [
            region,
            named,
          ]),
          name,
        };
      });
    },
    false,
  ),
];

/** A figure, with the words that say what it is. */
interface Figure {
  readonly region: string;
  readonly period: string;
  readonly indicator: string;
  readonly unit: string;
  /** The indicator with its unit in brackets. */
  readonly named: string;
  readonly cell: DraftCell;
  readonly label: Label;
}

/** Rows of words and figures of a new sheet. */
interface Rows {
  readonly rows: readonly (readonly (string | Figure)[])[];
  readonly merges: readonly CellRange[];
  readonly name?: string;
}

/** Types the figures of the only labelled sheet anew; null from `form` where they do not fit it. */
function rebuilt(
  name: string,
  form: (figures: readonly Figure[]) => readonly Rows[] | null,
  titled = true,
): Change {
  return {
    group,
    name,
    apply: (draft, { catalog }) => {
      const [sheet, more] = draft.sheets.filter(
        ({ tables }) => tables.length > 0,
      );
      if (sheet === undefined || more !== undefined) return null;
      const figures = figuresOf(sheet, catalog);
      if (figures.length < 4) return null;
      const forms = form(figures);
      if (forms === null) return null;
      // The file's name stands for a title where there is none.
      if (!titled && tells.test(draft.file.replace(/\.\w+$/, ""))) return null;
      const title = titled ? titleOf(sheet, figures) : "";
      if (title === null) return null;
      return {
        ...draft,
        sheets: draft.sheets.flatMap((one) =>
          one === sheet
            ? forms.map((rows) => typed(sheet, rows, title))
            : [one],
        ),
      } satisfies Draft;
    },
  };
}

/** Words of a title that hold for some figures of its table alone, or make them others. */
const tells = /[及和与、]|目标|指标|任务|同比|较|排名|下降|国省考|前后/;

/** The title, where it says nothing that would hold for one figure and not for another, and the one period there is. */
function titleOf(sheet: DraftSheet, figures: readonly Figure[]): string | null {
  const [table, other] = sheet.tables;
  const [title, more] = table?.title ?? [];
  if (table === undefined || other !== undefined || more !== undefined)
    return null;
  const words = title?.text ?? "";
  if (tells.test(words)) return null;
  const [[period = "", several]] = axesOf(figures);
  if (several !== undefined || words.includes(period)) return words;
  return /\d|月|季|年/.test(words) ? null : `${period}${words || "情况表"}`;
}

/** The figures of the tables that are of a plain indicator, and whose value stands there in its own unit. */
function figuresOf(sheet: DraftSheet, catalog: Catalog): Figure[] {
  const count = new Map<number, number>();
  for (const { row, column } of sheet.marks) {
    const place = placeOf(row, column);
    count.set(place, (count.get(place) ?? 0) + 1);
  }
  const found = sheet.marks.flatMap((mark) => {
    if (count.get(placeOf(mark.row, mark.column)) !== 1) return [];
    return figureOf(mark, sheet, catalog) ?? [];
  });
  const keys = found.map(({ region, period, named }) =>
    [region, period, named].join("|"),
  );
  return new Set(keys).size < keys.length ? [] : found;
}

function figureOf(
  { row, column, kind, label }: Mark,
  sheet: DraftSheet,
  catalog: Catalog,
): Figure | null {
  const cell = sheet.cells.get(placeOf(row, column));
  const indicator = catalog.indicators.get(label.indicator ?? "");
  const region = catalog.regions.get(label.region ?? "");
  const period = periodWords(label.period ?? "");
  if (kind !== "binding" || cell === undefined) return null;
  if (indicator === undefined || region === undefined || period === null)
    return null;
  if ((label.measure ?? "actual") !== "actual") return null;
  if ((label.variant ?? "") !== "" || (label.base ?? "") !== "") return null;
  if (
    label.missing === undefined &&
    (cell.type !== "number" || Number(cell.raw) !== Number(label.value))
  )
    return null;
  // Of two counties of one name nobody could tell which is meant.
  const same = [...catalog.regions.values()].filter(
    ({ name }) => name === region.name,
  );
  if (same.length > 1) return null;
  const unit = indicator.unit === "1" ? "" : indicator.unit;
  const words = indicator.label.zh;
  return {
    region: region.name,
    period,
    indicator: words,
    unit,
    named: unit === "" ? words : `${words}（${unit}）`,
    cell: { ...textCell(cell.raw), type: cell.type, value: cell.value },
    label,
  };
}

/** How a clerk writes a period; null for one that needs more words. */
function periodWords(code: string): string | null {
  const [, year, month, day] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(code) ?? [];
  if (year !== undefined)
    return `${year}年${month === undefined ? "" : `${String(Number(month))}月`}${day === undefined ? "" : `${String(Number(day))}日`}`;
  const [, from, start, to, end] =
    /^(\d{4})-(\d\d)\/(\d{4})-(\d\d)$/.exec(code) ?? [];
  return from !== undefined && from === to
    ? `${from}年${String(Number(start))}-${String(Number(end))}月`
    : null;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}

/** The periods, regions and indicators there are, in their order. */
function axesOf(figures: readonly Figure[]): [string[], string[], string[]] {
  return [
    unique(figures.map(({ period }) => period)),
    unique(figures.map(({ region }) => region)),
    unique(figures.map(({ named }) => named)),
  ];
}

/** The indicator without its unit. */
function bare(name: string, figures: readonly Figure[]): string[] {
  return figures
    .filter(({ named }) => named === name)
    .slice(0, 1)
    .map(({ indicator }) => indicator);
}

function listed(
  head: readonly string[],
  rows: readonly (readonly (string | Figure)[])[],
): Rows {
  return { rows: [head, ...rows], merges: [] };
}

function crossed(
  corner: string,
  down: readonly string[],
  across: readonly string[],
  figures: readonly Figure[],
  at: (figure: Figure) => readonly [string, string],
): Rows {
  return listed(
    [corner, ...across],
    down.map((row) => [
      row,
      ...across.map(
        (column) =>
          figures.find((figure) => {
            const [there, over] = at(figure);
            return there === row && over === column;
          }) ?? "",
      ),
    ]),
  );
}

/** Equal words one below the other in the first columns as one merged cell. */
function withRunsMerged({ rows, ...rest }: Rows, columns: number): Rows {
  const merges: CellRange[] = [];
  const kept = rows.map((cells) => [...cells]);
  for (let column = 0; column < columns; column += 1)
    for (let top = 1; top < rows.length;) {
      let bottom = top;
      while (
        rows[bottom + 1]?.[0] === rows[top]?.[0] &&
        bottom + 1 < rows.length
      )
        bottom += 1;
      for (let row = top + 1; row <= bottom; row += 1) {
        const cells = kept[row];
        if (cells !== undefined) cells[column] = "";
      }
      if (bottom > top)
        merges.push({ top, bottom, left: column, right: column });
      top = bottom + 1;
    }
  return { ...rest, rows: kept, merges };
}

/** The sheet with nothing but these rows below a title. */
function typed(
  sheet: DraftSheet,
  { rows, merges, name }: Rows,
  title: string,
): DraftSheet {
  const cells = new Map<number, DraftCell>();
  const marks: Mark[] = [];
  const down = title === "" ? 0 : 1;
  if (down === 1) cells.set(placeOf(0, 0), textCell(title));
  rows.forEach((row, at) => {
    row.forEach((one, column) => {
      if (one === "") return;
      cells.set(
        placeOf(at + down, column),
        typeof one === "string" ? textCell(one) : one.cell,
      );
      if (typeof one !== "string")
        marks.push({
          row: at + down,
          column,
          kind: "binding",
          label: one.label,
        });
    });
  });
  return {
    ...sheet,
    name: name ?? sheet.name,
    cells,
    marks,
    merges: merges.map(({ top, bottom, left, right }) => ({
      top: top + down,
      bottom: bottom + down,
      left,
      right,
    })),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tables: [],
  };
}

/** Two labelled sheets put on one, each with its own title. */
export const joinedChanges: readonly Change[] = (
  [
    ["one below the other", false],
    ["side by side", true],
  ] as const
).map(([how, beside]): Change => ({
  group,
  name: `two sheets on one, ${how}`,
  apply: (draft, { catalog }) => {
    const labelled = draft.sheets.filter(({ tables }) => tables.length > 0);
    const [first, second] = labelled;
    if (first === undefined || second === undefined) return null;
    if (![first, second].every((sheet) => speaksForItself(sheet, catalog)))
      return null;
    const [bottom, right] = endOf(first);
    const goes = (row: number, column: number): [number, number] =>
      beside ? [row, column + right + 2] : [row + bottom + 2, column];
    const cells = new Map(first.cells);
    for (const [place, cell] of second.cells) {
      const row = Math.floor(place / columnsOfSheet);
      cells.set(placeOf(...goes(row, place % columnsOfSheet)), cell);
    }
    return {
      ...draft,
      sheets: draft.sheets.flatMap((one) => {
        if (one === second) return [];
        if (one !== first) return [one];
        return [
          {
            ...first,
            cells,
            hiddenRows: new Set<number>(),
            hiddenColumns: new Set<number>(),
            merges: [
              ...first.merges,
              ...second.merges.map((merge) => {
                const [top, left] = goes(merge.top, merge.left);
                const [low, far] = goes(merge.bottom, merge.right);
                return { top, left, bottom: low, right: far };
              }),
            ],
            marks: [
              ...first.marks,
              ...second.marks.map((mark) => {
                const [row, column] = goes(mark.row, mark.column);
                return { ...mark, row, column };
              }),
            ],
          },
        ];
      }),
    };
  },
}));

const columnsOfSheet = placeOf(1, 0);

/** True where the title says all that the sheet's name says, as that goes. */
function speaksForItself(sheet: DraftSheet, catalog: Catalog): boolean {
  const [table, other] = sheet.tables;
  const [title] = table?.title ?? [];
  const places = unique(sheet.marks.map(({ label }) => label.region ?? ""));
  const [place] = places.flatMap((code) => catalog.regions.get(code) ?? []);
  if (places.length === 1 && !title?.text.includes(place?.short ?? " "))
    return false;
  return (
    table !== undefined &&
    other === undefined &&
    table.kind === "figures" &&
    title !== undefined &&
    /\d{4}/.test(title.text) &&
    wordsAt(sheet, title.row, title.column) !== "" &&
    !/\d|月|季|[市县区省]/.test(sheet.name)
  );
}

function endOf(sheet: DraftSheet): [number, number] {
  let [bottom, right] = [0, 0];
  for (const [place, { type }] of sheet.cells) {
    if (type === "blank") continue;
    bottom = Math.max(bottom, Math.floor(place / columnsOfSheet));
    right = Math.max(right, place % columnsOfSheet);
  }
  return [bottom, right];
}
