import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { columnName } from "../../model/sheet.ts";
import type { SheetExcerpt } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";
import { type ExcerptCell, jumps, layOutExcerpt } from "./excerpt-layout.ts";

/** A piece of the original sheet as it looks there: merged areas, headers, and the cell marked. */
@customElement("db-excerpt")
export class DbExcerpt extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        font-size: var(--size-small);
      }
      .scroll {
        position: relative;
        overflow: auto;
        border: 1px solid var(--line-strong);
        background: var(--soft);
      }
      table {
        table-layout: fixed;
        border-collapse: separate;
        border-spacing: 0;
        background: var(--surface);
      }
      td,
      th {
        height: 22px;
        padding: 1px 4px;
        border-right: 1px solid var(--line);
        border-bottom: 1px solid var(--line);
        line-height: 1.25;
        overflow: hidden;
        overflow-wrap: anywhere;
        font-size: 11px;
      }
      th,
      .corner {
        background: var(--soft);
        color: var(--muted);
        font-weight: 400;
        text-align: center;
        padding: 1px 2px;
      }
      tbody th,
      .corner {
        position: sticky;
        left: 0;
        z-index: 1;
      }
      .numeric {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .title {
        text-align: center;
        font-weight: 600;
      }
      .header {
        background: var(--tint-header);
        text-align: center;
        font-weight: 600;
      }
      .stub {
        background: var(--tint-stub);
      }
      .meta,
      .note {
        color: var(--muted);
      }
      .gap-above {
        border-top: 2px dashed var(--line-strong);
      }
      .gap-before {
        border-left: 2px dashed var(--line-strong);
      }
      .here {
        box-shadow: inset 0 0 0 2px var(--focus);
        background: var(--tint-value);
        font-weight: 600;
      }
      p {
        padding-top: 3px;
        font-size: 11px;
      }
    `,
  ];

  @property({ attribute: false }) excerpt!: SheetExcerpt;

  protected override render() {
    const { excerpt } = this;
    const { rows, columns, widths } = excerpt;
    const label = this.say("ui.excerpt", { sheet: excerpt.sheet });
    const laid = layOutExcerpt(excerpt);
    const gaps =
      rows.some((_, i) => jumps(rows, i)) ||
      columns.some((_, i) => jumps(columns, i));
    const sizes = widths.map(pixels);
    return html`<div
        class="scroll"
        tabindex="0"
        role="region"
        aria-label=${label}
      >
        <table style="width:${sizes.reduce((sum, width) => sum + width, 26)}px">
          <colgroup>
            <col style="width:26px" />
            ${sizes.map((width) => html`<col style="width:${width}px" />`)}
          </colgroup>
          <thead>
            <tr>
              <td class="corner"></td>
              ${columns.map(
                (column, i) =>
                  html`<th
                    scope="col"
                    class=${jumps(columns, i) ? "gap-before" : ""}
                  >
                    ${columnName(column)}
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${laid.map(
              (cells, i) =>
                html`<tr>
                  <th scope="row" class=${jumps(rows, i) ? "gap-above" : ""}>
                    ${(rows[i] ?? 0) + 1}
                  </th>
                  ${cells.map((cell) => this.#cell(cell))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        gaps
          ? html`<p class="muted">${this.say("views.excerpt.gap")}</p>`
          : nothing
      }`;
  }

  #cell(laid: ExcerptCell) {
    const { cell } = laid;
    const classes = [
      cell?.role ?? "plain",
      cell?.numeric === true ? "numeric" : "",
      laid.here ? "here" : "",
      laid.gapAbove ? "gap-above" : "",
      laid.gapBefore ? "gap-before" : "",
    ];
    const text = cell?.text ?? "";
    return html`<td
      class=${classes.filter((name) => name !== "").join(" ")}
      rowspan=${laid.rowSpan === 1 ? nothing : laid.rowSpan}
      colspan=${laid.columnSpan === 1 ? nothing : laid.columnSpan}
      title=${text}
      aria-current=${laid.here ? "true" : nothing}
    >
      ${text}
    </td>`;
  }

  /** The cell itself comes into view, whichever column it stands in. */
  protected override updated(): void {
    const box = this.renderRoot.querySelector(".scroll");
    const here = this.renderRoot.querySelector(".here");
    if (box instanceof HTMLElement && here instanceof HTMLElement)
      box.scrollLeft =
        here.offsetLeft - (box.clientWidth - here.offsetWidth) / 2;
  }
}

/** Narrower than in the review: the inspector is 320 pixels wide. */
function pixels(characters: number | null): number {
  return Math.round(Math.min(16, Math.max(5, characters ?? 9)) * 6);
}

declare global {
  interface HTMLElementTagNameMap {
    "db-excerpt": DbExcerpt;
  }
}
