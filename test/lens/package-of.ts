import { cellRef } from "../../src/model/sheet.ts";
import type { TestCell } from "../sheet-of.ts";
import { tinyPackage } from "../workbook/tiny-package.ts";
import type { GeneratedBook } from "./generated-books.ts";

/** The bytes of an .xlsx that holds the sheets of a book, texts as shared strings. */
export function packageOf(book: GeneratedBook): Uint8Array {
  const strings = new Numbers();
  const formats = new Numbers();
  formats.of("General");
  const sheets = Object.fromEntries(
    book.map(({ rows, options }) => [
      options.name ?? "Sheet1",
      `<sheetData>${rows
        .map(
          (cells, row) =>
            `<row r="${row + 1}">${cells
              .map((cell, column) =>
                cellXml(cell, cellRef(row, column), strings, formats),
              )
              .join("")}</row>`,
        )
        .join("")}</sheetData>${mergesXml(options.merges ?? [])}`,
    ]),
  );
  return tinyPackage({
    sheets,
    strings: strings.all.map(
      (text) => `<t xml:space="preserve">${escaped(text)}</t>`,
    ),
    styles: stylesXml(formats.all),
  });
}

class Numbers {
  readonly #known = new Map<string, number>();

  of(text: string): number {
    const known = this.#known.get(text) ?? this.#known.size;
    this.#known.set(text, known);
    return known;
  }

  get all(): readonly string[] {
    return [...this.#known.keys()];
  }
}

function cellXml(
  cell: TestCell,
  ref: string,
  strings: Numbers,
  formats: Numbers,
): string {
  if (cell === undefined) return "";
  const {
    value,
    format = "General",
    formula,
  } = typeof cell === "object" && cell !== null
    ? cell
    : { value: cell, format: "General", formula: undefined };
  const start = `<c r="${ref}" s="${formats.of(format)}"`;
  if (value === null) return `${start}/>`;
  const f = formula === undefined ? "" : `<f>${escaped(formula)}</f>`;
  return typeof value === "number"
    ? `${start}>${f}<v>${value}</v></c>`
    : `${start} t="s"><v>${strings.of(value)}</v></c>`;
}

function mergesXml(merges: readonly string[]): string {
  return merges.length === 0
    ? ""
    : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
}

function stylesXml(formats: readonly string[]): string {
  const own = formats.map(
    (code, at) =>
      `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`,
  );
  const xfs = formats.map(
    (_, at) =>
      `<xf numFmtId="${at === 0 ? 0 : 164 + at}" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
  );
  return `<numFmts count="${own.length}">${own.join("")}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join("")}</cellXfs>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
