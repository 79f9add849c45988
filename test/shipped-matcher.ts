import { rawLists } from "../data/index.ts";
import { loadCatalog } from "../src/catalog/load-catalog.ts";
import { createMatcher } from "../src/match/matcher.ts";

/** The catalog that ships with the product and the matcher made of it. */
export const { catalog } = loadCatalog(rawLists);
export const matcher = createMatcher(catalog);
