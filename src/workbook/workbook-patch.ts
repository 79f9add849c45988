import type { Issue, Params } from "../model/issue.ts";
import type { CellEdit, ClosureItem } from "../model/sheet.ts";
import type { Contents } from "./calc-chain.ts";
import { calcRequest } from "./calc-request.ts";
import type { CachedValue } from "./cell-xml.ts";
import { isAddress, issueAt } from "./check-edit.ts";
import { EditPlanner, type PlannedWrite } from "./edit-planner.ts";
import { EditableSheet } from "./editable-sheet.ts";
import type { IssueList } from "./issue-list.ts";
import type { WorkbookPackage } from "./package.ts";
import { isSigned } from "./patch-package.ts";
import { PatchParts } from "./patch-parts.ts";
import type { RuleAnnouncer } from "./rules/rule-announcer.ts";
import type { WorkbookPart } from "./workbook-part.ts";
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

/** One patch of one workbook, from its edits to its bytes. */
export class WorkbookPatch {
  readonly #pkg: WorkbookPackage;
  readonly #book: WorkbookPart;
  readonly #issues: IssueList;
  readonly #refused: RefusedEdit[] = [];
  readonly #contents: Contents = new Map();
  readonly #closure: ClosureItem[] = [];
  readonly #parts: PatchParts;
  readonly #planner: EditPlanner;
  /** Loaded when the first sheet with rules on its cells is written. */
  #announcer: RuleAnnouncer | null = null;
  readonly #refuse = (edit: CellEdit, code: string, params?: Params): null => {
    const issue = issueAt(this.#issues, code, edit, params);
    this.#refused.push({ edit, issue });
    return null;
  };
  #seenFormula = false;
  #removedFormula = false;
  #changedInput = false;

  constructor(pkg: WorkbookPackage, book: WorkbookPart, issues: IssueList) {
    this.#pkg = pkg;
    this.#book = book;
    this.#issues = issues;
    this.#parts = new PatchParts(pkg, book);
    this.#planner = new EditPlanner(this.#parts, this.#refuse);
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
      await this.#parts.readFor(mine.edits);
      const writes = await this.#patchSheet(sheet, mine.edits, mine.caches);
      if (writes.length > 0 && sheet.scan.ruled) {
        this.#announcer ??= await this.#loadAnnouncer(edits);
        await this.#announcer.announce(sheet, writes);
      }
    }
    const styles = this.#parts.styles?.finish() ?? null;
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

  async #loadAnnouncer(edits: readonly CellEdit[]): Promise<RuleAnnouncer> {
    const { RuleAnnouncer } = await import("./rules/rule-announcer.ts");
    return new RuleAnnouncer(this.#parts, edits, this.#issues);
  }

  /** Writes into a sheet and returns the writes that were made. */
  async #patchSheet(
    sheet: EditableSheet,
    edits: readonly CellEdit[],
    caches: readonly CacheEdit[],
  ): Promise<readonly PlannedWrite[]> {
    const planned = this.#lastEdits(sheet, edits).flatMap((edit) => {
      const write = this.#planner.plan(sheet, edit);
      return write === null ? [] : [write];
    });
    const freed = planned.some(({ overFormula }) => overFormula)
      ? (await import("./free-masters.ts")).freeMasters(
          sheet,
          planned,
          this.#refuse,
        )
      : { sheet, writes: planned };
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
    if (patch.closure.length === 0) return [];
    this.#closure.push(...freed.sheet.earlier, ...patch.closure);
    this.#contents.set(sheet.entry.entry, sheet.encoded(part));
    return writes;
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

  #dropCalcChain(): void {
    const plan = this.#parts.chain;
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

function formulasOver(writes: readonly PlannedWrite[]): number {
  return writes.filter(({ overFormula }) => overFormula).length;
}
