import { html, nothing, render, type TemplateResult } from "lit";
import { PointColumns } from "../format/point-columns.ts";
import type { PrintBlock, PrintRow } from "../parts/printable.ts";

type PrintTable = Extract<PrintBlock, { readonly kind: "table" }>;

/** Digits after the point that other figures of a column on paper keep room for. */
const mostOnPaper = 2;

/** What fits on paper as one piece: a row of a table, or a whole other block. */
export interface Piece {
  readonly block: number;
  /** Row of a table; −1 for other blocks. */
  readonly row: number;
  /** Pixels. */
  readonly height: number;
  /** Of a table: pixels of its head, repeated on every page it goes on. */
  readonly head: number;
  /** Stays with what follows. */
  readonly keepWithNext: boolean;
}

/**
 * Fills pages of a height from top to bottom. A table's head counts again on
 * every page; a heading never stands last on one. A piece higher than a page
 * gets one of its own.
 */
export function fillPages(
  pieces: readonly Piece[],
  room: number,
): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [];
  let page: Piece[] = [];
  let used = 0;
  const cost = (piece: Piece, before: Piece | undefined) =>
    piece.height +
    (piece.row >= 0 && before?.block !== piece.block ? piece.head : 0);
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    const needed =
      cost(piece, page.at(-1)) +
      (piece.keepWithNext && next !== undefined ? cost(next, piece) : 0);
    if (page.length > 0 && used + needed > room) {
      pages.push(page);
      page = [];
      used = 0;
    }
    used += cost(piece, page.at(-1));
    page.push(piece);
  }
  return page.length === 0 ? pages : [...pages, page];
}

/** Measures blocks drawn in an element of the page's width. */
export function measure(
  place: HTMLElement,
  blocks: readonly PrintBlock[],
): readonly Piece[] {
  render(
    blocks.map((block) => html`<section>${blockContent(block)}</section>`),
    place,
  );
  const sections = [...place.querySelectorAll("section")];
  const pieces = blocks.flatMap((block, index): Piece[] => {
    const section = sections[index];
    if (section === undefined) return [];
    if (block.kind !== "table")
      return [
        {
          block: index,
          row: -1,
          height: section.getBoundingClientRect().height,
          head: 0,
          keepWithNext: block.kind === "heading",
        },
      ];
    const head =
      section.querySelector("thead")?.getBoundingClientRect().height ?? 0;
    return [...section.querySelectorAll("tbody > tr")].map((row, at) => ({
      block: index,
      row: at,
      height: row.getBoundingClientRect().height,
      head,
      keepWithNext: false,
    }));
  });
  render(nothing, place);
  return pieces;
}

/** The content of one page: the blocks its pieces belong to, tables with just its rows. */
export function pageContent(
  pieces: readonly Piece[],
  blocks: readonly PrintBlock[],
): readonly TemplateResult[] {
  const groups: { block: number; rows: number[] }[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.block === piece.block) last.rows.push(piece.row);
    else groups.push({ block: piece.block, rows: [piece.row] });
  }
  return groups.flatMap(({ block, rows }) => {
    const known = blocks[block];
    if (known === undefined) return [];
    return [
      known.kind === "table"
        ? tableContent(
            known,
            rows.flatMap((row) => known.rows[row] ?? []),
          )
        : blockContent(known),
    ];
  });
}

function blockContent(block: PrintBlock): TemplateResult {
  switch (block.kind) {
    case "heading":
      return html`<h2>${block.text}</h2>`;
    case "text":
      return html`<p>${block.text}</p>`;
    case "figure":
      return html`<div class="figure">${block.content}</div>`;
    case "table":
      return tableContent(block, block.rows);
  }
}

/** Some rows of a table; their points stand where those of all its rows do. */
function tableContent(
  { columns, rows: all }: PrintTable,
  rows: readonly PrintRow[],
): TemplateResult {
  const points = new PointColumns<PrintRow, number>(
    columns.flatMap(({ align }, index) => (align === "right" ? [index] : [])),
    ({ cells }, index) => {
      const cell = cells[index];
      return typeof cell === "string" ? cell : "";
    },
    mostOnPaper,
  );
  points.take(all);
  const classes = (row: PrintRow, index: number) => {
    const align = columns[index]?.align ?? "left";
    return align === "left"
      ? "left"
      : ["right", ...points.classes(row, index)].join(" ");
  };
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return html`<table>
    <colgroup>
      ${columns.map(
        ({ width }) =>
          html`<col style="width:${((width / total) * 100).toFixed(2)}%" />`,
      )}
    </colgroup>
    <thead>
      <tr>
        ${columns.map(
          ({ head, align }) =>
            html`<th scope="col" class=${align}>${head}</th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.cells.map(
              (cell, index) =>
                html`<td class=${classes(row, index)}>${cell}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
