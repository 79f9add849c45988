import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { parseRange, rangeText } from "../../model/sheet.ts";
import type { TableEdges, TableShape } from "../../model/profile.ts";
import type { ReviewSheet, ReviewTableShape } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";
import { valueOf } from "../state/value-of.ts";
import type { ShapeWish } from "./shape-wish.ts";
import {
  boundsOf,
  type EdgeName,
  movedShape,
  type Shaped,
  shapeOfKind,
  shapeTurned,
} from "./table-edges.ts";

const kinds = ["auto", "figures", "records", "none"] as const;

/**
 * Range, header, naming columns and form of a table as fields: what its edges
 * do with the pointer. Sends `db-choose-table` (its position), `db-shape`
 * ({@link ShapeWish}) and, of a table that a person drew, `db-erase`.
 */
@customElement("db-table-form")
export class DbTableForm extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        flex: none;
        padding: 4px 12px;
        border-bottom: 1px solid var(--line);
        font-size: var(--size-small);
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        color: var(--muted);
        white-space: nowrap;
      }
      input,
      select,
      button {
        height: 24px;
        padding: 0 6px;
        font-size: var(--size-small);
        color: var(--text);
      }
      .tick {
        height: auto;
        padding: 0;
      }
      .range {
        width: 84px;
      }
      .count {
        width: 48px;
      }
      select {
        max-width: 124px;
      }
    `,
  ];

  @property({ attribute: false }) tables: ReviewSheet["tables"] = [];
  @property({ attribute: false }) chosen = 0;
  @property({ attribute: false }) size = { rows: 0, columns: 0 };
  @property({ attribute: false }) busy = false;

  protected override render() {
    const shape = this.tables[this.chosen]?.shape ?? null;
    if (shape === null) return nothing;
    const { edges } = shape;
    return html`${this.#tables()}
      <label title=${this.say("review.table.drag")}
        >${this.say("review.table.range")}
        <input
          class="range tabular"
          spellcheck="false"
          .value=${rangeText(edges)}
          ?disabled=${this.busy}
          @change=${(event: Event) => {
            this.#range(shape, valueOf(event), event);
          }}
      /></label>
      ${this.#count(shape, "header", edges.headerRows, "review.table.header_rows")}
      ${this.#count(shape, "stub", edges.stubColumns, "review.table.stub_columns")}
      <label
        >${this.say("review.table.kind")}
        <select
          ?disabled=${this.busy}
          @change=${(event: Event) => {
            const kind = kinds.find((known) => known === valueOf(event));
            if (kind !== undefined)
              this.#send(shapeOfKind(shape, kind === "auto" ? null : kind));
          }}
        >
          ${kinds.map(
            (kind) =>
              html`<option
                value=${kind}
                ?selected=${(shape.shape?.kind ?? "auto") === kind}
              >
                ${this.say(`review.table.kind.${kind}`)}
              </option>`,
          )}
        </select></label
      >
      <label title=${this.say("review.table.turned_hint")}
        ><input
          type="checkbox"
          class="tick"
          .checked=${shape.shape?.turned === true}
          ?disabled=${this.busy}
          @change=${(event: Event) => {
            const { target } = event;
            if (target instanceof HTMLInputElement)
              this.#send(shapeTurned(shape, target.checked));
          }}
        />${this.say("review.table.turned")}</label
      >
      ${
        shape.drawn
          ? html`<button
              type="button"
              ?disabled=${this.busy}
              @click=${() => {
                this.dispatchEvent(new CustomEvent("db-erase"));
              }}
            >
              ${this.say("review.table.erase")}
            </button>`
          : nothing
      }
      ${
        shape.shape === null
          ? nothing
          : html`<button
              type="button"
              ?disabled=${this.busy}
              @click=${() => {
                this.#send(null);
              }}
            >
              ${this.say("review.table.reset")}
            </button>`
      }`;
  }

  #tables() {
    if (this.tables.length < 2) return nothing;
    return html`<select
      aria-label=${this.say("review.table.choose")}
      @change=${(event: Event) => {
        this.dispatchEvent(
          new CustomEvent<number>("db-choose-table", {
            detail: Number(valueOf(event)),
          }),
        );
      }}
    >
      ${this.tables.map(
        ({ title }, at) =>
          html`<option value=${at} ?selected=${at === this.chosen}>
            ${this.say("review.table", { n: at + 1 })} ${title.slice(0, 16)}
          </option>`,
      )}
    </select>`;
  }

  #count(
    shape: ReviewTableShape,
    edge: "header" | "stub",
    value: number,
    code: "review.table.header_rows" | "review.table.stub_columns",
  ) {
    const start = edge === "header" ? shape.edges.top : shape.edges.left;
    const [least, most] = boundsOf(shape.edges, edge, this.size);
    return html`<label
      >${this.say(code)}
      <input
        class="count tabular"
        type="number"
        min=${least - start}
        max=${Math.min(most - start, 99)}
        .value=${String(value)}
        ?disabled=${this.busy}
        @change=${(event: Event) => {
          const wanted = Number(valueOf(event)) + start;
          if (Number.isInteger(wanted) && wanted >= least && wanted <= most)
            this.#send(movedShape(shape, edge, wanted));
          else if (event.target instanceof HTMLInputElement)
            event.target.value = String(value);
        }}
    /></label>`;
  }

  #range(shape: ReviewTableShape, text: string, event: Event): void {
    const wanted = parseRange(text.trim().replaceAll("：", ":"));
    const { edges } = shape;
    const fits =
      wanted !== null &&
      wanted.bottom >= wanted.top + 1 &&
      wanted.bottom < this.size.rows &&
      wanted.right < this.size.columns;
    if (!fits) {
      if (event.target instanceof HTMLInputElement)
        event.target.value = rangeText(edges);
      return;
    }
    const moves: readonly (readonly [EdgeName, number])[] = [
      ["top", wanted.top],
      ["bottom", wanted.bottom + 1],
      ["left", wanted.left],
      ["right", wanted.right + 1],
    ];
    let known: Shaped = shape;
    for (const [edge, boundary] of moves)
      known = {
        edges: { ...edges, ...moved(known.edges, edge, boundary) },
        shape: movedShape(known, edge, boundary),
      };
    this.#send(known.shape);
  }

  #send(shape: TableShape | null): void {
    this.dispatchEvent(
      new CustomEvent<ShapeWish>("db-shape", { detail: { shape } }),
    );
  }
}

/** The edges after one of them was moved; header and naming columns end where they did. */
function moved(
  edges: TableEdges,
  edge: EdgeName,
  boundary: number,
): TableEdges {
  switch (edge) {
    case "top":
      return {
        ...edges,
        top: boundary,
        headerRows: edges.headerRows + edges.top - boundary,
      };
    case "left":
      return {
        ...edges,
        left: boundary,
        stubColumns: edges.stubColumns + edges.left - boundary,
      };
    case "bottom":
      return { ...edges, bottom: boundary - 1 };
    case "right":
      return { ...edges, right: boundary - 1 };
    default:
      return edges;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-table-form": DbTableForm;
  }
}
