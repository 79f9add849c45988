import type { RawLists } from "../src/model/catalog.ts";
import { listsButChina } from "./lists.ts";
import regionsOfChina from "./regions-china.csv?raw";

/** The lists that ship with the product, as they lie in the files; `loadCatalog` checks them. */
export const rawLists: RawLists = { ...listsButChina, regionsOfChina };
