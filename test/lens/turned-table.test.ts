import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { bindWorkbook } from "../../src/lens/bind-workbook.ts";
import { drawnProfile } from "../../src/lens/drawn-tables.ts";
import type { BoundTable } from "../../src/model/binding.ts";
import { keyText } from "../../src/model/observation.ts";
import type { Profiles, TableShape } from "../../src/model/profile.ts";
import { cellRef } from "../../src/model/sheet.ts";
import { linesOf } from "../../src/table/lines.ts";
import { catalog, matcher } from "../shipped-matcher.ts";
import {
  type SheetOptions,
  sheetOf,
  type TestCell,
  workbookOf,
} from "../sheet-of.ts";

type Rows = readonly (readonly TestCell[])[];

function bound(
  rows: Rows,
  shape?: TableShape,
  options: SheetOptions = {},
): readonly BoundTable[] {
  const of = (profiles: Profiles): readonly BoundTable[] =>
    bindWorkbook(workbookOf(sheetOf(rows, options)), {
      file: "表.xlsx",
      catalog,
      matcher,
      profiles,
    }).tables;
  if (shape === undefined) return of(new Map());
  const form = of(new Map())[0]?.ask?.form ?? "";
  return of(new Map([[form, { form, answers: [], shape }]]));
}

/** `B3 key = value` of every value. */
function lines(tables: readonly BoundTable[]): string[] {
  return tables
    .flatMap(({ bindings }) => bindings)
    .filter(({ role }) => role === "value")
    .map(({ row, column, target, value }) => {
      const key =
        target.type === "observation"
          ? keyText(target.key)
          : `${target.record}.${target.field}`;
      return `${cellRef(row, column)} ${key} = ${value ?? ""}`;
    })
    .sort();
}

const turnedRows = (rows: Rows): Rows =>
  Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, at) =>
    rows.map((row) => row[at]),
  );

const swapped = (line: string): string =>
  line.replace(/^([A-Z]+)(\d+)/, (_, letter: string, row: string) =>
    cellRef(letter.charCodeAt(0) - 65, Number(row) - 1),
  );

/** As an answer says it: the first row heads the columns, and so does the first column. */
const onItsSide: TableShape = { turned: true, headerRows: 1, stubColumns: 1 };

const projects: Rows = [
  ["项目名称", "所在县区", "建设内容", "总投资（万元）"],
  ["燃煤锅炉改造", "小店区", "改造锅炉", 60],
  ["管网改造", "平城区", "新建管网", 45],
];

describe("a table on its side", () => {
  it("of records is a record a column, whatever it was taken for", () => {
    const upright = lines(bound(projects));
    expect(upright).toHaveLength(8);
    const rows = turnedRows(projects);
    const turned = bound(rows, { ...onItsSide, kind: "records" });
    expect(turned[0]?.orientation).toBe("records");
    expect(lines(turned)).toEqual(upright.map(swapped).sort());
  });

  it("finds its header anew where nobody counted it", () => {
    const rows: Rows = turnedRows([
      ["任务名称", "责任单位", "完成时限", "工作措施"],
      ["锅炉改造", "小店区", "2021年12月31日", "改造全部锅炉"],
      ["管网改造", "平城区", "2021年10月31日", "新建管网十公里"],
    ]);
    const profile = drawnProfile(
      { top: 0, left: 0, bottom: 3, right: 2 },
      linesOf(sheetOf(rows), false),
      matcher,
    );
    if (profile === null) throw new Error("nothing was drawn");
    const shape: TableShape = { turned: true, kind: "records" };
    const { tables } = bindWorkbook(workbookOf(sheetOf(rows)), {
      file: "表.xlsx",
      catalog,
      matcher,
      profiles: new Map([[profile.form, { ...profile, shape }]]),
    });
    expect(tables.map(({ orientation }) => orientation)).toEqual(["records"]);
    expect(lines(tables).join("\n")).toMatch(/B\d .*锅炉改造/);
    expect(lines(tables).join("\n")).toMatch(/C\d .*管网改造/);
  });

  it("that is longer than a sheet is wide is read as it stands, and that is said", () => {
    const sheet = sheetOf([
      ["地区", "PM2.5浓度(μg/m3)"],
      ...Array.from({ length: 16_384 }, () => ["大同市", 30] as const),
    ]);
    const profile = drawnProfile(
      { top: 0, left: 0, bottom: 16_384, right: 1 },
      linesOf(sheet, false),
      matcher,
    );
    if (profile === null) throw new Error("nothing was drawn");
    const { tables, issues } = bindWorkbook(workbookOf(sheet), {
      file: "表.xlsx",
      catalog,
      matcher,
      profiles: new Map([[profile.form, { ...profile, shape: onItsSide }]]),
    });
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: "lens.turned_too_long",
        params: { rows: 16_385, most: 16_384 },
      }),
    );
    expect(tables[0]?.orientation).toBe("cross");
  });

  it("keeps title, questions and edges where they stand on the sheet", () => {
    const rows: Rows = [
      ["2021年6月空气质量"],
      ["地区", "太原市", "大同市"],
      ["PM2.5浓度(μg/m3)", 40, 30],
      ["气溶胶(μg/m3)", 50, 60],
    ];
    const [table] = bound(rows, onItsSide);
    expect(lines(table === undefined ? [] : [table])).toEqual([
      "B3 air.pm25|140100|2021-06|actual|| = 40",
      "C3 air.pm25|140200|2021-06|actual|| = 30",
    ]);
    expect(table).toMatchObject({
      title: "2021年6月空气质量",
      range: { top: 0, left: 0, bottom: 3, right: 2 },
      unmatched: [{ cell: "A4", role: "indicator" }],
      ask: {
        edges: { top: 1, left: 0, bottom: 3, right: 2, headerRows: 1 },
        shape: onItsSide,
      },
    });
    expect(table?.ask?.places.get("A4")).toMatchObject({ place: "column" });
    expect(table?.headers).toContainEqual({
      text: "大同市",
      row: 1,
      column: 2,
    });
  });

  it("takes merges along", () => {
    const rows: Rows = [
      ["地区", undefined, "太原市", "大同市"],
      ["2021年6月", "PM2.5浓度(μg/m3)", 40, 30],
      [undefined, "优良天数(天)", 20, 22],
    ];
    const options = { merges: ["A1:B1", "A2:A3"] };
    const plain = lines(bound(rows, undefined, options));
    expect(plain).toHaveLength(4);
    expect(
      lines(
        bound(rows, { turned: true, headerRows: 1, stubColumns: 2 }, options),
      ),
    ).toEqual(plain);
  });

  it("binds figures as the same table upright, wherever it stands", () => {
    const cities = ["太原市", "大同市", "阳泉市", "长治市"];
    const heads = ["PM2.5浓度(μg/m3)", "优良天数(天)", "PM10浓度(μg/m3)"];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        (n, m, down) => {
          const body: Rows = [
            ["地区", ...heads.slice(0, m)],
            ...cities
              .slice(0, n)
              .map((city, i) => [
                city,
                ...heads.slice(0, m).map((_, j) => 11 + i * 3 + j),
              ]),
          ];
          const rows: Rows = [
            ["2021年6月空气质量"],
            ...Array.from({ length: down }, () => []),
            ...turnedRows(body),
          ];
          const read = lines(bound(rows, onItsSide));
          // What is only one row or column may be no table by itself.
          if (bound(rows).length === 0) return;
          expect(read).toHaveLength(n * m);
          expect(read).toEqual(lines(bound(rows)));
        },
      ),
      { numRuns: 60 },
    );
  });
});
