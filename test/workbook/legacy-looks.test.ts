import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CellLook, WorkbookView } from "../../src/model/sheet.ts";
import { readCellLooks } from "../../src/workbook/cell-looks.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { biffStream, f64, record, u16, u32, wide } from "./biff-stream.ts";

async function open(path: string): Promise<{
  readonly book: WorkbookView;
  readonly looks: readonly CellLook[];
}> {
  const bytes = new Uint8Array(readFileSync(path));
  const { workbook } = await openWorkbook(bytes, { file: path });
  if (workbook === null) throw new Error(`${path} did not open`);
  return {
    book: workbook,
    looks: workbook.looks ?? (await readCellLooks(bytes)),
  };
}

/** Fill, weight and alignment of every cell that holds something, by sheet and address. */
function shown({ book, looks }: Awaited<ReturnType<typeof open>>) {
  return new Map(
    book.sheets.flatMap((sheet) =>
      [...sheet.cells()].flatMap((cell) => {
        const look = looks[cell.style];
        return cell.type === "blank"
          ? []
          : [
              [
                `${sheet.name} ${cell.row} ${cell.column}`,
                `${look?.fill ?? "none"}${look?.bold === true ? " bold" : ""} ${JSON.stringify(look?.align ?? {})}`,
              ] as const,
            ];
      }),
    ),
  );
}

const pairs = [
  ["ledger", "整改任务台账"],
  ["monthly", "各市2021年6月重点工作月调度"],
  ["ranking", "忻州市各县（市、区）2020年11月综合指数排名"],
] as const;

describe.each(["xls", "ods"])("the looks of an .%s", (format) => {
  it.each(pairs)(
    "are those of the workbook it was made of: %s",
    async (name, example) => {
      const made = await open(`test/fixtures/legacy/${name}.${format}`);
      const from = await open(`data/examples/${example}.xlsx`);
      const [own, wanted] = [shown(made), shown(from)];
      expect(wanted.size).toBeGreaterThan(20);
      // Without any colour or weight the test would say nothing.
      expect(new Set(wanted.values()).size).toBeGreaterThan(1);
      expect(Object.fromEntries(own)).toEqual(Object.fromEntries(wanted));
    },
  );

  it.each(pairs)(
    "come with its merges and widths: %s",
    async (name, example) => {
      const { book: made } = await open(
        `test/fixtures/legacy/${name}.${format}`,
      );
      const { book: from } = await open(`data/examples/${example}.xlsx`);
      for (const sheet of from.sheets) {
        const own = made.sheets.find((other) => other.name === sheet.name);
        const byPlace = (merges: typeof sheet.merges) =>
          [...merges].sort((a, b) => a.top - b.top || a.left - b.left);
        expect(byPlace(own?.merges ?? [])).toEqual(byPlace(sheet.merges));
        // An .ods states lengths, and how long a character is its font says.
        const ratios = Array.from(
          { length: (sheet.bounds?.right ?? 0) + 1 },
          (_, column) => {
            const wanted = sheet.columnWidth(column) ?? 0;
            const width = own?.columnWidth(column) ?? 0;
            return format === "ods" ? (width * 7 + 5) / wanted : width / wanted;
          },
        );
        expect(ratios.length).toBeGreaterThan(3);
        const [first = 0] = ratios;
        if (format === "xls") expect(first).toBe(1);
        for (const ratio of ratios)
          expect(Math.abs(ratio / first - 1)).toBeLessThan(0.01);
      }
    },
  );
});

describe("the styles of an .xls", () => {
  const font = (weight: number) =>
    record(0x0031, ...u16(200), ...u16(0), ...u16(0x7fff), ...u16(weight), ...u16(0), 0, 0, 0, 0, 1, 0, 0x41); // prettier-ignore
  const bottom = 0x20;
  const style = (
    fontAt: number,
    pattern: number,
    colour: number,
    places = bottom,
    indent = 0,
  ) =>
    record(0x00e0, ...u16(fontAt), ...u16(0), ...u16(1), places, 0, indent, 0, ...u32(0), ...u32((pattern << 26) >>> 0), ...u16(colour)); // prettier-ignore
  const cell = (column: number, xf: number) =>
    record(0x0203, ...u16(0), ...u16(column), ...u16(xf), ...f64(1));

  it("count their fonts without a fifth, and take the workbook's own palette, wherever it stands", async () => {
    const globals = [
      ...[400, 400, 400, 400, 700].map(font),
      style(0, 0, 0),
      style(5, 1, 10),
      style(4, 1, 8),
      style(5, 2, 10),
      style(0, 1, 64),
      record(0x0092, ...u16(1), 0x12, 0x34, 0x56, 0),
    ];
    const bytes = biffStream(
      [
        {
          name: [1, ...wide("表")],
          records: [0, 1, 2, 3, 4].map((xf) => cell(xf, xf)),
        },
      ],
      globals,
    );
    const { workbook } = await openWorkbook(bytes, { file: "a.xls" });
    const cells = [...(workbook?.sheets[0]?.cells() ?? [])];
    expect(cells.map((one) => workbook?.looks?.[one.style])).toEqual([
      { fill: null, bold: false },
      { fill: "#ff0000", bold: true },
      { fill: "#123456", bold: true },
      // A pattern is no fill, and the window's colour is the reader's own.
      { fill: null, bold: true },
      { fill: null, bold: false },
    ]);
  });

  it("say where the words of a cell stand", async () => {
    const globals = [
      font(400),
      ...[
        [0x20, 0],
        [0x21, 2],
        [0x12, 3],
        [0x0b, 1],
        [0x0e, 0],
      ].map(([places, indent]) => style(0, 0, 0, places, indent)),
    ];
    const bytes = biffStream(
      [
        {
          name: [1, ...wide("表")],
          records: [0, 1, 2, 3, 4].map((xf) => cell(xf, xf)),
        },
      ],
      globals,
    );
    const { workbook } = await openWorkbook(bytes, { file: "a.xls" });
    const cells = [...(workbook?.sheets[0]?.cells() ?? [])];
    expect(cells.map((one) => workbook?.looks?.[one.style]?.align)).toEqual([
      undefined,
      { across: "left", indent: 2 },
      // A cell in the middle is indented from nowhere.
      { across: "center", down: "center" },
      { across: "right", down: "top", wrap: true, indent: 1 },
      { across: "center", down: "top", wrap: true },
    ]);
  });
});

