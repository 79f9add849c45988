import { AttributeWalk } from "./attribute-walk.ts";
import { isTrue } from "./sheet-features.ts";
import { endsName, isSoundTag } from "./xml-cursor.ts";
import { plainText } from "./xml-text.ts";

const gt = 0x3e;
const letterO = 0x6f;
const letterR = 0x72;
const letterW = 0x77;

/** What the tag of a row says; one object serves all rows. */
export class RowTag {
  /** -1 where the tag does not say. */
  row = -1;
  hidden = false;
  /** True for a tag that is not spelt as one: something of it is lost. */
  broken = false;
  readonly #attributes = new AttributeWalk();

  /** Reads a tag whose name ends at `nameEnd`, up to `end`. */
  read(data: Uint8Array, nameEnd: number, end: number): void {
    this.row = -1;
    this.hidden = false;
    const walk = this.#attributes;
    for (walk.begin(data, nameEnd, end); walk.next();) {
      if (walk.isNamed("r")) {
        const stated = digitsOf(data, walk.valueStart, walk.valueEnd);
        if (stated >= 1) this.row = stated - 1;
      } else if (walk.isNamed("hidden"))
        this.hidden = isTrue(plainText(data, walk.valueStart, walk.valueEnd));
    }
    this.broken = !isSoundTag(data, nameEnd, end);
  }
}

/** True at `<row` without a prefix. */
export function opensRow(data: Uint8Array, at: number): boolean {
  return (
    data[at + 1] === letterR &&
    data[at + 2] === letterO &&
    data[at + 3] === letterW &&
    endsName(data[at + 4])
  );
}

/** True at `</row>` without a prefix. */
export function closesRow(data: Uint8Array, at: number): boolean {
  return (
    data[at + 2] === letterR &&
    data[at + 3] === letterO &&
    data[at + 4] === letterW &&
    data[at + 5] === gt
  );
}

/** A whole number; 0 when the bytes are none, or one that no sheet reaches by far. */
function digitsOf(data: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (data[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9 || value > 1e9) return 0;
    value = value * 10 + digit;
  }
  return value;
}
