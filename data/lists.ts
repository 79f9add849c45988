import type { RawLists } from "../src/model/catalog.ts";
import indicators from "./indicators.json";
import ledgerStates from "./ledger-states.json";
import measures from "./measures.json";
import placeholders from "./placeholders.json";
import records from "./records.json";
import regions from "./regions.csv?raw";
import standards from "./standards.json";
import statusRules from "./status-rules.json";
import targets from "./targets.json";
import units from "./units.json";
import variants from "./variants.json";

/** The lists that ship with the product but for the places of the other provinces, which are as much again. */
export const listsButChina: Omit<RawLists, "regionsOfChina"> = {
  indicators,
  regions,
  units,
  targets,
  statusRules,
  placeholders,
  records,
  ledgerStates,
  measures,
  variants,
  standards,
};
