import type { Params } from "../../model/issue.ts";
import type { GridCode } from "../../text/messages/grid.ts";
import type { CellEdit, EditAction } from "../../worker/api.ts";
import { type Area, spotsOf } from "./areas.ts";
import {
  type CopiedCell,
  parseClipboardHtml,
  printClipboardHtml,
} from "./clipboard-html.ts";
import { copiedBlock } from "./copied-block.ts";
import type { PasteAnswer, PasteQuestion } from "./db-paste-dialog.ts";
import { workOutPaste } from "./paste-work.ts";
import { readClipboard } from "./read-clipboard.ts";
import type { SheetView } from "./sheet-view.ts";
import { parseTsv, printTsv } from "./tsv.ts";

export interface ClipboardHost {
  editing(): boolean;
  view(): SheetView;
  areas(): readonly Area[];
  ask(question: PasteQuestion): Promise<PasteAnswer | null>;
  /** Areas that wait to be moved. */
  marked(areas: readonly Area[]): void;
  edit(edits: readonly CellEdit[], action: EditAction): void;
  /** Where a block was pasted. */
  landed(area: Area): void;
  tell(code: GridCode, params: Params): void;
}

/** What was cut and waits for its new place. */
interface Cut {
  readonly text: string;
  readonly edits: readonly CellEdit[];
}

/**
 * Copy, cut and paste by the browser's own events, which exist on plain HTTP
 * hosts too. A cut takes effect when it is pasted, as in Excel.
 */
export class ClipboardKeys {
  #cut: Cut | null = null;

  constructor(
    private readonly field: HTMLInputElement,
    private readonly host: ClipboardHost,
  ) {
    field.addEventListener("copy", this.#copy);
    field.addEventListener("cut", this.#cutOut);
    field.addEventListener("paste", this.#paste);
  }

  stop(): void {
    this.field.removeEventListener("copy", this.#copy);
    this.field.removeEventListener("cut", this.#cutOut);
    this.field.removeEventListener("paste", this.#paste);
  }

  /** Gives up a cut; false when there is none. */
  forget(): boolean {
    const any = this.#cut !== null;
    this.#cut = null;
    this.host.marked([]);
    return any;
  }

  /** Copies or cuts as the keys do; false when the browser refuses. */
  byMenu(how: "copy" | "cut"): boolean {
    this.field.focus({ preventScroll: true });
    // The one way that needs no secure context.
    return document.execCommand(how === "copy" ? "copy" : "cut");
  }

  /** Pastes what the system's clipboard holds. Throws where the browser or the person refuses. */
  async pasteByMenu(): Promise<void> {
    const held = await readClipboard();
    this.field.focus({ preventScroll: true });
    this.#pasteBlock(held.text, held.html);
  }

  #copy = (event: ClipboardEvent) => {
    this.#write(event);
  };

  #cutOut = (event: ClipboardEvent) => {
    const text = this.#write(event);
    if (text === null) return;
    const view = this.host.view();
    const areas = this.host.areas();
    const edits: CellEdit[] = [];
    for (const spot of spotsOf(areas)) {
      const key = view.key(spot);
      if (key !== null && view.cell(spot) !== null)
        edits.push({ key, unit: view.series(spot)?.item.unit ?? "", text: "" });
    }
    this.#cut = { text, edits };
    this.host.marked(areas);
  };

  /** The text written; null when nothing was. */
  #write(event: ClipboardEvent): string | null {
    if (this.host.editing() || event.clipboardData === null) return null;
    this.forget();
    const block = copiedBlock(this.host.view(), this.host.areas());
    event.preventDefault();
    if (block === null) {
      this.host.tell("grid.copy.not_aligned", {});
      return null;
    }
    const text = printTsv(block.map((row) => row.map((cell) => cell.text)));
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", printClipboardHtml(block));
    return text;
  }

  #paste = (event: ClipboardEvent) => {
    if (this.host.editing() || event.clipboardData === null) return;
    event.preventDefault();
    this.#pasteBlock(
      event.clipboardData.getData("text/plain"),
      event.clipboardData.getData("text/html"),
    );
  };

  #pasteBlock(text: string, html: string): void {
    const block =
      parseClipboardHtml(html) ??
      (text === ""
        ? null
        : parseTsv(text).map((row) =>
            row.map((cell): CopiedCell => ({ text: cell, exact: null })),
          ));
    const cut =
      this.#cut !== null && sameText(this.#cut.text, text) ? this.#cut : null;
    this.forget();
    if (block === null || block.length === 0)
      this.host.tell("grid.paste.nothing", {});
    else void this.#take(block, cut);
  }

  async #take(
    block: readonly (readonly CopiedCell[])[],
    cut: Cut | null,
  ): Promise<void> {
    const { host } = this;
    const areas = host.areas();
    const work = workOutPaste(host.view(), block, areas);
    let answer: PasteAnswer | null = null;
    if (work.question !== null) {
      answer = await host.ask(work.question);
      this.field.focus();
      if (answer === null) return;
    }
    const { edits, skipped } = work.edits(answer);
    const written = new Set(edits.map(({ key }) => key));
    const emptied = cut?.edits.filter(({ key }) => !written.has(key)) ?? [];
    host.edit([...emptied, ...edits], cut === null ? "paste" : "cut");
    if (work.area !== null) host.landed(work.area);
    if (edits.length === 0 && skipped === 0 && work.lost > 0)
      host.tell("grid.paste.not_here", {});
    else if (work.lost > 0) host.tell("grid.paste.cut_short", { n: work.lost });
    else if (skipped > 0) host.tell("grid.paste.left_out", { n: skipped });
  }
}

function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(a) === plain(b);
}
