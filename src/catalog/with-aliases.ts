import type { Catalog } from "../model/catalog.ts";
import type { AddedAlias } from "../model/stored-profile.ts";

/** A catalog in which spellings that people added stand for their codes, beside those of the lists. Unknown codes add nothing. */
export function withAliases(
  catalog: Catalog,
  added: readonly AddedAlias[],
): Catalog {
  if (added.length === 0) return catalog;
  return {
    ...catalog,
    indicators: extended(catalog.indicators, added, "indicator"),
    regions: extended(catalog.regions, added, "region"),
    units: extended(catalog.units, added, "unit"),
  };
}

function extended<T extends { readonly aliases: readonly string[] }>(
  rows: ReadonlyMap<string, T>,
  added: readonly AddedAlias[],
  role: AddedAlias["role"],
): ReadonlyMap<string, T> {
  const extended = new Map(rows);
  for (const { role: of, text, code } of added) {
    const row = extended.get(code);
    if (of !== role || row === undefined || row.aliases.includes(text))
      continue;
    extended.set(code, { ...row, aliases: [...row.aliases, text] });
  }
  return extended;
}
