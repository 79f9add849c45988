import { parseArgs } from "node:util";

export interface BenchOptions {
  /** Names of topics; empty for all. */
  readonly topics: readonly string[];
  /** How often each thing is measured. */
  readonly rounds: number;
  /** Small data and few repetitions: shows that everything runs, judges nothing. */
  readonly quick: boolean;
  /** Only JSON on standard output. */
  readonly json: boolean;
  /** Copy the table of readers into the READMEs. */
  readonly readme: boolean;
}

/** @throws when an option is unknown or `--rounds` is not a whole number above 0. */
export function benchOptions(words: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      rounds: { type: "string" },
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      readme: { type: "boolean", default: false },
    },
  });
  const { quick, json, readme } = values;
  const rounds = Number(values.rounds ?? (quick ? 1 : 5));
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`not a number of rounds: ${values.rounds ?? ""}`);
  return { topics: positionals, rounds, quick, json, readme };
}
