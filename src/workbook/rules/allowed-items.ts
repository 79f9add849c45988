import type { RuleValue } from "./sheet-values.ts";

/** Items that are named in a message. */
const mostShown = 20;

/** The items of a list that a cell may hold. */
export class AllowedItems {
  readonly #numbers = new Set<number>();
  readonly #texts = new Set<string>();
  readonly #anyCase: boolean;
  readonly #shown: string[] = [];
  #count = 0;

  /** `anyCase`: items that stand in cells are compared without case, those in the rule itself with it, as Excel does. */
  constructor(items: Iterable<RuleValue>, anyCase: boolean) {
    this.#anyCase = anyCase;
    for (const item of items) {
      if (item === "") continue;
      this.#count += 1;
      if (this.#shown.length < mostShown) this.#shown.push(String(item));
      this.#texts.add(this.#key(String(item)));
      const number = Number(item);
      if (!Number.isNaN(number)) this.#numbers.add(number);
    }
  }

  #key(text: string): string {
    return this.#anyCase ? text.toLowerCase() : text;
  }

  has(value: RuleValue): boolean {
    return typeof value === "number"
      ? this.#numbers.has(value)
      : this.#texts.has(this.#key(value));
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  toString(): string {
    const more = this.#count > mostShown ? ` … (${this.#count})` : "";
    return this.#shown.join(" / ") + more;
  }
}
