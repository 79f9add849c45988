/**
 * Writes a body of little-endian numbers and strings. Strings go to one sorted
 * table without repeats, so the bytes do not depend on the order they were met.
 */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;
  readonly #texts = new Map<string, number>();
  readonly #textPlaces: number[] = [];

  u8(value: number): void {
    const at = this.#grow(1);
    this.#view.setUint8(at, value);
  }

  u32(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff)
      throw new Error(`not an unsigned 32-bit integer: ${value}`);
    const at = this.#grow(4);
    this.#view.setUint32(at, value, true);
  }

  i16(value: number): void {
    if (!Number.isInteger(value) || value < -0x8000 || value > 0x7fff)
      throw new Error(`not a 16-bit integer: ${value}`);
    const at = this.#grow(2);
    this.#view.setInt16(at, value, true);
  }

  f64(value: number): void {
    if (!Number.isFinite(value))
      throw new Error(`not a finite number: ${value}`);
    const at = this.#grow(8);
    this.#view.setFloat64(at, value, true);
  }

  text(value: string): void {
    let index = this.#texts.get(value);
    if (index === undefined) {
      index = this.#texts.size;
      this.#texts.set(value, index);
    }
    this.#textPlaces.push(this.#length);
    this.u32(index);
  }

  /** One string for a column that repeats it, otherwise one a row. */
  textColumn<Row>(rows: readonly Row[], of: (row: Row) => string): void {
    const first = rows[0];
    if (first === undefined) return;
    const shared = of(first);
    if (rows.every((row) => of(row) === shared)) {
      this.u8(1);
      this.text(shared);
      return;
    }
    this.u8(0);
    for (const row of rows) this.text(of(row));
  }

  /** One bit a row, the first row in the lowest bit. */
  bitColumn<Row>(rows: readonly Row[], of: (row: Row) => boolean): void {
    for (let start = 0; start < rows.length; start += 8) {
      let byte = 0;
      for (let bit = 0; bit < 8; bit += 1) {
        const row = rows[start + bit];
        if (row !== undefined && of(row)) byte |= 1 << bit;
      }
      this.u8(byte);
    }
  }

  /** `header`, the string table (count, lengths, UTF-16 code units), the body. */
  finish(header: Uint8Array): Uint8Array {
    const sorted = [...this.#texts.keys()].sort();
    const rank = new Uint32Array(sorted.length);
    let units = 0;
    sorted.forEach((text, place) => {
      rank[this.#texts.get(text) ?? 0] = place;
      units += text.length;
    });
    for (const place of this.#textPlaces)
      this.#view.setUint32(
        place,
        rank[this.#view.getUint32(place, true)] ?? 0,
        true,
      );

    const tableSize = 4 + sorted.length * 4 + units * 2;
    const out = new Uint8Array(header.length + tableSize + this.#length);
    const view = new DataView(out.buffer);
    out.set(header, 0);
    let at = header.length;
    view.setUint32(at, sorted.length, true);
    at += 4;
    for (const text of sorted) {
      view.setUint32(at, text.length, true);
      at += 4;
    }
    for (const text of sorted)
      for (let unit = 0; unit < text.length; unit += 1) {
        view.setUint16(at, text.charCodeAt(unit), true);
        at += 2;
      }
    out.set(this.#bytes.subarray(0, this.#length), at);
    return out;
  }

  #grow(size: number): number {
    const at = this.#length;
    this.#length += size;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(
        Math.max(this.#length, this.#bytes.length * 2),
      );
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }
}