const looksOf = async (file: string, text: string) => {
  const { workbook } = await openWorkbook(new TextEncoder().encode(text), {
    file,
  });
  return [...(workbook?.sheets[0]?.cells() ?? [])].map(
    (one) => [one.raw, workbook?.looks?.[one.style]] as const,
  );
};

describe("the looks of a page saved as an .xls", () => {
  it("are those of the workbook it was made of", async () => {
    const made = shown(await open("test/fixtures/legacy/ranking.html"));
    const from = shown(
      await open(
        "data/examples/忻州市各县（市、区）2020年11月综合指数排名.xlsx",
      ),
    );
    // A page breaks its lines as it likes, and stands in the middle by itself.
    const seen = (looks: ReadonlyMap<string, string>) =>
      [...looks.values()].map((look) =>
        look.replace(/,?"(?:wrap":true|down":"center")/g, ""),
      );
    expect(from.size).toBeGreaterThan(20);
    expect(seen(made)).toEqual(seen(from));
  });

  it("come from rules, classes, styles and attributes, the nearest first", async () => {
    const looks = await looksOf(
      "a.xls",
      `<html><head><style>
        td { text-align: general; vertical-align: bottom; white-space: nowrap }
        .xl65 { background: #FFC7CE; mso-pattern: black none; font-weight: 700; text-align: center }
        .xl66 { white-space: normal; text-align: right; mso-char-indent-count: 2 }
      </style></head><body><table>
        <tr><td class=xl65>甲</td><td class="xl65" style="background:yellow;text-align:left">乙</td><td class=xl66>丙</td></tr>
        <tr bgcolor="#ddd"><th>丁</th><td style="background-color: rgb(221, 235, 247) !important"><b>戊</b></td><td>己<b>庚</b></td></tr>
        <tr><td style="background:none" bgcolor=red>辛</td><td bgcolor=silver></td><td>壬</td></tr>
      </table></body></html>`,
    );
    const plain = { fill: null, bold: false };
    expect(looks).toEqual([
      ["甲", { fill: "#ffc7ce", bold: true, align: { across: "center" } }],
      ["乙", { fill: "#ffff00", bold: true, align: { across: "left" } }],
      ["丙", { ...plain, align: { across: "right", wrap: true, indent: 2 } }],
      [
        "丁",
        {
          fill: "#dddddd",
          bold: true,
          align: { across: "center", down: "center", wrap: true },
        },
      ],
      ["戊", { fill: "#ddebf7", bold: true }],
      ["己庚", { fill: "#dddddd", bold: false }],
      ["辛", plain],
      ["", { fill: "#c0c0c0", bold: false }],
      ["壬", plain],
    ]);
  });

  it("make no table of cells that only have a colour", async () => {
    const { workbook, issues } = await openWorkbook(
      new TextEncoder().encode(
        "<html><title>登录</title><table><tr><td bgcolor=red></td><td bgcolor=red></td></tr></table></html>",
      ),
      { file: "a.xls" },
    );
    expect(workbook).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(["workbook.is_titled_page"]);
  });
});

describe("the looks of SpreadsheetML of 2003", () => {
  it("are those of their styles, with what these follow", async () => {
    const looks = await looksOf(
      "a.xml",
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles>
        <Style ss:ID="Default"><Alignment ss:Vertical="Center"/><Font ss:FontName="宋体"/></Style>
        <Style ss:ID="s1" ss:Parent="Default"><Font ss:Bold="1"/><Interior ss:Color="#FFC7CE" ss:Pattern="Solid"/></Style>
        <Style ss:ID="s2" ss:Parent="s1"><Alignment ss:Horizontal="Left" ss:Indent="2" ss:WrapText="1"/><Interior/><NumberFormat ss:Format="0.0"/></Style>
        <Style ss:ID="s3"><Interior ss:Color="#00FF00" ss:Pattern="Gray50"/></Style>
      </Styles>
      <Worksheet ss:Name="一"><Table><Row>
        <Cell ss:StyleID="s1"><Data ss:Type="String">甲</Data></Cell>
        <Cell ss:StyleID="s2"><Data ss:Type="Number">2</Data></Cell>
        <Cell ss:StyleID="s3"><Data ss:Type="String">丙</Data></Cell>
        <Cell><Data ss:Type="String">丁</Data></Cell>
      </Row></Table></Worksheet></Workbook>`,
    );
    expect(looks).toEqual([
      ["甲", { fill: "#ffc7ce", bold: true, align: { down: "center" } }],
      [
        "2",
        {
          fill: null,
          bold: true,
          align: { across: "left", down: "center", wrap: true, indent: 2 },
        },
      ],
      ["丙", { fill: null, bold: false }],
      ["丁", { fill: null, bold: false, align: { down: "center" } }],
    ]);
  });
});
