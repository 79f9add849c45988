import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RawLists } from "../../src/model/catalog.ts";
import type { Assumptions } from "../../src/engine.ts";

/**
 * One labelled cell. An observation names its key (an absent `measure` is
 * `actual`, absent `variant` and `base` are empty); a record's field names
 * `record` and `field`, and `kind` where the label is that exact. `value` is
 * decimal text in the indicator's own unit (of rates and completion %, of a
 * change of a share 百分点, of ranks a place), a text, an ISO day or a class;
 * `missing` the placeholder as the cell spells it.
 */
export interface Label {
  readonly cell: string;
  readonly indicator?: string;
  readonly region?: string;
  readonly period?: string;
  readonly measure?: string;
  readonly variant?: string;
  readonly base?: string;
  readonly kind?: string;
  readonly record?: string;
  readonly field?: string;
  readonly value?: string | number | null;
  readonly missing?: string;
}

export interface SheetLabels {
  readonly sheet: string;
  /** Complete: every cell that carries an observation or a record's field. */
  readonly bindings: readonly Label[];
  /** Empty cells of a form, with the key that belongs there; absent when the sheet's empty cells are not labelled. */
  readonly slots?: readonly Label[];
  readonly aggregates: readonly string[];
  readonly ordinals: readonly string[];
  readonly nothing?: boolean;
}

export interface FileLabels {
  readonly file: string;
  /** What a person answers; the bindings are those after the answer. */
  readonly assume?: Assumptions;
  readonly sheets: readonly SheetLabels[];
  /** How many questions a person should be asked before the answer. */
  readonly questions: number;
  readonly why: string;
}

export interface LabelledFile {
  /** `a`, `b` or `c`. */
  readonly set: string;
  readonly path: string;
  readonly labels: FileLabels;
}

const fixtures = fileURLToPath(new URL("../fixtures/sheets/", import.meta.url));

/** Every labelled file of the sets that exist, by set and name. */
export function labelledFiles(): LabelledFile[] {
  const sets = existsSync(fixtures)
    ? readdirSync(fixtures, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
  return sets.flatMap((set) =>
    readdirSync(join(fixtures, set))
      .filter((name) => name.endsWith(".expected.json"))
      .sort()
      .map((name) => {
        const labels = JSON.parse(
          readFileSync(join(fixtures, set, name), "utf8"),
        ) as FileLabels;
        return {
          set,
          path: join(fixtures, set, basename(labels.file)),
          labels,
        };
      }),
  );
}

const data = new URL("../../data/", import.meta.url);

function json(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, data), "utf8"));
}

/** The lists of `data/`, read from the files so that plain Node can load them too. */
export function shippedLists(): RawLists {
  return {
    indicators: json("indicators.json"),
    regions: readFileSync(new URL("regions.csv", data), "utf8"),
    regionsOfChina: readFileSync(new URL("regions-china.csv", data), "utf8"),
    units: json("units.json"),
    targets: json("targets.json"),
    statusRules: json("status-rules.json"),
    placeholders: json("placeholders.json"),
    records: json("records.json"),
    ledgerStates: json("ledger-states.json"),
    measures: json("measures.json"),
    variants: json("variants.json"),
    standards: json("standards.json"),
  };
}
