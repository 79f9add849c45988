/**
 * The number a text of a table file is, when it is one beyond doubt: plain
 * decimal digits, no leading zeros (`0351` is a code), at most 15 significant
 * digits (an identity number is no quantity). Null otherwise.
 */
export function plainNumber(text: string): number | null {
  const match = /^-?(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const digits = ((match[1] ?? "") + (match[2] ?? "")).replace(/^0+/, "");
  return digits.length > 15 ? null : Number(text);
}
