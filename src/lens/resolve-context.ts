import type { Catalog } from "../model/catalog.ts";
import type { Surroundings } from "./surroundings.ts";

/** What resolving a cell needs besides its column and row. */
export interface ResolveContext {
  readonly catalog: Catalog;
  readonly surroundings: Surroundings;
  /** First parts of the codes of the indicators that are certain in this table. */
  readonly topics: ReadonlySet<string>;
}
