import { expect, it } from "vitest";
import { openWorkbook } from "../../../src/workbook/open.ts";
import { patchWorkbook } from "../../../src/workbook/patch.ts";
import { noise } from "../hostile/not-workbooks.ts";
import { rawBook } from "../hostile/raw-book.ts";
import { encryptedBiff } from "./encrypt-biff.ts";
import { agileStreams, sealed, standardStreams } from "./encrypt-package.ts";

const book = rawBook({ parts: { "xl/media/image1.bin": noise(6000) } });

const files: readonly (readonly [string, Uint8Array, number])[] = [
  ["agile", sealed(agileStreams(book, { turns: 10 })), 150],
  ["standard", sealed(standardStreams(book)), 8],
  ["xor", encryptedBiff("xor", { rows: 20 }), 150],
  ["rc4", encryptedBiff("rc4", { rows: 20 }), 150],
  ["cryptoapi", encryptedBiff("cryptoapi", { rows: 20 }), 150],
];

/** Numbers below `n`, the same from the same seed. */
function chance(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

it.each(files)(
  "damaged %s files give cells or say why not, and are not written",
  async (_, bytes, turns) => {
    const below = chance(bytes.length);
    for (let turn = 0; turn < turns; turn++) {
      const made = bytes.slice(0, below(3) === 0 ? below(bytes.length) : bytes.length); // prettier-ignore
      for (let count = below(8) + 1; count > 0; count--)
        made[below(made.length)] = below(256);
      const { workbook, issues } = await openWorkbook(made, { file: "a" });
      expect(workbook !== null || issues.length > 0).toBe(true);
      const edit = { sheet: "甲", row: 0, column: 0, kind: "number", value: 1 } as const; // prettier-ignore
      const patched = await patchWorkbook(made, [edit]);
      expect(patched.bytes).toBe(made);
      expect(patched.refused.length).toBe(1);
    }
  },
);
