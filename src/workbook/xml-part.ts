import { toUtf8 } from "./xml-encoding.ts";
import { isSpace, XmlCursor } from "./xml-cursor.ts";
import {
  decodeXmlText,
  isUtf8,
  plainText,
  unknownReference,
} from "./xml-text.ts";

export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** By local name; of two that differ only in prefix, the one without. */
  readonly attributes: ReadonlyMap<string, string>;
  /** By the name as written. */
  readonly qualified: ReadonlyMap<string, string>;
}

export interface XmlHandlers {
  open?: (element: XmlElement) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Characters a name may begin with (XML 1.0, 2.3), U+FFFD left out. */
const letters =
  ":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffc\u{10000}-\u{effff}";
const namePattern = new RegExp(
  `^[${letters}][${letters}\\d.\xb7\u0300-\u036f\u203f\u2040-]*$`,
  "u",
);

/** Bytes between two pauses. */
const stride = 1 << 18;

/**
 * Walks a small XML part. Prefixes are ignored, so that any will do. Returns
 * what is wrong with the XML, or null; reading goes on as far as it can.
 */
export function readXmlPart(
  part: Uint8Array,
  handlers: XmlHandlers,
): string | null {
  const run = walkXmlPart(part, handlers);
  for (;;) {
    const next = run.next();
    if (next.done) return next.value;
  }
}

/** `readXmlPart`, stopping now and then so that others may run. */
export function* walkXmlPart(
  part: Uint8Array,
  handlers: XmlHandlers,
): Generator<undefined, string | null> {
  const data = toUtf8(part);
  return yield* new PartWalk(data, handlers).run();
}

class PartWalk {
  readonly #data: Uint8Array;
  readonly #handlers: XmlHandlers;
  readonly #cursor: XmlCursor;
  /** Names of the open elements, as written. */
  readonly #open: string[] = [];
  #roots = 0;
  #problem: string | null = null;

  constructor(data: Uint8Array, handlers: XmlHandlers) {
    this.#data = data;
    this.#handlers = handlers;
    const marked = data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf;
    this.#cursor = new XmlCursor(data, marked ? 3 : 0);
  }

  *run(): Generator<undefined, string | null> {
    const cursor = this.#cursor;
    let rest = stride;
    while (cursor.next()) {
      if (cursor.kind === "text") this.#text();
      else if (cursor.kind === "close") this.#close();
      else this.#start();
      if (cursor.end > rest) {
        rest = cursor.end + stride;
        yield;
      }
    }
    if (cursor.cut) this.#wrong("ends inside a tag");
    if (this.#open.length > 0) this.#wrong(`${this.#open.at(-1)} not closed`);
    if (this.#roots === 0) this.#wrong("no root element");
    return this.#problem;
  }

  #wrong(problem: string): void {
    this.#problem ??= problem;
  }

  #text(): void {
    const cursor = this.#cursor;
    const text = cursor.text();
    if (cursor.unknown !== null) this.#wrong(`unknown ${cursor.unknown}`);
    this.#checkBytes(text, cursor.start, cursor.end);
    if (this.#open.length === 0) {
      if (text.trim() !== "") this.#wrong("text outside the root element");
    } else this.#handlers.text?.(text);
  }

  #checkBytes(text: string, from: number, to: number): void {
    if (text.includes("\ufffd") && !isUtf8(this.#data, from, to))
      this.#wrong("not UTF-8");
  }

  #start(): void {
    const cursor = this.#cursor;
    const name = cursor.name();
    const written = cursor.prefix() + name;
    if (this.#open.length === 0) {
      this.#roots += 1;
      if (this.#roots > 1) this.#wrong("a second root element");
    }
    if (!namePattern.test(written)) this.#wrong(`bad name ${written}`);
    const attributes = new Map<string, string>();
    const qualified = new Map<string, string>();
    let at = cursor.nameEnd;
    for (const one of cursor.attributes()) {
      const { start, end, valueStart, valueEnd } = one;
      if (start === at || this.#data.subarray(at, start).some(notSpace))
        this.#wrong("bad attributes");
      at = end;
      const value = decodeXmlText(this.#data, valueStart, valueEnd);
      const unknown = value.includes("&")
        ? unknownReference(this.#data, valueStart, valueEnd)
        : null;
      if (unknown !== null) this.#wrong(`unknown ${unknown}`);
      if (
        qualified.has(one.name) ||
        plainText(this.#data, valueStart, valueEnd).includes("<") ||
        !namePattern.test(one.name)
      )
        this.#wrong(`bad attribute ${one.name}`);
      this.#checkBytes(value, valueStart, valueEnd);
      qualified.set(one.name, value);
      if (one.local === one.name || !attributes.has(one.local))
        attributes.set(one.local, value);
    }
    const tail = cursor.kind === "empty" ? 2 : 1;
    if (this.#data.subarray(at, cursor.end - tail).some(notSpace))
      this.#wrong("bad attributes");
    this.#handlers.open?.({ name, attributes, qualified });
    if (cursor.kind === "empty") this.#handlers.close?.(name);
    else this.#open.push(written);
  }

  /** An end tag that fits an element further out closes those in between; one that fits none is passed over. */
  #close(): void {
    const cursor = this.#cursor;
    const written = cursor.prefix() + cursor.name();
    if (this.#open.at(-1) !== written)
      this.#wrong(`${written} closes what is not open`);
    const at = this.#open.lastIndexOf(written);
    if (at < 0) return;
    for (const name of this.#open.splice(at).reverse())
      this.#handlers.close?.(name.slice(name.indexOf(":") + 1));
  }
}

function notSpace(byte: number): boolean {
  return !isSpace(byte);
}
