import { wideEncoding } from "./sniff.ts";

/**
 * Bytes of a text file as text: by byte order mark, UTF-16 by its zeros, UTF-8
 * where the bytes are valid UTF-8, else GB18030 (of which GB2312 and GBK are
 * parts). Null when they are neither.
 */
export function decodeText(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: string } | null {
  const wide = wideEncoding(bytes.subarray(0, 64));
  const tried = wide === null ? ["utf-8", "gb18030"] : [wide];
  for (const encoding of tried) {
    const text = tryDecode(bytes, encoding);
    if (text !== null) return { text, encoding };
  }
  return null;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** HTML as text: by mark, by the charset it states, else as any text. */
export function decodeHtml(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const stated = /charset\s*=\s*["']?\s*([\w-]+)/i
    .exec(head)?.[1]
    ?.toLowerCase();
  const chinese =
    stated !== undefined &&
    /^(gb2312|gbk|gb18030|x-gbk|gb_2312.*)$/.test(stated);
  const marked =
    wideEncoding(bytes.subarray(0, 64)) !== null || bytes[0] === 0xef;
  if (stated !== undefined && !marked) {
    const text = tryDecode(bytes, chinese ? "gb18030" : stated);
    if (text !== null) return text;
  }
  return (
    decodeText(bytes)?.text ??
    new TextDecoder(chinese ? "gb18030" : "utf-8").decode(bytes)
  );
}
