/** True when a region is another one or lies in it. */
export function liesIn(
  code: string,
  outer: string,
  regions: ReadonlyMap<string, { readonly parent: string }>,
): boolean {
  const seen = new Set<string>();
  let at = code;
  while (at !== "" && !seen.has(at)) {
    if (at === outer) return true;
    seen.add(at);
    at = regions.get(at)?.parent ?? "";
  }
  return false;
}
