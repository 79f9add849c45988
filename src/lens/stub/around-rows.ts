import type { Catalog } from "../../model/catalog.ts";
import type { IsoDate, RegionCode } from "../../model/codes.ts";
import type { Months } from "../period/months-around.ts";

/** What is known of all rows of a table. */
export interface AroundRows {
  /** The place the sheet is of. */
  readonly region: RegionCode | undefined;
  /** The last day of the sheet's period; null when it states none. */
  readonly asOf: IsoDate | null;
  /** The months that the titles give to every year. */
  readonly months: Months | null;
  readonly catalog: Pick<Catalog, "regions">;
}
