import { decimalsShown, mostAligned, pointClasses } from "./point-classes.ts";

/** Columns of figures whose points stand under each other. */
export class PointColumns<Row, Field extends string | number> {
  readonly #fields: readonly Field[];
  readonly #text: (row: Row, field: Field) => string;
  readonly #most = new Map<Field, number>();
  readonly #bound: number;

  /** `text` is what a cell shows; digits past `bound` get no room. */
  constructor(
    fields: readonly Field[],
    text: (row: Row, field: Field) => string,
    bound = mostAligned,
  ) {
    this.#fields = fields;
    this.#text = text;
    this.#bound = bound;
  }

  /** Takes in the rows on show; returns the columns whose cells stand elsewhere now. */
  take(rows: readonly Row[]): readonly Field[] {
    return this.#fields.filter((field) => {
      const before = this.#most.get(field);
      const most = rows.reduce(
        (sum, row) => Math.max(sum, decimalsShown(this.#text(row, field))),
        0,
      );
      this.#most.set(field, Math.min(most, this.#bound));
      return before !== undefined && before !== this.#most.get(field);
    });
  }

  /** The classes of a cell; none where it shows no figure. */
  classes(row: Row, field: Field): readonly string[] {
    const text = this.#text(row, field);
    return /\d/.test(text)
      ? pointClasses(decimalsShown(text), this.#most.get(field) ?? 0)
      : [];
  }
}
