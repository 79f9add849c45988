/** The bytes are no whole entry. The message names what is wrong with them. */
export class DamagedEntryError extends Error {
  override readonly name = "DamagedEntryError";
}

/** Reads what `ByteWriter` wrote; every read past the end is a {@link DamagedEntryError}. */
export class ByteReader {
  readonly #view: DataView;
  readonly #texts: readonly string[];
  #at: number;

  /** `bytes` from the string table on. */
  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = 0;
    this.#texts = this.#readTable();
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  i16(): number {
    return this.#view.getInt16(this.#take(2), true);
  }

  f64(): number {
    const value = this.#view.getFloat64(this.#take(8), true);
    if (!Number.isFinite(value))
      throw new DamagedEntryError("a number is not finite");
    return value;
  }

  text(): string {
    const index = this.u32();
    const text = this.#texts[index];
    if (text === undefined)
      throw new DamagedEntryError(`there is no string ${index}`);
    return text;
  }

  /** A row count, refused when the bytes left cannot hold `bytesPerRow` for each. */
  count(bytesPerRow: number): number {
    const rows = this.u32();
    if (rows * bytesPerRow > this.#view.byteLength - this.#at)
      throw new DamagedEntryError(`${rows} rows do not fit into the bytes`);
    return rows;
  }

  textColumn(rows: number): readonly string[] {
    if (rows === 0) return [];
    if (this.u8() === 1) return new Array<string>(rows).fill(this.text());
    const column: string[] = [];
    for (let row = 0; row < rows; row += 1) column.push(this.text());
    return column;
  }

  bitColumn(rows: number): readonly boolean[] {
    const column: boolean[] = [];
    for (let start = 0; start < rows; start += 8) {
      const byte = this.u8();
      for (let bit = 0; bit < 8 && start + bit < rows; bit += 1)
        column.push((byte & (1 << bit)) !== 0);
    }
    return column;
  }

  /** Checks that nothing is left over. */
  end(): void {
    const left = this.#view.byteLength - this.#at;
    if (left !== 0) throw new DamagedEntryError(`${left} bytes are left over`);
  }

  #readTable(): readonly string[] {
    const count = this.count(4);
    const lengths: number[] = [];
    let units = 0;
    for (let index = 0; index < count; index += 1) {
      const length = this.u32();
      lengths.push(length);
      units += length;
    }
    const start = this.#take(units * 2);
    const chunk = 8192;
    let all = "";
    for (let from = 0; from < units; from += chunk) {
      const codes: number[] = [];
      for (let unit = from; unit < Math.min(from + chunk, units); unit += 1)
        codes.push(this.#view.getUint16(start + unit * 2, true));
      all += String.fromCharCode(...codes);
    }
    let at = 0;
    return lengths.map((length) => all.slice(at, (at += length)));
  }

  #take(size: number): number {
    const at = this.#at;
    if (at + size > this.#view.byteLength)
      throw new DamagedEntryError("the bytes end too early");
    this.#at = at + size;
    return at;
  }
}

/** The member of `choices` that a text is. */
export function oneOf<Choice extends string>(
  text: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === text);
  if (found === undefined)
    throw new DamagedEntryError(
      `${JSON.stringify(text)} is none of ${choices.join(", ")}`,
    );
  return found;
}
