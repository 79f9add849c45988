// Rounds of fuzzing in a process of their own: `rounds.ts SEED ROUNDS`. Each
// seed is printed before its round, so that whoever watches knows what hangs.
import { writeSync } from "node:fs";
import { mutantOf, sourceFiles } from "./mutant.ts";
import { judge } from "./oracle.ts";

/** Bytes this process may take. */
const memory = 1.5 * 1024 ** 3;

const [first = "1", rounds = "1"] = process.argv.slice(2);
const files = sourceFiles();
for (let round = 0; round < Number(rounds); round++) {
  const seed = Number(first) + round;
  writeSync(1, `seed ${seed}\n`);
  const mutant = mutantOf(seed, files);
  let fault: string | null;
  try {
    fault = await judge(mutant);
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : "throws";
  }
  if (process.memoryUsage().rss > memory) fault ??= "takes too much memory";
  if (fault !== null)
    writeSync(
      1,
      `fault ${JSON.stringify({ seed, file: mutant.file, fault })}\n`,
    );
}
writeSync(1, "done\n");
