import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { tinyPackage } from "../workbook/tiny-package.ts";
import { dabiao } from "./dabiao.ts";

const folder = mkdtempSync(join(tmpdir(), "dabiao-set-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it("refuses formula cells by name, and writes over them when told to", async () => {
  const file = join(folder, "表.xlsx");
  writeFileSync(
    file,
    tinyPackage({
      sheets: {
        甲: '<sheetData><row r="1"><c r="A1"><f>B1</f><v>1</v></c></row></sheetData>',
      },
    }),
  );
  const out = join(folder, "out.xlsx");
  const refused = await dabiao("set", file, "甲!A1=2", "-o", out);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("A1 是公式");
  const written = await dabiao(
    "set", file, "甲!A1=2", "--over-formula", "-o", out,
  ); // prettier-ignore
  expect(written.code).toBe(0);
  const cells: unknown = JSON.parse((await dabiao("cells", out, "--json")).out);
  expect(cells).toMatchObject([{ cell: "A1", value: 2, formula: null }]);
});
