import { decodeEntities } from "./html-entities.ts";

/** A cell as it was copied: the text a person saw, and the exact number under it when the program gave one. */
export interface CopiedCell {
  readonly text: string;
  /** Decimal text of the stored number (`x:num`); null when only the text is known. */
  readonly exact: string | null;
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
}

const token =
  /<!--[\s\S]*?-->|<!\[[^>]*>|<(\/?)([a-zA-Z][\w:-]*)([^>]*)>|([^<]+|<)/g;

/**
 * Reads the first table of what Excel and WPS put on the clipboard as HTML.
 * A merged cell keeps its text in its first place and is empty in the others.
 * Null when there is no table.
 */
export function parseClipboardHtml(
  html: string,
): readonly (readonly CopiedCell[])[] | null {
  const reader = new TableReader();
  token.lastIndex = 0;
  for (const [whole, slash, name, attributes, text] of html.matchAll(token)) {
    if (name !== undefined)
      reader.tag({
        name: name.toLowerCase(),
        closing: slash === "/",
        attributes: attributes ?? "",
      });
    else if (text !== undefined) reader.text(whole);
    if (reader.done) break;
  }
  return reader.rows();
}

const empty: CopiedCell = { text: "", exact: null };

class TableReader {
  done = false;
  readonly #rows: CopiedCell[][] = [];
  /** For each column, in how many further rows it is covered from above. */
  readonly #covered: number[] = [];
  #seen = false;
  #row: CopiedCell[] | null = null;
  #cell: { text: string; attributes: string; pre: boolean } | null = null;
  /** Open elements whose content is not shown. */
  #hidden: string | null = null;
  #depth = 0;

  tag({ name, closing, attributes }: Tag): void {
    if (this.#hidden !== null) {
      if (closing && name === this.#hidden) this.#hidden = null;
      return;
    }
    if (!closing && /^(?:style|script|head|title|xml)$/.test(name)) {
      this.#hidden = name;
      return;
    }
    if (name === "table") this.#table(closing);
    else if (this.#depth !== 1) return;
    else if (name === "tr") {
      this.#endRow();
      if (!closing) this.#row = [];
    } else if (name === "td" || name === "th") {
      this.#endCell();
      if (!closing) {
        this.#row ??= [];
        this.#cell = {
          text: "",
          attributes,
          pre: /white-space:\s*pre/i.test(attributes),
        };
      }
    } else if (this.#cell !== null && name === "br") this.#cell.text += "\n";
    else if (this.#cell !== null && name === "p" && closing)
      this.#cell.text += "\n";
  }

  text(text: string): void {
    if (this.#hidden !== null || this.#cell === null) return;
    // Line breaks of the source are layout; `<br>` is what breaks a line.
    this.#cell.text += decodeEntities(
      this.#cell.pre ? text : text.replace(/[\r\n\t ]+/g, " "),
    );
  }

  rows(): readonly (readonly CopiedCell[])[] | null {
    this.#endRow();
    if (!this.#seen) return null;
    const width = Math.max(0, ...this.#rows.map((row) => row.length));
    return this.#rows.map((row) => [
      ...row,
      ...Array.from({ length: width - row.length }, () => empty),
    ]);
  }

  #table(closing: boolean): void {
    if (!closing) {
      this.#depth += 1;
      this.#seen = true;
      return;
    }
    this.#depth -= 1;
    if (this.#depth > 0) return;
    this.#endRow();
    this.done = true;
  }

  #endRow(): void {
    this.#endCell();
    const row = this.#row;
    if (row === null) return;
    this.#skipCovered(row);
    this.#rows.push(row);
    this.#row = null;
  }

  #endCell(): void {
    const cell = this.#cell;
    const row = this.#row;
    this.#cell = null;
    if (cell === null || row === null) return;
    this.#skipCovered(row);
    const columns = span(cell.attributes, "colspan");
    const rows = span(cell.attributes, "rowspan");
    const text = cell.text.replace(/^ +| +$|\n$/g, "").trim();
    for (let i = 0; i < columns; i += 1) {
      this.#covered[row.length] = rows - 1;
      row.push(
        i === 0 ? { text, exact: exactNumber(cell.attributes, text) } : empty,
      );
    }
  }

  /** Fills the places that merged cells of rows above reach into. */
  #skipCovered(row: CopiedCell[]): void {
    while ((this.#covered[row.length] ?? 0) > 0) {
      this.#covered[row.length] = (this.#covered[row.length] ?? 0) - 1;
      row.push(empty);
    }
  }
}

function span(attributes: string, name: string): number {
  const match = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, "i").exec(
    attributes,
  );
  return Math.max(1, Number(match?.[1] ?? "1"));
}

/** `sdval` is LibreOffice's. `x:num="0.636"` holds the number; a bare `x:num` says that the text is it. */
function exactNumber(attributes: string, text: string): string | null {
  const match =
    /\b(?:x:num|sdval)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/i.exec(
      attributes,
    );
  if (match === null) return null;
  const stated = match[1] ?? match[2] ?? match[3] ?? "";
  const number = stated === "" ? text.replaceAll(",", "") : stated;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(number)
    ? number
    : null;
}

/** What a spreadsheet takes in: one table, numbers marked as such with their exact value. */
export function printClipboardHtml(
  rows: readonly (readonly CopiedCell[])[],
): string {
  const body = rows
    .map(
      (row) =>
        `<tr>${row
          .map(({ text, exact }) =>
            exact === null
              ? `<td style="mso-number-format:'\\@'">${escape(text)}</td>`
              : `<td x:num="${exact}">${escape(text)}</td>`,
          )
          .join("")}</tr>`,
    )
    .join("");
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>${body}</table></body></html>`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br style='mso-data-placement:same-cell'>");
}
