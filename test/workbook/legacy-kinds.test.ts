import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { describeIssue } from "../../src/text/words.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { tinyPackage } from "./tiny-package.ts";

function dbf(): Uint8Array {
  const bytes = new Uint8Array(200);
  bytes.set([0x03, 121, 6, 30, 1, 0, 0, 0, 65, 0, 20, 0]);
  bytes[64] = 0x0d;
  return bytes;
}

const kinds: readonly (readonly [
  what: string,
  file: string,
  bytes: Uint8Array,
  code: string,
])[] = [
  ["a shortcut", "表.xlsx", Uint8Array.of(0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, 0xc0), "workbook.is_shortcut"],
  ["an internet shortcut", "表.xls", strToU8("[InternetShortcut]\r\nURL=http://a/\r\n"), "workbook.is_shortcut"],
  ["a lock file", "上报/~$表.xlsx", Uint8Array.from({ length: 165 }, (_, at) => (at === 0 ? 4 : at < 5 ? 0x41 : 0x20)), "workbook.is_lock_file"],
  ["a Numbers file", "表.xlsx", zipSync({ "Index/Document.iwa": strToU8("x") }), "workbook.is_numbers"],
  ["a sheet of OpenOffice 1", "表.ods", zipSync({ mimetype: strToU8("application/vnd.sun.xml.calc"), "content.xml": strToU8("<a/>") }), "workbook.is_old_office"],
  ["a database of dBASE", "表.xls", dbf(), "workbook.is_old_office"],
  ["a sheet of Lotus 1-2-3", "表.xls", Uint8Array.of(0, 0, 2, 0, 6, 4, 6, 0, 8, 0, 0, 0), "workbook.is_old_office"],
  ["a sheet of Works", "表.xls", Uint8Array.of(0xff, 0, 2, 0, 4, 4, 5, 0x54, 2, 0), "workbook.is_old_office"],
  ["an archive called .csv", "表.csv", strToU8("Rar!\x1a\x07\x00…"), "workbook.is_archive"],
  ["words called .xls", "表.xls", strToU8("暂无数据"), "workbook.is_plain_text"],
]; // prettier-ignore

describe("a file that is something else", () => {
  it.each(kinds)("%s", async (_what, file, bytes, code) => {
    const { workbook, issues } = await openWorkbook(bytes, { file });
    expect(workbook).toBeNull();
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    for (const issue of issues)
      for (const language of ["zh", "en"] as const) {
        const { message, hint } = describeIssue(issue, language);
        expect(message + hint).not.toMatch(/[{}]|workbook\.[a-z]/);
      }
  });

  it("is read when only its name is wrong", async () => {
    const xlsx = tinyPackage({
      sheets: { 甲: "<sheetData><row><c><v>1</v></c></row></sheetData>" },
    });
    for (const file of ["表.et", "表.csv", "~$表.xlsx".slice(2)])
      expect((await openWorkbook(xlsx, { file })).workbook?.format).toBe(
        "xlsx",
      );
  });
});
