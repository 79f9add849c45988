/** Bytes that are looked at. */
const looked = 4096;

/**
 * UTF-16 without a mark, told by its zeros: Chinese text has few, yet its
 * digits, commas and line ends have one each, always on the same side. Other
 * texts have none, and what has none of it decodes to control characters.
 */
export function zerosEncoding(
  head: Uint8Array,
): "utf-16le" | "utf-16be" | null {
  const seen = head.subarray(0, Math.min(looked, head.length & ~1));
  let even = 0;
  let odd = 0;
  for (let at = 0; at < seen.length; at += 2) {
    if (seen[at] === 0) even += 1;
    if (seen[at + 1] === 0) odd += 1;
  }
  // A character such as U+5000 has its zero on the other side.
  const found =
    odd > even * 8 ? "utf-16le" : even > odd * 8 ? "utf-16be" : null;
  if (found === null) return null;
  const text = new TextDecoder(found).decode(seen);
  return /[\0-\x08\x0e-\x19\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]/.test(
    text.slice(0, -1),
  )
    ? null
    : found;
}
