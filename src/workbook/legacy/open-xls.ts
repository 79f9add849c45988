import type {
  DefinedName,
  SheetView,
  WorkbookView,
} from "../../model/sheet.ts";
import { joinBytes } from "../inflate.ts";
import type { IssueList } from "../issue-list.ts";
import type { Pacer } from "../pacer.ts";
import { BiffRecords, readerOf, type BiffRecord } from "./biff-records.ts";
import { CompoundFile } from "./cfb.ts";
import { SheetBuilder } from "./sheet-builder.ts";
import { StyleList } from "./style-list.ts";
import { XlsGlobals, type XlsSheet } from "./xls-globals.ts";
import { XlsSheetReader } from "./xls-sheet.ts";

const endOfSubstream = 0x000a;
const sharedTexts = 0x00fc;
const encryption = 0x002f;

/**
 * Reads an .xls or .et: a compound file with a workbook stream of BIFF 5 or 8,
 * or a bare stream of BIFF 2 to 8. What stands before a break is read.
 */
export async function openXls(
  bytes: Uint8Array,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const bare = bytes[0] === 0x09;
  const file = bare ? null : new CompoundFile(bytes);
  const stream = file === null ? bytes : file.stream("Workbook", "Book");
  if (stream === null) {
    issues.add("workbook.unreadable", "error", {}, { format: "xls" });
    return null;
  }
  pacer.total = stream.length;
  const book = new XlsBook(stream, issues, pacer);
  const view = await book.read();
  if (view !== null && (book.cut || file?.cut === true))
    issues.add("workbook.file_cut", "error");
  return view;
}

class XlsBook {
  #stream: Uint8Array;
  readonly #issues: IssueList;
  readonly #pacer: Pacer;
  readonly #globals = new XlsGlobals();
  readonly #styles = new StyleList();
  cut = false;

  constructor(stream: Uint8Array, issues: IssueList, pacer: Pacer) {
    this.#stream = stream;
    this.#issues = issues;
    this.#pacer = pacer;
  }

  async read(): Promise<WorkbookView | null> {
    let records = new BiffRecords(this.#stream);
    const first = records.next();
    const version = first === null ? null : biffVersion(first);
    if (version === null) {
      this.#issues.add("workbook.unreadable", "error", {}, { format: "xls" });
      return null;
    }
    this.#globals.version = version;
    const lone = new SheetBuilder("Sheet1", this.#issues, this.#styles);
    const reader = new XlsSheetReader(this.#globals, lone);
    let ended = false;
    let depth = 1;
    for (
      let record = records.next();
      record !== null;
      record = records.next()
    ) {
      if (isStart(record)) depth += 1;
      if (record.type === endOfSubstream) {
        depth -= 1;
        if (depth > 0) continue;
        ended = true;
        break;
      }
      if (depth > 1) continue;
      if (record.type === sharedTexts && version === 8) {
        for (const _turn of this.#globals.takeStrings(record))
          if (!(await this.#turn(16_384, records.at))) return null;
      } else this.#globals.take(record);
      if (record.type === encryption) {
        if (!(await this.#decrypt(record, records.at))) return null;
        records = new BiffRecords(this.#stream, records.at);
      }
      // The oldest editions have one sheet, and no list of sheets.
      if (this.#globals.sheets.length === 0) reader.take(record);
      if (!(await this.#turn(records.at - record.start, records.at)))
        return null;
    }
    if (!ended) this.cut = true;
    const sheets: SheetView[] = [];
    if (this.#globals.sheets.length === 0) {
      if (!(await this.#finish(reader))) return null;
      if (lone.cells.length > 0 || version < 5) sheets.push(lone.build(0));
    } else
      for (const [index, sheet] of this.#globals.sheets.entries()) {
        if (sheet.type !== 0) continue;
        const view = await this.#readSheet(sheet, index);
        if (view === "stopped") return null;
        if (view !== null) sheets.push(view);
      }
    if (sheets.length === 0) {
      this.#issues.add(
        this.cut ? "workbook.unreadable" : "workbook.no_sheets",
        "error",
        {},
        this.cut ? { format: "xls" } : undefined,
      );
      return null;
    }
    this.#pacer.finish();
    return {
      format: "xls",
      date1904: this.#globals.date1904,
      sheets,
      names: this.#names(sheets),
      looks: this.#styles.looks,
      writable: false,
    };
  }

  /** Decrypts the stream with the default password; false, with an issue, when that is not its, or when it was told to stop. */
  async #decrypt(record: BiffRecord, from: number): Promise<boolean> {
    const { version } = this.#globals;
    const { decryptBiff } = await import("../encrypted/decrypt-biff.ts");
    const plain =
      version < 5
        ? null
        : await decryptBiff(
            this.#stream,
            from,
            joinBytes(record.parts),
            version,
            this.#pacer,
          );
    if (plain !== null) this.#stream = plain;
    else if (!this.#pacer.aborted)
      this.#issues.add("workbook.password", "error");
    return plain !== null;
  }

  async #readSheet(
    { name, start, state }: XlsSheet,
    index: number,
  ): Promise<SheetView | "stopped" | null> {
    const records = new BiffRecords(this.#stream, start);
    const first = records.next();
    if (first === null || !isStart(first)) {
      this.#issues.add("workbook.sheet_missing", "error", { sheet: name });
      return null;
    }
    const kind = readerOf(first);
    kind.skip(2);
    // Sheets of the list that are no tables of cells: charts, macros, modules.
    if (kind.u16() !== 0x0010) return null;
    const builder = new SheetBuilder(name, this.#issues, this.#styles);
    builder.state = state;
    const reader = new XlsSheetReader(this.#globals, builder);
    let depth = 1;
    for (let record = records.next(); ; record = records.next()) {
      if (record === null) {
        this.cut = true;
        break;
      }
      if (isStart(record)) depth += 1;
      if (record.type === endOfSubstream) depth -= 1;
      if (depth === 0) break;
      if (depth === 1) reader.take(record);
      if (!(await this.#turn(records.at - record.start, records.at)))
        return "stopped";
    }
    if (!(await this.#finish(reader))) return "stopped";
    return builder.build(index);
  }

  async #finish(reader: XlsSheetReader): Promise<boolean> {
    for (const work of reader.finish())
      if (!(await this.#turn(work * 8, this.#pacer.done))) return false;
    return true;
  }

  async #turn(work: number, at: number): Promise<boolean> {
    this.#pacer.done = at;
    return !this.#pacer.due(work * 4) || (await this.#pacer.pause());
  }

  #names(sheets: readonly SheetView[]): DefinedName[] {
    const known = new Set(sheets.map(({ name }) => name));
    return this.#globals.names.flatMap(({ name, tokens }) => {
      const target = this.#globals.nameTarget(tokens);
      return target !== null && known.has(target.sheet)
        ? [{ name, ...target }]
        : [];
    });
  }
}

function isStart({ type }: BiffRecord): boolean {
  return (
    type === 0x0809 || type === 0x0409 || type === 0x0209 || type === 0x0009
  );
}

/** The edition a stream was written for; null when it does not begin as one. */
function biffVersion(record: BiffRecord): number | null {
  switch (record.type) {
    case 0x0009:
      return 2;
    case 0x0209:
      return 3;
    case 0x0409:
      return 4;
    case 0x0809: {
      const version = readerOf(record).u16();
      return version === 0x0500 ? 5 : version === 0x0600 || version === 0 ? 8 : version === 0x0400 ? 4 : version === 0x0300 ? 3 : version === 0x0200 || version === 0x0002 || version === 0x0007 ? 2 : null; // prettier-ignore
    }
    default:
      return null;
  }
}
