import type { RegionCode } from "../model/codes.ts";
import type { Catalog } from "../model/catalog.ts";
import type { BureauRecord } from "../model/observation.ts";
import { withAbove } from "../model/with-above.ts";
import { liesIn } from "../model/lies-in.ts";
import type { Matcher } from "./matcher.ts";

/** Below it a place is not taken. */
const sure = 0.8;

/** Fields that state where a record lies, the finest first. */
const placeFields = ["region", "county", "city"] as const;
/** Fields that name who is in charge, whose own place it may be. */
const unitFields = ["duty_unit", "unit"] as const;

/**
 * Where a record lies: what its own fields say, else the place of the unit in
 * charge where that lies in the sheet's region (平城区政府 on a ledger of
 * 大同), else the sheet's region. Of several places the finest, or the nearest
 * one that holds them all. Null where nobody says.
 */
export function placeOfRecord(
  record: Pick<BureauRecord, "fields" | "place">,
  matcher: Pick<Matcher, "region">,
  regions: Catalog["regions"],
): {
  readonly region: RegionCode;
  readonly by: "field" | "unit" | "sheet";
} | null {
  const { place, fields } = record;
  const textOf = (field: string): string => {
    const said = fields[field];
    return said?.type === "text" ? said.value : "";
  };
  const city = places(textOf("city"), place, matcher)[0];
  for (const field of placeFields) {
    const found = oneOf(places(textOf(field), city ?? place, matcher), regions);
    if (found !== null) return { region: found, by: "field" };
  }
  for (const field of unitFields) {
    const inside = places(textOf(field), place, matcher).filter(
      (code) => place === undefined || liesIn(code, place, regions),
    );
    const found = oneOf(inside, regions);
    if (found !== null)
      return { region: found, by: found === place ? "sheet" : "unit" };
  }
  return place === undefined ? null : { region: place, by: "sheet" };
}

/** The places a text is sure to name. */
function places(
  text: string,
  parent: RegionCode | undefined,
  matcher: Pick<Matcher, "region">,
): readonly RegionCode[] {
  return text === ""
    ? []
    : matcher
        .region(text, parent)
        .filter(({ confidence }) => confidence >= sure)
        .map(({ value }) => value);
}

/** The finest of places that lie in each other, else the nearest that holds them all. */
function oneOf(
  found: readonly RegionCode[],
  regions: Catalog["regions"],
): RegionCode | null {
  const finest = [...new Set(found)].filter(
    (code) =>
      !found.some((other) => other !== code && liesIn(other, code, regions)),
  );
  const [first] = finest;
  if (first === undefined) return null;
  return (
    withAbove(first, regions).find((at) =>
      finest.every((code) => code === at || liesIn(code, at, regions)),
    ) ?? null
  );
}
