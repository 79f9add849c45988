import type { IsoDate, RegionCode } from "./codes.ts";

export const regionLevels = [
  "country",
  "province",
  "city",
  "county",
  "zone",
  "township",
  "basin",
  "group",
  "site",
] as const;
export type RegionLevel = (typeof regionLevels)[number];

/** One row of `data/regions.csv`. Empty dates mean "always, as far as is known". */
export interface Region {
  readonly code: RegionCode;
  /** Empty at the top. */
  readonly parent: RegionCode;
  readonly level: RegionLevel;
  readonly name: string;
  /** Short form (`太原`); empty when there is none. */
  readonly short: string;
  /** The name in traditional characters. */
  readonly traditional: string;
  readonly english: string;
  readonly aliases: readonly string[];
  readonly validFrom: IsoDate | "";
  /** Last day the code was in use; empty when it still is. */
  readonly validTo: IsoDate | "";
}
