import { isDateFormat } from "../model/is-date-format.ts";
import type { Issue, Params } from "../model/issue.ts";
import { cellRef, type CellEdit, type ClosureItem } from "../model/sheet.ts";
import type { ChainRemoval, Contents } from "./calc-chain.ts";
import { calcRequest } from "./calc-request.ts";
import type { CellWrite } from "./cell-write.ts";
import type { CachedValue, CellContent } from "./cell-xml.ts";
import { isAddress, issueAt } from "./check-edit.ts";
import { contentOf, holdsContent } from "./edit-content.ts";
import { EditableSheet } from "./editable-sheet.ts";
import type { IssueList } from "./issue-list.ts";
import type { WorkbookPackage } from "./package.ts";
import { isSigned } from "./patch-package.ts";
import { SharedStrings } from "./shared-strings.ts";
import type { StylePatch } from "./style-patch.ts";
import type { WorkbookPart } from "./workbook-part.ts";
import { toUtf8 } from "./xml-encoding.ts";
import { rewriteZip } from "./zip-rewrite.ts";

export interface PatchOptions {
  /** Name for messages. */
  readonly file?: string;
  /** Results to store beside formulas. */
  readonly caches?: readonly CacheEdit[];
  /** False leaves out the request to compute all formulas on opening. */
  readonly recalculate?: boolean;
}

/** A result to store beside a formula. */
export interface CacheEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CachedValue;
}

export interface RefusedEdit {
  readonly edit: CellEdit;
  readonly issue: Issue;
}

export interface PatchResult {
  /** The same array when nothing was to be changed. */
  readonly bytes: Uint8Array;
  readonly closure: ClosureItem[];
  readonly refused: RefusedEdit[];
  readonly issues: Issue[];
}

/** Builtin number format of a short date. */
const shortDate = 14;
const longestText = 32767;

/** A write, and what it means for the formulas of the workbook. */
interface Prepared extends CellWrite {
  readonly edit: CellEdit;
  readonly changesInput: boolean;
  readonly overFormula: boolean;
}

/** One patch of one workbook, from its edits to its bytes. */
export class WorkbookPatch {
  readonly #pkg: WorkbookPackage;
  readonly #book: WorkbookPart;
  readonly #issues: IssueList;
  readonly #refused: RefusedEdit[] = [];
  readonly #contents: Contents = new Map();
  readonly #closure: ClosureItem[] = [];
  /** What only some edits need is read before the first of them is prepared. */
  #styles: StylePatch | null = null;
  #strings: SharedStrings | null = null;
  #chain: ChainRemoval | null | undefined;
  #seenFormula = false;
  #removedFormula = false;
  #changedInput = false;

  constructor(pkg: WorkbookPackage, book: WorkbookPart, issues: IssueList) {
    this.#pkg = pkg;
    this.#book = book;
    this.#issues = issues;
  }

