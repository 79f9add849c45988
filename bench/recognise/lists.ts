import { readFileSync } from "node:fs";
import type { RawLists } from "../../src/model/catalog.ts";

/** The lists of `data/` as they lie there; a bundle cannot import the regions. */
export function shippedLists(): RawLists {
  const text = (name: string): string => readFileSync(`data/${name}`, "utf8");
  const json = (name: string): unknown => JSON.parse(text(`${name}.json`));
  return {
    indicators: json("indicators"),
    regions: text("regions.csv"),
    regionsOfChina: text("regions-china.csv"),
    units: json("units"),
    targets: json("targets"),
    statusRules: json("status-rules"),
    placeholders: json("placeholders"),
    records: json("records"),
    ledgerStates: json("ledger-states"),
    measures: json("measures"),
    variants: json("variants"),
    standards: json("standards"),
  };
}
