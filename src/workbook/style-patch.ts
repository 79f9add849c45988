import type { ClosureItem } from "../model/sheet.ts";
import type { WorkbookPackage } from "./package.ts";
import { readNumberFormats, type NumberFormats } from "./styles-part.ts";
import { StyleWriter } from "./style-writer.ts";
import {
  fromUtf8,
  toUtf8,
  xmlEncoding,
  type XmlEncoding,
} from "./xml-encoding.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** The styles of a workbook under patch. */
export class StylePatch {
  readonly #entry: ZipEntry | undefined;
  readonly #part: Uint8Array | null;
  #formats: NumberFormats | null = null;
  #writer: StyleWriter | null | undefined;
  #encoding: XmlEncoding = { label: "utf-8", reversible: true };

  private constructor(entry: ZipEntry | undefined, part: Uint8Array | null) {
    this.#entry = entry;
    this.#part = part;
  }

  static async read(
    pkg: WorkbookPackage,
    entry: ZipEntry | undefined,
  ): Promise<StylePatch> {
    const part = entry === undefined ? null : await pkg.read(entry);
    return new StylePatch(entry, part);
  }

  /** Format code of a style. */
  formatOf(style: number): string {
    this.#formats ??= readNumberFormats(this.#part).formats;
    return this.#formats.of(style);
  }

  /** Null where no style can be appended. */
  get writer(): StyleWriter | null {
    if (this.#writer !== undefined) return this.#writer;
    const part = this.#part;
    this.#writer = null;
    if (this.#entry !== undefined && part !== null) {
      this.#encoding = xmlEncoding(part);
      const writer = new StyleWriter(toUtf8(part), this.#entry.name);
      if (writer.usable && this.#encoding.reversible) this.#writer = writer;
    }
    return this.#writer;
  }

  /** The part with what was appended; null when nothing was. */
  finish(): {
    readonly entry: ZipEntry;
    readonly content: Uint8Array;
    readonly closure: readonly ClosureItem[];
  } | null {
    const writer = this.#writer ?? null;
    if (writer === null || this.#entry === undefined) return null;
    if (writer.closure.length === 0) return null;
    return {
      entry: this.#entry,
      content: fromUtf8(writer.bytes(), this.#encoding),
      closure: writer.closure,
    };
  }
}
