import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { SheetView } from "../../src/model/sheet.ts";
import { fromOpenFormula } from "../../src/workbook/legacy/ods-formula.ts";
import { fromR1c1 } from "../../src/workbook/legacy/r1c1.ts";
import { openWorkbook } from "../../src/workbook/open.ts";

async function open(content: string | Uint8Array) {
  const bytes = typeof content === "string" ? strToU8(content) : content;
  const { workbook, issues } = await openWorkbook(bytes, { file: "a" });
  return { workbook, codes: issues.map(({ code }) => code) };
}

const cells = (view: SheetView | undefined) =>
  [...(view?.cells() ?? [])].map((cell) => [
    `${cell.row},${cell.column}`,
    cell.type,
    cell.value,
  ]);

const spreadsheetml = (body: string) =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">${body}</Workbook>`;

describe("SpreadsheetML of 2003", () => {
  it("places cells by their index and behind merged ones", async () => {
    const { workbook, codes } = await open(
      spreadsheetml(
        '<Worksheet ss:Name="甲"><Table><Row ss:Index="3"><Cell ss:Index="2" ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">标题</Data></Cell><Cell><Data ss:Type="Number">31.50</Data></Cell></Row><Row ss:Span="2"/><Row><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row></Table></Worksheet>',
      ),
    );
    expect(codes).toEqual([]);
    const [sheet] = workbook?.sheets ?? [];
    expect(cells(sheet)).toEqual([
      ["2,1", "text", "标题"],
      ["2,3", "number", 31.5],
      ["6,0", "boolean", true],
      ["6,1", "error", "#N/A"],
    ]);
    expect(sheet?.cellAt(2, 3)?.raw).toBe("31.50");
    expect(sheet?.merges).toEqual([{ top: 2, left: 1, bottom: 3, right: 2 }]);
  });

  it("keeps dates as ISO texts, times as parts of a day, and their formats", async () => {
    const { workbook } = await open(
      spreadsheetml(
        '<Styles><Style ss:ID="Default"/><Style ss:ID="d"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style><Style ss:ID="e" ss:Parent="d"/><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles><Worksheet ss:Name="甲"><Table><Row><Cell ss:StyleID="e"><Data ss:Type="DateTime">2021-06-30T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">1899-12-31T06:00:00.000</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.5</Data></Cell></Row></Table></Worksheet>',
      ),
    );
    const [sheet] = workbook?.sheets ?? [];
    expect(cells(sheet)).toEqual([
      ["0,0", "date", "2021-06-30T00:00:00"],
      ["0,1", "number", 0.25],
      ["0,2", "number", 0.5],
    ]);
    expect(sheet?.cellAt(0, 0)?.format).toBe('yyyy"年"m"月"');
    expect(sheet?.cellAt(0, 2)?.format).toBe("0.00%");
  });

  it("reads rich text, notes, links, what is hidden, and names", async () => {
    const { workbook } = await open(
      spreadsheetml(
        '<Names><NamedRange ss:Name="期" ss:RefersTo="=\'甲 表\'!R1C1:R2C3"/></Names><Worksheet ss:Name="甲 表"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/><Row ss:Hidden="1"><Cell ss:HRef="http://a/b#c"><ss:Data ss:Type="String"><html:B>优</html:B>良</ss:Data><Comment ss:Author="张"><ss:Data>注<html:B>意</html:B></ss:Data></Comment><NamedCell ss:Name="期"/></Cell></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>',
      ),
    );
    const [sheet] = workbook?.sheets ?? [];
    expect(sheet?.cellAt(0, 0)?.value).toBe("优良");
    expect(sheet?.notes).toEqual([
      { row: 0, column: 0, author: "张", text: "注意" },
    ]);
    expect(sheet?.hyperlinks[0]).toMatchObject({
      target: "http://a/b",
      location: "c",
    });
    expect([sheet?.state, sheet?.rowHidden(0), sheet?.columnHidden(2)]).toEqual(
      ["hidden", true, true],
    );
    expect(workbook?.names).toEqual([
      {
        name: "期",
        sheet: "甲 表",
        range: { top: 0, left: 0, bottom: 1, right: 2 },
      },
    ]);
  });

  it("gives what stands before the break of a file cut short", async () => {
    const { workbook, codes } = await open(
      spreadsheetml(
        '<Worksheet ss:Name="甲"><Table><Row><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="Num',
      ).replace("</Workbook>", ""),
    );
    expect(codes).toEqual(["workbook.file_cut"]);
    expect(workbook?.sheets[0]?.cellAt(0, 0)?.value).toBe(1);
  });

  it.each([
    ["SUM(R[-2]C:R[-1]C)", "SUM(C3:C4)"],
    ["RC[-1]*R1C1", "B5*$A$1"],
    ['"R1C1"&RC', '"R1C1"&C5'],
    ["'R1C1'!R2C[1]+Sheet1!RC1", "'R1C1'!D$2+Sheet1!$A5"],
    ["SUM(C2,R:R[1],C[-1]:C)", "SUM($B:$B,5:6,B:C)"],
    ["ROUND(R[1]C[1],2)", "ROUND(D6,2)"],
  ])("spells %s as %s seen from C5", (r1c1, a1) => {
    expect(fromR1c1(r1c1, 4, 2)).toBe(a1);
  });
});

