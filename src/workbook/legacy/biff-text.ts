/** Labels of the code pages that old workbooks name (MS-XLS 2.4.52). */
const labels: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1200: "utf-16le",
  10000: "macintosh",
  10001: "shift_jis",
  10002: "big5",
  10003: "euc-kr",
  10007: "x-mac-cyrillic",
  10008: "gb18030",
  32768: "macintosh",
  65001: "utf-8",
};

/** A decoder for the byte strings of a workbook with this code page. */
export function codePageDecoder(page: number): TextDecoder {
  const label =
    labels[page] ??
    (page >= 1250 && page <= 1258 ? `windows-${page}` : "windows-1252");
  return new TextDecoder(label);
}

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/**
 * Reads over the payloads of a record and of those that continue it. A text
 * that goes on in the next payload says there anew whether its characters take
 * one byte or two. Reading past the end gives zeros and sets `ended`.
 */
export class BiffReader {
  readonly #parts: readonly Uint8Array[];
  #part = 0;
  at = 0;
  ended = false;

  constructor(parts: readonly Uint8Array[]) {
    this.#parts = parts;
  }

  get #data(): Uint8Array {
    return this.#parts[this.#part] ?? nothing;
  }

  /** Bytes left in all payloads. */
  get left(): number {
    let sum = this.#data.length - this.at;
    for (let index = this.#part + 1; index < this.#parts.length; index++)
      sum += this.#parts[index]?.length ?? 0;
    return sum;
  }

  #advance(): boolean {
    while (this.at >= this.#data.length) {
      if (this.#part + 1 >= this.#parts.length) {
        this.ended = true;
        return false;
      }
      this.#part += 1;
      this.at = 0;
    }
    return true;
  }

  u8(): number {
    if (!this.#advance()) return 0;
    const byte = this.#data[this.at] ?? 0;
    this.at += 1;
    return byte;
  }

  u16(): number {
    const data = this.#data;
    const { at } = this;
    if (at + 2 > data.length) return this.u8() | (this.u8() << 8);
    this.at = at + 2;
    return (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
  }

  i16(): number {
    return (this.u16() << 16) >> 16;
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  f64(): number {
    for (let index = 0; index < 8; index++) double.setUint8(index, this.u8());
    return double.getFloat64(0, true);
  }

  skip(count: number): void {
    let left = count;
    while (left > 0 && this.#advance()) {
      const step = Math.min(left, this.#data.length - this.at);
      this.at += step;
      left -= step;
    }
  }

  bytes(count: number): Uint8Array {
    const made = new Uint8Array(Math.min(count, this.left));
    let at = 0;
    while (at < made.length && this.#advance()) {
      const piece = this.#data.subarray(this.at, this.at + made.length - at);
      made.set(piece, at);
      at += piece.length;
      this.at += piece.length;
    }
    if (at < count) this.ended = true;
    return made;
  }

  /** Characters of a text whose flags byte was read. */
  characters(count: number, wide: boolean): string {
    let text = "";
    let left = count;
    let two = wide;
    for (;;) {
      const size = two ? 2 : 1;
      const data = this.#data;
      const given = Math.min(left, Math.floor((data.length - this.at) / size));
      const piece = data.subarray(this.at, this.at + given * size);
      text += two ? utf16.decode(piece) : latin1(piece);
      this.at += given * size;
      left -= given;
      if (left <= 0) return text;
      this.at = data.length;
      if (!this.#advance()) return text;
      two = (this.u8() & 1) === 1;
    }
  }

  /** A text of `count` characters with its flags, its runs and phonetics passed over. */
  unicode(count: number): string {
    const flags = this.u8();
    const runs = (flags & 8) === 0 ? 0 : this.u16();
    const extra = (flags & 4) === 0 ? 0 : this.u32();
    const text = this.characters(count, (flags & 1) === 1);
    this.skip(runs * 4 + extra);
    return text;
  }
}

const nothing = new Uint8Array(0);
const double = new DataView(new ArrayBuffer(8));

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
