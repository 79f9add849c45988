import { joinBytes } from "./inflate.ts";

/** Bytes from `start` to `end` replaced by `text`; an insertion where the two are equal. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The bytes with all splices made, in pieces; those between the splices are
 * views of the bytes, so that a large part is not there twice. Insertions at one position come in the order given, and before a replacement
 * that begins there.
 * @throws when two replacements overlap.
 */
export function spliced(
  bytes: Uint8Array,
  splices: readonly Splice[],
): Uint8Array[] {
  const encoder = new TextEncoder();
  const sorted = splices
    .map((splice, index) => ({ splice, index }))
    .sort(
      (a, b) =>
        a.splice.start - b.splice.start ||
        Number(a.splice.end > a.splice.start) -
          Number(b.splice.end > b.splice.start) ||
        a.index - b.index,
    );
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { splice } of sorted) {
    if (splice.start < at)
      throw new Error(`splice at ${splice.start} overlaps the one before it`);
    pieces.push(bytes.subarray(at, splice.start), encoder.encode(splice.text));
    at = splice.end;
  }
  pieces.push(bytes.subarray(at));
  return pieces;
}

/** `spliced` in one array. */
export function applySplices(
  bytes: Uint8Array,
  splices: readonly Splice[],
): Uint8Array {
  return joinBytes(spliced(bytes, splices));
}
