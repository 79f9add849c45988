import { BytePool } from "./byte-pool.ts";
import type { FlawedText } from "./cell-store.ts";
import { NumberList } from "./number-list.ts";
import { readStringItem } from "./string-item.ts";
import { TailBuffer } from "./tail-buffer.ts";
import { XmlCursor } from "./xml-cursor.ts";
import {
  decodeXmlText,
  isUtf8,
  plainText,
  unescapeCellText,
  unknownReference,
} from "./xml-text.ts";

const lt = 0x3c;
const gt = 0x3e;
const ampersand = 0x26;
const underscore = 0x5f;
const carriageReturn = 0x0d;

/** How a kept text is spelt. */
const plain = 0;
const marked = 1;

/** The record of a text that is kept as a string. */
const joined = 0;

/** The shared strings of a workbook, kept as bytes and decoded when they are asked for. */
export class SharedStrings {
  readonly #pool = new BytePool();
  readonly #records = new NumberList();
  /** Texts of several runs, by number. */
  readonly #joined = new Map<number, string>();
  readonly #decoded: string[] = [];
  readonly #buffer: TailBuffer;
  /** Strings whose text is not what the file says. */
  readonly flawed = new Map<number, FlawedText>();
  /** True when texts or closing tags stand where none belong, so that a string may be lost. */
  malformed = false;
  #failed = false;
  #opened = false;
  #closed = false;

  /** `maxElement`: bytes one string may take. */
  constructor(maxElement = Infinity) {
    this.#buffer = new TailBuffer(maxElement);
  }

  get count(): number {
    return this.#records.length;
  }

  /** True when the part ends before its root element does. */
  get truncated(): boolean {
    return !this.#closed;
  }

  /** Takes the next piece of the part, in UTF-8. False when it cannot be read further. */
  feed(piece: Uint8Array): boolean {
    const buffer = this.#buffer;
    for (let at = 0; at < piece.length && !this.#failed;) {
      at += buffer.take(piece, at);
      if (buffer.full && !buffer.drop(this.#run(buffer.bytes())))
        this.#failed = true;
    }
    return !this.#failed;
  }

  /** Reads what is left. */
  finish(): void {
    this.#run(this.#buffer.bytes());
    this.#buffer.clear();
    this.#records.trim();
  }

  /** Reads what is at hand and returns how much of it is done with. */
  #run(data: Uint8Array): number {
    const cursor = new XmlCursor(data);
    for (;;) {
      const at = cursor.end;
      const end = this.#simple(data, at);
      if (end > 0) {
        cursor.end = end;
        continue;
      }
      if (
        !cursor.next() ||
        (cursor.kind === "text" && cursor.end === data.length)
      )
        return at;
      // The second is what the beta of Excel 2007 called it.
      if (cursor.opens("si") || cursor.opens("sstItem")) {
        const { start } = cursor;
        const text = readStringItem(cursor);
        if (text === null) return start;
        if (cursor.misplaced) this.malformed = true;
        cursor.misplaced = false;
        const flaw = textFlaw(text, cursor.unknown, data, start, cursor.end);
        if (flaw !== null) this.flawed.set(this.count, flaw);
        this.#joined.set(this.count, text);
        this.#records.push(joined);
        cursor.unknown = null;
      } else if (cursor.closes("sst")) this.#closed = true;
      else if (cursor.opens("sst")) {
        if (this.#opened) this.malformed = true;
        this.#opened = true;
        this.#closed = cursor.kind === "empty";
      } else if (isOutOfPlace(cursor)) this.malformed = true;
    }
  }

  /** Takes `<si><t>…</t></si>`, as nearly all are; returns the position behind it, or -1 when it is not that. */
  #simple(data: Uint8Array, at: number): number {
    if (!spells(data, at, "<si><t")) return -1;
    let from = at + 6;
    if (data[from] !== gt) {
      if (!spells(data, from, ' xml:space="preserve">')) return -1;
      from += 21;
    }
    from += 1;
    let to = from;
    let any = 0;
    let special = false;
    for (; to < data.length; to++) {
      const byte = data[to] ?? 0;
      if (byte === lt) break;
      any |= byte;
      if (byte === ampersand || byte === underscore || byte === carriageReturn)
        special = true;
    }
    if (!spells(data, to, "</t></si>")) return -1;
    if (any >= 0x80 || special) {
      const unknown = special ? unknownReference(data, from, to) : null;
      if (unknown !== null || (any >= 0x80 && !isUtf8(data, from, to))) {
        const text = decodeXmlText(data, from, to);
        const flaw = textFlaw(text, unknown, data, from, to);
        if (flaw !== null) this.flawed.set(this.count, flaw);
      }
    }
    this.#records.push(
      this.#pool.add(data, from, to, special ? marked : plain),
    );
    return to + 9;
  }

  /** @throws when there is no such string. */
  at(index: number): string {
    const known = this.#decoded[index] ?? this.#joined.get(index);
    if (known !== undefined) return known;
    if (!(index < this.count)) throw new Error(`no shared string ${index}`);
    const record = this.#records.at(index);
    const bytes = this.#pool.bytes(record);
    const text =
      this.#pool.mark(record) === marked
        ? unescapeCellText(decodeXmlText(bytes, 0, bytes.length))
        : plainText(bytes, 0, bytes.length);
    this.#decoded[index] = text;
    return text;
  }
}

/** True for a text between the strings, or the end of a part of one. */
function isOutOfPlace(cursor: XmlCursor): boolean {
  return cursor.kind === "text"
    ? cursor.text().replace("\ufeff", "").trim() !== ""
    : ["t", "r", "si"].some(
        (name) => cursor.closes(name) || cursor.opens(name),
      );
}

/** What is wrong with a text that was read from the bytes; null for nothing. */
function textFlaw(
  text: string,
  unknown: string | null,
  data: Uint8Array,
  from: number,
  to: number,
): FlawedText | null {
  if (unknown !== null)
    return { code: "workbook.unknown_entity", text: unknown };
  return text.includes("\ufffd") && !isUtf8(data, from, to)
    ? { code: "workbook.bad_utf8", text: text.slice(0, 40) }
    : null;
}

function spells(data: Uint8Array, at: number, text: string): boolean {
  for (let k = 0; k < text.length; k++)
    if (data[at + k] !== text.charCodeAt(k)) return false;
  return true;
}
