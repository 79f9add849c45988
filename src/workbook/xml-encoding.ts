import { joinBytes } from "./inflate.ts";

/** How the bytes of an XML part spell characters. */
export interface XmlEncoding {
  /** A label TextDecoder takes. */
  readonly label: string;
  /** True when UTF-8 bytes can be turned back into the part's own, one to one. */
  readonly reversible: boolean;
}

/** Bytes an encoding is told from. */
const headSize = 128;

/** The encoding of a whole part. */
export function xmlEncoding(part: Uint8Array): XmlEncoding {
  const label = encodingLabel(part.subarray(0, headSize));
  const reversible =
    label === "utf-8" ||
    (label.startsWith("utf-16") && isValidText(part, label));
  return { label, reversible };
}

/** By byte order mark, by the pattern of `<`, or by what the XML declaration says. */
function encodingLabel(head: Uint8Array): string {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  if (a === 0xef) return "utf-8";
  const declaration = String.fromCharCode(...head);
  const stated = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    declaration,
  )?.[1];
  if (stated === undefined || /^(utf-?8|us-ascii|utf-?16.*)$/i.test(stated))
    return "utf-8";
  return isKnownEncoding(stated) ? stated.toLowerCase() : "utf-8";
}

/** False where half a pair or half a character would be lost on the way to UTF-8 and back. */
function isValidText(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
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
  /** What came so far, while it is too little to tell the encoding from. */
  #head: Uint8Array = new Uint8Array(0);

  push(piece: Uint8Array, last: boolean): Uint8Array {
    let data = piece;
    if (this.#decoder === undefined) {
      if (this.#head.length > 0) data = joinBytes([this.#head, piece]);
      if (data.length < headSize && !last) {
        this.#head = data.slice();
        return new Uint8Array(0);
      }
      const label = encodingLabel(data.subarray(0, headSize));
      this.#decoder =
        label === "utf-8" ? null : new TextDecoder(label, { ignoreBOM: true });
    }
    return this.#decoder === null
      ? data
      : this.#encode(this.#decoder.decode(data, { stream: !last }));
  }

  /** What the decoder could not read becomes a byte that is no UTF-8, so that whoever reads it sees that. */
  #encode(text: string): Uint8Array {
    if (!text.includes("\ufffd")) return this.#encoder.encode(text);
    const pieces = text
      .split("\ufffd")
      .map((piece) => this.#encoder.encode(piece));
    return joinBytes(
      pieces.flatMap((piece, index) =>
        index === 0 ? [piece] : [Uint8Array.of(0xff), piece],
      ),
    );
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
