import { readFileSync } from "node:fs";
import excel from "exceljs";
import { describe, expect, it } from "vitest";
import { readCellLooks } from "../../src/workbook/cell-looks.ts";
import { openWorkbook } from "../../src/workbook/open.ts";

async function made(): Promise<Uint8Array> {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet("一");
  const fill = (fgColor: Partial<excel.Color>): excel.Fill => ({
    type: "pattern",
    pattern: "solid",
    fgColor,
  });
  sheet.getCell("A1").value = "red";
  sheet.getCell("A1").fill = fill({ argb: "FFFFC7CE" });
  sheet.getCell("A2").value = "theme";
  sheet.getCell("A2").fill = fill({ theme: 4 });
  sheet.getCell("A3").value = "bold";
  sheet.getCell("A3").font = { bold: true };
  sheet.getCell("A4").value = "plain";
  sheet.getCell("A5").value = "placed";
  sheet.getCell("A5").alignment = {
    horizontal: "left",
    vertical: "top",
    wrapText: true,
    indent: 3,
  };
  sheet.getCell("A6").value = "across";
  sheet.getCell("A6").alignment = { horizontal: "centerContinuous" };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("the looks of cells", () => {
  it("are the fills, bold fonts and alignments of their styles", async () => {
    const bytes = await made();
    const looks = await readCellLooks(bytes);
    const { workbook } = await openWorkbook(bytes, { file: "a.xlsx" });
    const look = (row: number) =>
      looks[workbook?.sheets[0]?.cellAt(row, 0)?.style ?? -1];
    expect(look(0)).toMatchObject({ fill: "#ffc7ce" });
    expect(look(1)?.fill).toMatch(/^#[0-9a-f]{6}$/);
    expect(look(2)).toEqual({ fill: null, bold: true });
    expect(look(3)).toEqual({ fill: null, bold: false });
    expect(look(4)?.align).toEqual({
      across: "left",
      down: "top",
      wrap: true,
      indent: 3,
    });
    expect(look(5)?.align).toEqual({ across: "center" });
  });

  it("are none for what is no package, and for bytes that are cut off", async () => {
    expect(await readCellLooks(new TextEncoder().encode("a,b"))).toEqual([]);
    const bytes = readFileSync(
      "data/examples/2019年山西省环境空气质量情况.xlsx",
    );
    expect(await readCellLooks(bytes.subarray(0, 600))).toEqual([]);
  });
});
