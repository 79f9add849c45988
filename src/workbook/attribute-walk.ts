import { isSpace } from "./xml-cursor.ts";

const gt = 0x3e;
const quote = 0x22;
const apostrophe = 0x27;
const equals = 0x3d;
const colon = 0x3a;

/** Goes over the attributes of a tag without making anything of them. */
export class AttributeWalk {
  valueStart = 0;
  valueEnd = 0;
  #data: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  #nameStart = 0;
  #nameEnd = 0;

  /** Begins behind a tag's name; `end` is behind its `>`. */
  begin(data: Uint8Array, nameEnd: number, end: number): void {
    this.#data = data;
    this.#at = nameEnd;
    this.#end = end;
  }

  /** Moves to the next attribute; false when there is none. */
  next(): boolean {
    const data = this.#data;
    const end = this.#end;
    let at = this.#at;
    while (at < end && isSpace(data[at])) at += 1;
    this.#nameStart = at;
    for (; at < end; at++) {
      const byte = data[at];
      if (byte === equals || byte === gt) break;
      if (byte === colon) this.#nameStart = at + 1;
    }
    if (data[at] !== equals) return false;
    this.#nameEnd = at;
    while (isSpace(data[this.#nameEnd - 1])) this.#nameEnd -= 1;
    at += 1;
    while (at < end && isSpace(data[at])) at += 1;
    const mark = data[at];
    if (mark !== quote && mark !== apostrophe) return false;
    this.valueStart = at + 1;
    at = data.indexOf(mark, at + 1);
    if (at < 0 || at >= end) return false;
    this.valueEnd = at;
    this.#at = at + 1;
    return true;
  }

  /** True for an attribute with this local name. */
  isNamed(name: string): boolean {
    if (this.#nameEnd - this.#nameStart !== name.length) return false;
    for (let k = 0; k < name.length; k++)
      if (this.#data[this.#nameStart + k] !== name.charCodeAt(k)) return false;
    return true;
  }
}
