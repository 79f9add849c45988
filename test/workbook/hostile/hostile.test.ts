import { describe, expect, it } from "vitest";
import { checkPatch, checkReading } from "./check.ts";
import { hostileFiles } from "./index.ts";

describe("hostile files", () => {
  it("have a name each", () => {
    const names = [...hostileFiles()].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(200);
  });

  for (const file of hostileFiles())
    it(`gives its value or its sentence, and is patched or refused: ${file.name}`, async () => {
      const bytes = file.make();
      expect(await checkReading(file, bytes)).toEqual([]);
      expect(await checkPatch(file, bytes)).toEqual([]);
    });
});
