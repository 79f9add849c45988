import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { StatusCode } from "../../model/catalog.ts";
import { comparatorText, figureText } from "../format/figure.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { statusGlyph } from "../parts/status-mark.ts";
import { DbElement } from "../state/db-element.ts";
import { periodText } from "../format/period-text.ts";
import { spark, sparkRange, type SparkBox, type SparkPoint } from "./spark.ts";
import { sparkDrawing } from "./spark-drawing.ts";

/** One region's small chart. */
export interface Multiple {
  readonly region: string;
  readonly name: string;
  readonly points: readonly (SparkPoint & { readonly period: string })[];
  readonly target: number | null;
  readonly comparator: string;
  readonly status: StatusCode | null;
  /** Word of the status; empty without one. */
  readonly statusWord: string;
}

/**
 * Small charts of one indicator in many regions, all on one scale. Sends
 * `db-multiple` with the region when one is chosen.
 */
@customElement("db-multiples")
export class DbMultiples extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(
          auto-fit,
          minmax(var(--multiple, 112px), 1fr)
        );
        border-top: 1px solid var(--line);
        border-left: 1px solid var(--line);
      }
      li {
        container-type: inline-size;
        min-width: 0;
        border-right: 1px solid var(--line);
        border-bottom: 1px solid var(--line);
      }
      button {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 2px 6px;
        width: 100%;
        height: auto;
        padding: 4px 8px 3px;
        border: 0;
        border-radius: 0;
        text-align: left;
        font-size: var(--size-small);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .name {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        min-width: 0;
      }
      .name > span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      /* Projected: the figure goes under the name rather than over it. */
      @container (max-width: 98px) {
        button {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
          padding: 4px 4px 3px 5px;
        }
      }
      b {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .none {
        color: var(--muted);
        font-weight: 400;
      }
      .plot svg {
        width: 100%;
      }
      .plot {
        grid-column: 1 / -1;
      }
      p {
        padding: 3px 8px;
      }
    `,
  ];

  @property({ attribute: false }) cells: readonly Multiple[] = [];
  @property({ attribute: false }) decimals: number | null = null;
  /** Pixels of each drawing. */
  @property({ attribute: false }) height = 44;
  /** As printed after a figure. */
  @property({ attribute: false }) unit = "";

  protected override render() {
    const range = sparkRange(
      this.cells.map(({ points }) => points),
      this.cells.map(({ target }) => target),
    );
    const box: SparkBox = { width: 120, height: this.height, room: 4 };
    return html`<ul>
        ${this.cells.map((cell) => {
          const last = cell.points.findLast(({ value }) => value !== null);
          const words = this.#words(cell, last);
          return html`<li>
            <button
              type="button"
              title=${words}
              @click=${() => {
                this.dispatchEvent(
                  new CustomEvent("db-multiple", { detail: cell.region }),
                );
              }}
            >
              <span class="name"
                >${cell.status === null ? nothing : statusGlyph(cell.status, 10)}<span
                  >${cell.name}</span
                ></span
              >
              <b class=${last === undefined ? "none" : ""}
                >${figureText(last?.value ?? null, this.decimals)}</b
              >
              <span class="hidden-text">${words}</span>
              <span class="plot" style="height:${this.height}px"
                >${
                  range === null
                    ? nothing
                    : sparkDrawing(
                        spark(cell.points, cell.target, range, box),
                        box,
                      )
                }</span
              >
            </button>
          </li>`;
        })}
      </ul>
      ${
        range === null
          ? nothing
          : html`<p class="muted small">
              ${this.#newest()}${this.say("views.multiple.scale", {
                from: figureText(range.values[0], this.decimals),
                to: figureText(range.values[1], this.decimals),
                unit: this.unit,
              })}
            </p>`
      }`;
  }

  /** The period of the newest figures, where all cells have the same. */
  #newest(): string {
    const periods = new Set(
      this.cells.flatMap(
        ({ points }) =>
          points.findLast(({ value }) => value !== null)?.period ?? [],
      ),
    );
    const [period, ...others] = periods;
    return period === undefined || others.length > 0
      ? ""
      : this.say("views.multiple.newest", {
          period: periodText(period, this.language),
        });
  }

  #words(
    cell: Multiple,
    last:
      { readonly period: string; readonly value: number | null } | undefined,
  ): string {
    if (last === undefined)
      return this.say("views.multiple.none", { region: cell.name });
    return [
      this.say("views.multiple", {
        region: cell.name,
        period: periodText(last.period, this.language),
        value: figureText(last.value, this.decimals),
        unit: this.unit,
      }),
      cell.target === null
        ? ""
        : this.say("views.multiple.target", {
            target: `${comparatorText(cell.comparator)} ${figureText(cell.target, null)}`,
          }),
      cell.statusWord,
    ]
      .filter((part) => part !== "")
      .join(this.say("ui.comma"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-multiples": DbMultiples;
  }
}
