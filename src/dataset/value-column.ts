/** Values of rows of which many are the same: each is kept once, and a row holds its number. */
export class ValueColumn<Value> {
  readonly #distinct: readonly Value[];
  /** Null where all rows hold the one value. */
  readonly #codes: Uint8Array | Uint16Array | Uint32Array | null;

  constructor(rows: number, valueAt: (row: number) => Value) {
    const codes = new Map<Value, number>();
    const all = new Uint32Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const value = valueAt(row);
      let code = codes.get(value);
      if (code === undefined) {
        code = codes.size;
        codes.set(value, code);
      }
      all[row] = code;
    }
    this.#distinct = [...codes.keys()];
    const count = codes.size;
    this.#codes =
      count <= 1
        ? null
        : count <= 2 ** 8
          ? Uint8Array.from(all)
          : count <= 2 ** 16
            ? Uint16Array.from(all)
            : all;
  }

  /** @throws when there is no such row. */
  at(row: number): Value {
    const code = this.#codes === null ? 0 : this.#codes[row];
    if (code === undefined || code >= this.#distinct.length)
      throw new Error(`no row ${row}`);
    return this.#distinct[code] as Value;
  }

  /** Tells whether a row holds a value; null when none does. */
  test(value: Value): ((row: number) => boolean) | null {
    const code = this.#distinct.indexOf(value);
    const codes = this.#codes;
    if (code < 0) return null;
    return codes === null ? () => true : (row) => codes[row] === code;
  }
}
