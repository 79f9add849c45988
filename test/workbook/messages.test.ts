import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { workbookMessages } from "../../src/text/messages/workbook.ts";

it("has words for every code the folder can emit, and no others", () => {
  const folder = "src/workbook/";
  const codes = new Set<string>();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const name of files.filter((one) => one.endsWith(".ts")))
    for (const [, code] of readFileSync(folder + name, "utf8").matchAll(
      /"(workbook\.[a-z0-9_]+)"/g,
    ))
      if (code !== undefined) codes.add(code);
  expect([...codes].sort()).toEqual(Object.keys(workbookMessages).sort());
});
