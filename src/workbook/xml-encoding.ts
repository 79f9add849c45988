/** How the bytes of an XML part spell characters. */
export interface XmlEncoding {
  /** A label TextDecoder takes. */
  readonly label: string;
  /** True when UTF-8 bytes can be turned back into the part's own, one to one. */
  readonly reversible: boolean;
}

const utf8: XmlEncoding = { label: "utf-8", reversible: true };

/** By byte order mark, by the pattern of `<`, or by what the XML declaration says. */
export function xmlEncoding(head: Uint8Array): XmlEncoding {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0))
    return { label: "utf-16le", reversible: true };
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c))
    return { label: "utf-16be", reversible: true };
  if (a === 0xef) return utf8;
  const declaration = String.fromCharCode(...head.subarray(0, 128));
  const stated = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    declaration,
  )?.[1];
  if (stated === undefined || /^(utf-?8|us-ascii|utf-?16.*)$/i.test(stated))
    return utf8;
  return isKnownEncoding(stated)
    ? { label: stated.toLowerCase(), reversible: false }
    : utf8;
}

function isKnownEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** Turns the pieces of a part into UTF-8; a byte order mark stays, as U+FEFF. */
export class Utf8Converter {
  #decoder: TextDecoder | null | undefined;
  readonly #encoder = new TextEncoder();

  push(piece: Uint8Array, last: boolean): Uint8Array {
    if (this.#decoder === undefined) {
      const { label } = xmlEncoding(piece);
      this.#decoder =
        label === "utf-8" ? null : new TextDecoder(label, { ignoreBOM: true });
    }
    return this.#decoder === null
      ? piece
      : this.#encoder.encode(this.#decoder.decode(piece, { stream: !last }));
  }
}

export function toUtf8(part: Uint8Array): Uint8Array {
  return new Utf8Converter().push(part, true);
}

/** UTF-8 bytes in a reversible encoding. */
export function fromUtf8(bytes: Uint8Array, encoding: XmlEncoding): Uint8Array {
  if (encoding.label === "utf-8") return bytes;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let index = 0; index < text.length; index++)
    view.setUint16(
      index * 2,
      text.charCodeAt(index),
      encoding.label === "utf-16le",
    );
  return out;
}
