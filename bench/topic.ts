import type { BenchOptions } from "./options.ts";
import type { Demand } from "./demand.ts";
import type { Table } from "./table.ts";

/** One group of measurements, `npm run bench -- <name>`. */
export interface Topic {
  readonly name: string;
  /** Yields each section as soon as it is measured. */
  run(options: BenchOptions, say: (line: string) => void): SectionStream;
}

export type SectionStream = AsyncGenerator<Section, void, void>;

/** What was found out about one question. */
export interface Section {
  readonly title: string;
  readonly table: Table;
  /** Sentences under the table. */
  readonly notes: readonly string[];
  readonly demands: readonly Demand[];
  /** The same measurements for machines. */
  readonly data: unknown;
  /** What broke, one sentence each; empty when nothing did. */
  readonly crashes: readonly string[];
  /** Stands in the READMEs between `<!-- bench:name -->` and `<!-- /bench:name -->`. */
  readonly quote?: {
    readonly name: string;
    readonly tables: Readonly<Record<"en" | "zh", Table>>;
  };
}
