import type { Catalog } from "../../../src/model/catalog.ts";
import type { Draft } from "./draft.ts";
import type { Random } from "./random.ts";

/**
 * Something a clerk does to a sheet that leaves what it says the same. `apply`
 * moves the labels along, and gives null for a file it says nothing about.
 */
export interface Change {
  readonly group: "layout" | "header" | "writing" | "words" | "values" | "form";
  readonly name: string;
  readonly apply: (draft: Draft, by: Tools) => Draft | null;
}

export interface Tools {
  readonly random: Random;
  readonly catalog: Catalog;
}