  async run(
    edits: readonly CellEdit[],
    options: PatchOptions,
  ): Promise<PatchResult> {
    const caches = options.caches ?? [];
    const searched = new Set<string>();
    const work = bySheet(edits, caches);
    for (const [name, mine] of work) {
      const entry = this.#book.sheets.find((sheet) => sheet.name === name);
      const sheet =
        entry === undefined
          ? "workbook.unknown_sheet"
          : await EditableSheet.open(this.#pkg, entry);
      if (typeof sheet === "string") {
        for (const edit of mine.edits) this.#refuse(edit, sheet);
        for (const cache of mine.caches) issueAt(this.#issues, sheet, cache);
        continue;
      }
      searched.add(name);
      await this.#readFor(mine.edits, sheet);
      await this.#patchSheet(sheet, mine.edits, mine.caches);
    }
    const styles = this.#styles?.finish() ?? null;
    if (styles !== null) {
      this.#contents.set(styles.entry, styles.content);
      this.#closure.push(...styles.closure);
    }
    if (this.#removedFormula) this.#dropCalcChain();
    if (this.#changedInput && options.recalculate !== false)
      await this.#askForCalculation(searched);
    if (this.#contents.size > 0 && (await isSigned(this.#pkg)))
      this.#issues.add("workbook.signature_breaks", "warning");
    return {
      bytes: await rewriteZip(this.#pkg.bytes, this.#pkg.zip, this.#contents),
      closure: this.#closure,
      refused: this.#refused,
      issues: this.#issues.list(),
    };
  }

  #refuse(edit: CellEdit, code: string, params?: Params): null {
    const issue = issueAt(this.#issues, code, edit, params);
    this.#refused.push({ edit, issue });
    return null;
  }

  /** Reads the parts that the edits of a sheet depend on: styles for formats and dates, shared strings to compare texts with, what hangs on formulas that go. */
  async #readFor(
    edits: readonly CellEdit[],
    sheet: EditableSheet,
  ): Promise<void> {
    const styled = edits.some(
      (edit) =>
        edit.kind === "date" ||
        (edit.kind === "number" && edit.format !== undefined),
    );
    if (this.#styles === null && (styled || sheet.rules.protected)) {
      const { StylePatch } = await import("./style-patch.ts");
      this.#styles = await StylePatch.read(this.#pkg, this.#book.styles);
    }
    if (this.#strings === null && edits.some(({ kind }) => kind === "text")) {
      const entry = this.#book.sharedStrings;
      const part = entry === undefined ? null : await this.#pkg.read(entry);
      this.#strings = new SharedStrings();
      this.#strings.readWhole(toUtf8(part ?? new Uint8Array(0)));
    }
    if (
      this.#chain === undefined &&
      edits.some(({ overFormula }) => overFormula === true)
    ) {
      const { withoutCalcChain } = await import("./calc-chain.ts");
      this.#chain = await withoutCalcChain(this.#pkg, this.#book.path);
    }
  }

  async #patchSheet(
    sheet: EditableSheet,
    edits: readonly CellEdit[],
    caches: readonly CacheEdit[],
  ): Promise<void> {
    const prepared = this.#lastEdits(sheet, edits).flatMap((edit) => {
      const write = this.#prepare(sheet, edit);
      return write === null ? [] : [write];
    });
    const freed = await this.#freeMasters(sheet, prepared);
    const { writes } = freed;
    const written = new Set(writes.map(addressOf));
    const results = caches.filter((cache) => {
      const { row, column } = cache;
      if (!written.has(addressOf(cache)) && sheet.formulaAt(row, column))
        return true;
      issueAt(this.#issues, "workbook.not_a_formula", cache);
      return false;
    });
    const { patch } = freed.sheet;
    const part = patch.write(writes, results);
    this.#seenFormula ||= sheet.scan.cells.formulas.size > formulasOver(writes);
    this.#removedFormula ||= formulasOver(writes) > 0;
    this.#changedInput ||= writes.some(({ changesInput }) => changesInput);
    if (patch.closure.length === 0) return;
    this.#closure.push(...freed.sheet.earlier, ...patch.closure);
    this.#contents.set(sheet.entry.entry, sheet.encoded(part));
    this.#announceProtection(sheet, writes);
  }

  /** The last edit of each cell, merged areas counting as their first cell. */
  #lastEdits(sheet: EditableSheet, edits: readonly CellEdit[]): CellEdit[] {
    const last = new Map<number, CellEdit>();
    for (const edit of edits) {
      if (!isAddress(edit.row, edit.column)) {
        this.#refuse(edit, "workbook.out_of_range");
        continue;
      }
      const key = addressOf(sheet.patch.anchor(edit.row, edit.column));
      const earlier = last.get(key);
      if (earlier !== undefined)
        this.#refuse(earlier, "workbook.edit_superseded");
      last.set(key, edit);
    }
    return [...last.values()];
  }

  /** What is to be written for an edit; null when nothing is, or it is refused. */
  #prepare(sheet: EditableSheet, edit: CellEdit): Prepared | null {
    const { row, column } = sheet.patch.anchor(edit.row, edit.column);
    const formula = sheet.formulaAt(row, column);
    if (formula === "array")
      return this.#refuse(edit, "workbook.array_formula_cell");
    if (formula !== null && edit.overFormula !== true)
      return this.#refuse(
        edit,
        formula === "plain"
          ? "workbook.formula_cell"
          : "workbook.shared_formula_cell",
      );
    const content = contentOf(edit, this.#book.date1904);
    if (content === null)
      return this.#refuse(edit, "workbook.not_a_date", {
        text: String("value" in edit ? edit.value : ""),
      });
    const index = sheet.scan.cells.find(row, column);
    const stored = index < 0 ? null : sheet.scan.cells.styleAt(index);
    const base = stored ?? sheet.patch.defaultStyle(row, column);
    const format = this.#askedFormat(edit, base);
    const held = formula === null && this.#holds(sheet, index, edit, content);
    if (held && format === null) return null;
    if (edit.kind === "text" && edit.value.length > longestText)
      return this.#refuse(edit, "workbook.text_too_long", {
        limit: longestText,
      });
    const owner = sheet.ownedBy(row, column);
    if (owner !== null) return this.#refuse(edit, owner);
    if (formula !== null && this.#chain === null)
      return this.#refuse(edit, "workbook.encoding_read_only");
    const style = format === null ? null : this.#styleFor(base, format);
    if (typeof style === "string") return this.#refuse(edit, style);
    return {
      edit,
      row,
      column,
      style,
      content,
      changesInput: !held,
      overFormula: formula !== null,
    };
  }

  /** The number format an edit asks for, where the style does not have it. */
  #askedFormat(edit: CellEdit, style: number): string | number | null {
    if (edit.kind !== "number" && edit.kind !== "date") return null;
    if (edit.kind === "number" && edit.format === undefined) return null;
    const code = this.#styles?.formatOf(style) ?? "General";
    if (edit.format !== undefined)
      return edit.format === code ? null : edit.format;
    return isDateFormat(code) ? null : shortDate;
  }

  /** Number of the style that is `base` with a format, or the code of why there is none. */
  #styleFor(base: number, format: string | number): number | string {
    const writer = this.#styles?.writer;
    if (writer === null || writer === undefined) return "workbook.no_styles";
    return writer.withFormat(base, format) ?? "workbook.too_many_styles";
  }

  #holds(
    { scan }: EditableSheet,
    index: number,
    edit: CellEdit,
    content: CellContent,
  ): boolean {
    const { date1904 } = this.#book;
    return holdsContent(scan.cells, index, edit, content, date1904, (at) => {
      const strings = this.#strings;
      return strings !== null && at < strings.count ? strings.at(at) : null;
    });
  }

  /** The sheet with the formulas that hang on a master to be overwritten written out; edits of masters that cannot go are refused. */
  async #freeMasters(
    sheet: EditableSheet,
    writes: readonly Prepared[],
  ): Promise<{ sheet: EditableSheet; writes: readonly Prepared[] }> {
    const isMaster = ({ row, column, overFormula }: Prepared): boolean =>
      overFormula && sheet.formulaAt(row, column) === "sharedMaster";
    const masters = writes.filter(isMaster);
    if (masters.length === 0) return { sheet, writes };
    const groups = new Set(
      masters.map(({ row, column }) => sheet.groupAt(row, column)),
    );
    const written = new Set(writes.map(addressOf));
    const freed = await sheet.withOwnFormulas(groups, (row, column) =>
      written.has(addressOf({ row, column })),
    );
    if (freed !== null) return { sheet: freed, writes };
    for (const { edit } of masters)
      this.#refuse(edit, "workbook.shared_formula_cell");
    return { sheet, writes: writes.filter((write) => !isMaster(write)) };
  }

  #dropCalcChain(): void {
    const plan = this.#chain;
    if (plan === null || plan === undefined) return;
    for (const [entry, content] of plan.contents)
      this.#contents.set(entry, content);
    this.#closure.push(...plan.closure);
  }

  /** Asks for all formulas to be computed on opening, if there are any. */
  async #askForCalculation(searched: ReadonlySet<string>): Promise<void> {
    const request = await calcRequest(this.#pkg, this.#book, {
      seen: this.#seenFormula,
      searched,
      removed: this.#removedFormula,
    });
    if (request === "manual")
      this.#issues.add("workbook.manual_calculation", "info");
    else if (request !== null) {
      this.#contents.set(this.#book.entry, request.content);
      this.#closure.push(request.item);
    }
  }

  /** A locked cell of a protected sheet is filled all the same: protection guards against a slip of the hand, and the clerk asked for it. */
  #announceProtection(sheet: EditableSheet, writes: readonly Prepared[]): void {
    if (!sheet.rules.protected) return;
    const { cells } = sheet.scan;
    const locked = writes.filter(({ row, column }) => {
      const index = cells.find(row, column);
      const style =
        index < 0
          ? sheet.patch.defaultStyle(row, column)
          : cells.styleAt(index);
      return this.#styles?.writer?.locks(style) ?? true;
    });
    const [first] = locked;
    if (first === undefined) return;
    this.#issues.add(
      "workbook.protected_sheet",
      "info",
      { sheet: sheet.entry.name, cell: cellRef(first.row, first.column) },
      { count: locked.length },
    );
  }
}

function bySheet(
  edits: readonly CellEdit[],
  caches: readonly CacheEdit[],
): Map<string, { edits: CellEdit[]; caches: CacheEdit[] }> {
  const work = new Map<string, { edits: CellEdit[]; caches: CacheEdit[] }>();
  const of = (name: string) => {
    const known = work.get(name);
    if (known !== undefined) return known;
    const made = { edits: [], caches: [] };
    work.set(name, made);
    return made;
  };
  for (const edit of edits) of(edit.sheet).edits.push(edit);
  for (const cache of caches) of(cache.sheet).caches.push(cache);
  return work;
}

function addressOf({
  row,
  column,
}: {
  readonly row: number;
  readonly column: number;
}): number {
  return row * 16384 + column;
}

function formulasOver(writes: readonly Prepared[]): number {
  return writes.filter(({ overFormula }) => overFormula).length;
}
