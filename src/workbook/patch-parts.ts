import type { CellEdit } from "../model/sheet.ts";
import type { ChainRemoval } from "./calc-chain.ts";
import type { WorkbookPackage } from "./package.ts";
import { Pacer } from "./pacer.ts";
import { streamPart } from "./part-reader.ts";
import { SharedStrings } from "./shared-strings.ts";
import type { StylePatch } from "./style-patch.ts";
import type { WorkbookPart } from "./workbook-part.ts";

/** The parts beside the sheets that a patch depends on, each read when the first edit needs it. */
export class PatchParts {
  readonly pkg: WorkbookPackage;
  readonly book: WorkbookPart;
  /** What would go with the formulas; null where that cannot be written. */
  chain: ChainRemoval | null | undefined;
  #styles: StylePatch | null = null;
  #strings: SharedStrings | null = null;

  constructor(pkg: WorkbookPackage, book: WorkbookPart) {
    this.pkg = pkg;
    this.book = book;
  }

  /** Null as long as no edit needed them. */
  get styles(): StylePatch | null {
    return this.#styles;
  }

  async readStyles(): Promise<StylePatch> {
    if (this.#styles === null) {
      const { StylePatch } = await import("./style-patch.ts");
      this.#styles = await StylePatch.read(this.pkg, this.book.styles);
    }
    return this.#styles;
  }

  async readStrings(): Promise<SharedStrings> {
    if (this.#strings === null) {
      const { sharedStrings: entry } = this.book;
      const strings = new SharedStrings(this.pkg.budget.limits.maxElement);
      // As far as a damaged part goes, as when it was read.
      if (entry !== undefined)
        await streamPart(this.pkg, entry, new Pacer(), (piece) =>
          strings.feed(piece),
        );
      strings.finish();
      this.#strings = strings;
    }
    return this.#strings;
  }

  /** A shared string; null where there is none, or none were read. */
  string(index: number): string | null {
    const strings = this.#strings;
    return strings !== null && index < strings.count ? strings.at(index) : null;
  }

  /** Reads what some edits depend on: styles for formats and dates, shared strings to compare texts with, what hangs on formulas that go. */
  async readFor(edits: readonly CellEdit[]): Promise<void> {
    if (
      edits.some(
        (edit) =>
          edit.kind === "date" ||
          (edit.kind === "number" && edit.format !== undefined),
      )
    )
      await this.readStyles();
    if (edits.some(({ kind }) => kind === "text")) await this.readStrings();
    if (
      this.chain === undefined &&
      edits.some(({ overFormula }) => overFormula === true)
    ) {
      const { withoutCalcChain } = await import("./calc-chain.ts");
      this.chain = await withoutCalcChain(this.pkg, this.book.path);
    }
  }
}
