import type { Knowledge } from "../engine.ts";
import { getObservations } from "../lens/get.ts";
import { bindWorkbook } from "../lens/bind-workbook.ts";
import type { WorkbookView } from "../model/sheet.ts";
import { CellColumns, kind } from "../workbook/cell-columns.ts";
import { StoredSheet } from "../workbook/stored-sheet.ts";

/** Null is no cell. */
type Value = string | number | null;

/** Body rows of the sheets, one round after the other: few while all code is new, then enough that what runs for each cell is compiled. */
const rounds = [4, 12, 40, 60, 60, 60];

/**
 * Recognises made-up sheets, a step at a time, and throws away what comes out:
 * the first sheet that a person drops meets code that has run before. They are
 * made of the code lists' own words; nothing but the matcher's memory of texts
 * is touched. A step gives the number of cells that it bound.
 */
export function* practise({
  catalog,
  matcher,
}: Knowledge): Generator<number, void> {
  const indicators = [...catalog.indicators.values()]
    .filter(({ kind: own }) => own === "mean")
    .slice(0, 6)
    .map(({ label }) => label.zh);
  const places = [...catalog.regions.values()]
    .filter(({ level, validTo }) => level === "county" && validTo === "")
    .slice(0, 12)
    .map(({ name }) => name);
  const fields = [...catalog.recordKinds.values()][0]?.fields ?? [];
  const names = fields.slice(0, 20).map(({ label }) => label.zh);
  // Words first: what reads them is most of the code, and each takes a moment.
  for (const text of [...indicators, ...places, ...names, ...headers, day(0)]) {
    matcher.read(text);
    matcher.field(text);
    yield 0;
  }
  const sheets = [
    acrossSheet(indicators, places),
    monthsSheet(indicators, places),
    recordsSheet(names, places),
  ];
  for (const rows of rounds)
    for (const { above, body } of sheets) {
      const values = [
        ...above,
        ...Array.from({ length: rows }, (_, row) => body(row)),
      ];
      const { tables } = bindWorkbook(workbookOf(values), {
        file: "",
        catalog,
        matcher,
      });
      yield tables.reduce((sum, { bindings }) => sum + bindings.length, 0);
      for (const table of tables) getObservations(table, { file: "", sha: "" });
      yield 0;
    }
}

const headers = [
  "县（市、区）",
  "日期",
  "上年同期",
  "同比（%）",
  "目标值",
  "排名",
];

function day(number: number): string {
  return `2021-${pad(1 + (number % 12))}-${pad(1 + (number % 28))}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

interface Sheet {
  readonly above: readonly (readonly Value[])[];
  body(row: number): readonly Value[];
}

/** Places and days down, indicators with what stands beside them across. */
function acrossSheet(
  indicators: readonly string[],
  places: readonly string[],
): Sheet {
  const beside = ["本期", "上年同期", "同比（%）", "排名"];
  const stub = ["序号", "县（市、区）", "日期"];
  return {
    above: [
      ["2021年环境质量汇总表"],
      [...stub, ...indicators.flatMap((name) => [name, null, null, null])],
      [null, null, null, ...indicators.flatMap(() => beside)],
    ],
    body: (row) => [
      row + 1,
      places[row % places.length] ?? "",
      day(Math.floor(row / places.length)),
      ...indicators.flatMap(() => [
        20.5 + row,
        21 + row,
        "12.5%",
        1 + (row % 9),
      ]),
    ],
  };
}

/** Places and indicators down, months across. */
function monthsSheet(
  indicators: readonly string[],
  places: readonly string[],
): Sheet {
  const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);
  return {
    above: [
      ["2021年指标逐月统计表"],
      ["序号", "县（市、区）", "指标名称", ...months],
    ],
    body: (row) => [
      row + 1,
      places[Math.floor(row / indicators.length) % places.length] ?? "",
      indicators[row % indicators.length] ?? "",
      ...months.map((_, at) => (at % 5 === 4 ? "—" : row + at)),
    ],
  };
}

/** A record a row. */
function recordsSheet(
  names: readonly string[],
  places: readonly string[],
): Sheet {
  return {
    above: [["2021年任务台账"], ["序号", ...names]],
    body: (row) => [
      row + 1,
      ...names.map((_, at) =>
        at % 4 === 3
          ? day(row)
          : `${places[row % places.length] ?? ""}${row}-${at}`,
      ),
    ],
  };
}

function workbookOf(values: readonly (readonly Value[])[]): WorkbookView {
  const cells = new CellColumns(false);
  values.forEach((line, row) => {
    line.forEach((value, column) => {
      if (typeof value === "number")
        cells.push(row, column, kind.number, 0, value);
      else if (value !== null) cells.pushText(row, column, kind.text, 0, value);
    });
  });
  cells.settle();
  const sheet = new StoredSheet({
    name: "",
    part: "",
    state: "visible",
    cells,
    merges: [],
    columnRuns: [],
    hiddenRows: new Set(),
    shownRows: null,
    arrays: null,
    shared: new Map(),
    strings: null,
    formatOf: () => "General",
    styled: false,
  });
  return {
    format: "xlsx",
    date1904: false,
    sheets: [sheet],
    names: [],
    writable: false,
  };
}
