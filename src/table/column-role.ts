import type { Facets } from "../model/facets.ts";
import type { HeaderText } from "../model/table.ts";
import type { HeaderReader } from "./header-reader.ts";

/**
 * What a column is, by its header path: the nearest header that says so, a
 * row of units below the names (城市 over 单位) not counting.
 */
export function columnRole(
  path: readonly HeaderText[],
  reader: Pick<HeaderReader, "read">,
): Facets["role"] {
  let role: Facets["role"] = null;
  for (const { text } of [...path].reverse()) {
    const own = reader.read(text).role;
    if (own !== null && own !== "unit") return own;
    role ??= own;
  }
  return role;
}