const mimetype = "application/vnd.oasis.opendocument.spreadsheet";

const content = (tables: string, styles = "") =>
  `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:number="n" xmlns:style="s"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;

const ods = (tables: string, styles = "", manifest = "<m/>") =>
  zipSync({
    mimetype: strToU8(mimetype),
    "META-INF/manifest.xml": strToU8(manifest),
    "content.xml": strToU8(content(tables, styles)),
  });

describe("OpenDocument spreadsheets", () => {
  it("repeat rows and cells, empty ones at no cost", async () => {
    const value = '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>'; // prettier-ignore
    const { workbook, codes } = await open(
      ods(
        `<table:table table:name="甲"><table:table-row table:number-rows-repeated="2">${value}</table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>末<text:s text:c="2"/>行</text:p><text:p>二</text:p></table:table-cell></table:table-row></table:table>`,
      ),
    );
    expect(codes).toEqual([]);
    expect(cells(workbook?.sheets[0])).toEqual([
      ["0,0", "number", 7],
      ["0,1", "number", 7],
      ["1,0", "number", 7],
      ["1,1", "number", 7],
      ["1048572,0", "text", "末  行\n二"],
    ]);
  });

  it("hide runs of rows, a million as cheaply as one", async () => {
    const hiddenRows = (count: number) =>
      `<table:table-row table:visibility="collapse" table:number-rows-repeated="${count}"><table:table-cell/></table:table-row>`;
    const shown =
      '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>';
    const table = `<table:table table:name="甲">${hiddenRows(2)}${shown}${hiddenRows(1_048_572)}${shown}</table:table>`;
    const { workbook } = await open(ods(table.repeat(200)));
    expect(workbook?.sheets).toHaveLength(200);
    const [sheet] = workbook?.sheets ?? [];
    expect(
      [0, 1, 2, 3, 1_048_574, 1_048_575].map((row) => sheet?.rowHidden(row)),
    ).toEqual([true, true, false, true, true, false]);
  });

  it("leave out and count repetitions nobody can mean", async () => {
    const { workbook, codes } = await open(
      ods(
        '<table:table table:name="甲"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="7"/></table:table-row></table:table>',
      ),
    );
    expect(codes).toEqual(["workbook.repeats_left_out"]);
    expect(cells(workbook?.sheets[0])).toEqual([["0,0", "number", 7]]);
  });

  it("hold numbers, percentages, dates, times, truth and errors with their formats", async () => {
    const styles =
      '<number:percentage-style style:name="N1"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style><number:date-style style:name="N2"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style><style:style style:name="c1" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="c2" style:family="table-cell" style:data-style-name="N2"/>';
    const { workbook } = await open(
      ods(
        '<table:table table:name="甲"><table:table-row><table:table-cell table:style-name="c1" office:value-type="percentage" office:value="0.6360"><text:p>63.6%</text:p></table:table-cell><table:table-cell table:style-name="c2" office:value-type="date" office:date-value="2021-06-30"/><table:table-cell office:value-type="time" office:time-value="PT30H00M00S"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell></table:table-row></table:table>',
        styles,
      ),
    );
    const [sheet] = workbook?.sheets ?? [];
    expect(cells(sheet)).toEqual([
      ["0,0", "number", 0.636],
      ["0,1", "date", "2021-06-30"],
      ["0,2", "number", 1.25],
      ["0,3", "boolean", true],
      ["0,4", "error", "#DIV/0!"],
    ]);
    expect(sheet?.cellAt(0, 0)).toMatchObject({
      format: "0.0%",
      raw: "0.6360",
    });
    expect(sheet?.cellAt(0, 1)?.format).toBe('yyyy"年"m"月"');
  });

  it("are called protected when their parts are encrypted", async () => {
    const { codes } = await open(
      ods("", "", "<manifest><file-entry><encryption-data/></file-entry></manifest>"), // prettier-ignore
    );
    expect(codes).toEqual(["workbook.password"]);
  });

  it.each([
    ["of:=SUM([.A1:.B2];[$表1.C$3])", "SUM(A1:B2,表1!C$3)"],
    ["of:=[$'a b'.A1]&\"；;\"", "'a b'!A1&\"；;\""],
    ["msoxl:=SUM(A1,B2)", "SUM(A1,B2)"],
  ])("spell %s as %s", (open_, plain) => {
    expect(fromOpenFormula(open_)).toBe(plain);
  });
});
