import { expect, it } from "vitest";
import { sourceFiles } from "./mutant.ts";
import { describeFault, watchRounds } from "./watch.ts";

const seed = Number(process.env.FUZZ_SEED ?? 1);
const rounds = Number(process.env.FUZZ_ROUNDS ?? 600);

it("reads and patches mutated workbooks without a throw, a hang or a wrong silence", async () => {
  expect(sourceFiles().length).toBeGreaterThan(10);
  const faults = await watchRounds(seed, rounds);
  expect(faults.map(describeFault)).toEqual([]);
}, 600_000);
