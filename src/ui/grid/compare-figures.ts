/** Numbers by size, texts by code point, missing last whichever way the sort goes. */
export function compareFigures(
  a: unknown,
  b: unknown,
  _nodeA?: unknown,
  _nodeB?: unknown,
  descending = false,
): number {
  const [noA, noB] = [
    a === null || a === undefined,
    b === null || b === undefined,
  ];
  if (noA || noB) {
    if (noA && noB) return 0;
    return noA === descending ? -1 : 1;
  }
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [x, y] = [String(a), String(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
