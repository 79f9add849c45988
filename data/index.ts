import type { RawLists } from "../src/model/catalog.ts";
import indicators from "./indicators.json";
import ledgerStates from "./ledger-states.json";
import measures from "./measures.json";
import placeholders from "./placeholders.json";
import records from "./records.json";
import regions from "./regions.csv?raw";
import regionsOfChina from "./regions-china.csv?raw";
import standards from "./standards.json";
import statusRules from "./status-rules.json";
import targets from "./targets.json";
import units from "./units.json";
import variants from "./variants.json";

/** The lists that ship with the product, as they lie in the files; `loadCatalog` checks them. */
export const rawLists: RawLists = {
  indicators,
  regions,
  regionsOfChina,
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
