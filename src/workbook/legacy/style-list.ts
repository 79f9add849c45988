import type { CellLook } from "../../model/sheet.ts";

/** The looks of a cell without any. */
const plain: CellLook = { fill: null, bold: false };

/** The styles of a workbook of another format: number format and look of each, by number; the first is plain. */
export class StyleList {
  readonly #codes: string[] = ["General"];
  readonly #looks: CellLook[] = [plain];
  readonly #names = new WeakMap<CellLook, string>();
  readonly #numbers = new Map([["General", 0]]);

  /** The number of a style, given one when it is new. */
  numberOf(code: string, look: CellLook = plain): number {
    const key = look === plain ? code : `${code}\n${this.#nameOf(look)}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const made = this.#codes.length;
    this.#numbers.set(key, made);
    this.#codes.push(code);
    this.#looks.push(look);
    return made;
  }

  /** One text for all looks that are the same. */
  #nameOf(look: CellLook): string {
    let name = this.#names.get(look);
    if (name === undefined) {
      name = JSON.stringify(look);
      this.#names.set(look, name);
    }
    return name;
  }

  codeOf(style: number): string {
    return this.#codes[style] ?? "General";
  }

  /** By number of the style. */
  get looks(): readonly CellLook[] {
    return this.#looks;
  }
}

/** `#rrggbb` in small letters; null for a text that is no such colour. */
export function hexColour(text: string): string | null {
  const hex = /^#?([0-9a-fA-F]{6})$/.exec(text)?.[1];
  return hex === undefined ? null : `#${hex.toLowerCase()}`;
}
