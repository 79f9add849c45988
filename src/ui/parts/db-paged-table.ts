import { css, html, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { DbElement } from "../state/db-element.ts";
import { baseStyles } from "./base-styles.ts";
import type { PrintColumn, PrintRow } from "./printable.ts";

/** Rows on a page. */
export const pageLength = 50;

/** A plain table in pages, for screen readers: every row is there in the order it is read. */
@customElement("db-paged-table")
export class DbPagedTable extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      .scroll {
        flex: 1;
        min-height: 0;
        overflow: auto;
      }
      table {
        width: 100%;
        font-size: var(--size-small);
      }
      th,
      td {
        padding: 4px 8px;
        border-bottom: 1px solid var(--line);
        text-align: left;
        font-weight: 400;
        vertical-align: top;
      }
      thead th {
        background: var(--soft);
        font-weight: 600;
      }
      .right {
        text-align: right;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      nav {
        flex: none;
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 6px 12px;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) columns: readonly PrintColumn[] = [];
  @property({ attribute: false }) rows: readonly PrintRow[] = [];
  /** Caption of the table. */
  @property({ attribute: false }) label = "";

  @state() private page = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const last = Math.max(0, Math.ceil(this.rows.length / pageLength) - 1);
    if (changed.has("rows") && this.page > last) this.page = last;
  }

  protected override render() {
    const from = this.page * pageLength;
    const shown = this.rows.slice(from, from + pageLength);
    return html`<div
        class="scroll"
        tabindex="0"
        role="region"
        aria-label=${this.label}
      >
        <table aria-rowcount=${this.rows.length + 1}>
          <caption class="hidden-text">
            ${this.label}
          </caption>
          <thead>
            <tr>
              ${this.columns.map(
                ({ head, align }) =>
                  html`<th scope="col" class=${align}>${head}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (row, index) =>
                html`<tr aria-rowindex=${from + index + 2}>
                  ${row.cells.map((cell, column) => this.#cell(row, cell, column))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <nav aria-label=${this.label}>
        ${this.#step("views.reader.previous", -1)}
        ${this.#step("views.reader.next", 1)}
        <span role="status" class="tabular"
          >${this.say("views.reader.page", {
            from: shown.length === 0 ? 0 : from + 1,
            to: from + shown.length,
            n: this.rows.length,
          })}</span
        >
      </nav>`;
  }

  #cell({ open }: PrintRow, cell: unknown, column: number) {
    const align = this.columns[column]?.align ?? "left";
    if (column > 0) return html`<td class=${align}>${cell}</td>`;
    return html`<th scope="row" class=${align}>
      ${
        open === undefined
          ? cell
          : html`<button
              type="button"
              class="link"
              title=${this.say("views.reader.open")}
              @click=${open}
            >
              ${cell}
            </button>`
      }
    </th>`;
  }

  #step(code: "views.reader.previous" | "views.reader.next", by: 1 | -1) {
    const to = this.page + by;
    const none = to < 0 || to * pageLength >= this.rows.length;
    return html`<button
      type="button"
      ?disabled=${none}
      @click=${() => {
        this.page = to;
        this.renderRoot.querySelector(".scroll")?.scrollTo(0, 0);
      }}
    >
      ${this.say(code)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-paged-table": DbPagedTable;
  }
}
