import type { Pacer } from "./pacer.ts";
import { wideEncoding } from "./sniff.ts";
import { zerosEncoding } from "./wide-zeros.ts";

/** Bytes decoded at a time. */
const step = 1 << 18;

/**
 * The encodings a text file may have, likeliest first: by byte order mark, by
 * the zeros of UTF-16, else UTF-8 and then GB18030 (of which GB2312 and GBK are
 * parts). A text is in the first that decodes all of it.
 */
export function likelyEncodings(bytes: Uint8Array): readonly string[] {
  const wide = wideEncoding(bytes.subarray(0, 64)) ?? zerosEncoding(bytes);
  return wide === null ? ["utf-8", "gb18030"] : [wide];
}

/** The first of the encodings that decodes all bytes, found with pauses; null when none does or the pacer says to stop. */
export async function findEncoding(
  bytes: Uint8Array,
  encodings: readonly string[],
  pacer: Pacer,
): Promise<string | null> {
  for (const encoding of encodings) {
    const decoder = fatalDecoder(encoding);
    let holds = decoder !== null;
    pacer.done = 0;
    for (let at = 0; holds && at < bytes.length; at += step) {
      const piece = bytes.subarray(at, at + step);
      holds = decodes(decoder, piece, at + step < bytes.length);
      pacer.done += piece.length;
      if (pacer.due(piece.length) && !(await pacer.pause())) return null;
    }
    if (holds) return encoding;
  }
  return null;
}

/** Null for a name that is no encoding. */
function fatalDecoder(encoding: string): TextDecoder | null {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    return null;
  }
}

function decodes(
  decoder: TextDecoder | null,
  piece: Uint8Array,
  more: boolean,
): boolean {
  try {
    decoder?.decode(piece, { stream: more });
    return true;
  } catch {
    return false;
  }
}

/** The texts of bytes, piece by piece. */
export function* decodedPieces(
  bytes: Uint8Array,
  encoding: string,
): Generator<{ readonly text: string; readonly size: number }> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += step) {
    const piece = bytes.subarray(at, at + step);
    const text = decoder.decode(piece, { stream: at + step < bytes.length });
    yield { text, size: piece.length };
  }
}

/** The encodings of a page, likeliest first: by its mark, by the charset it states, else as any text. */
export function htmlEncodings(bytes: Uint8Array): readonly string[] {
  const likely = likelyEncodings(bytes);
  const marked = likely.length === 1 || bytes[0] === 0xef;
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const stated = /charset\s*=\s*["']?\s*([\w-]+)/i
    .exec(head)?.[1]
    ?.toLowerCase();
  if (stated === undefined || marked) return likely;
  // GB2312 and GBK are parts of GB18030, and pages that state them hold more.
  const wider = /^(gb2312|gbk|x-gbk|gb_2312.*)$/.test(stated) ? "gb18030" : stated; // prettier-ignore
  return [wider, ...likely];
}
