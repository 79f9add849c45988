import type { Hyperlink } from "../model/sheet.ts";
import type { Relationship } from "./package.ts";
import type { LinkElement } from "./sheet-features.ts";

/** The sheet's links with the addresses their relationships hold. */
export function resolveLinks(
  links: readonly LinkElement[],
  relations: readonly Relationship[],
): Hyperlink[] {
  if (links.length === 0) return [];
  const targets = new Map(
    relations
      .filter(({ type }) => type === "hyperlink")
      .map(({ id, target }) => [id, target]),
  );
  return links.map(({ range, id, location, tooltip }) => ({
    range,
    target: targets.get(id) ?? null,
    location,
    tooltip,
  }));
}
