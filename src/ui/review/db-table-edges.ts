import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ReviewTableShape } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";
import type { ShapeWish } from "./shape-wish.ts";
import { headHeight, headWidth, type SheetLayout } from "./sheet-layout.ts";
import {
  boundaryOf,
  boundsOf,
  type EdgeName,
  edgeNames,
  isLevel,
  movedShape,
} from "./table-edges.ts";

/** Half of what can be grasped beside an edge, in pixels. */
const grip = 4;

/**
 * The edges of a table over its sheet: dragged with the pointer, or moved with
 * the arrow keys when focused. Sends `db-shape` ({@link ShapeWish}).
 */
@customElement("db-table-edges")
export class DbTableEdges extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: absolute;
        inset: 0;
        pointer-events: none;
      }
      div[role="separator"] {
        position: absolute;
        pointer-events: auto;
        touch-action: none;
      }
      div[role="separator"]::after {
        content: "";
        position: absolute;
        background: var(--accent);
      }
      .level {
        height: 8px;
        cursor: row-resize;
      }
      .level::after {
        left: 0;
        right: 0;
        top: 3px;
        height: 2px;
      }
      .upright {
        width: 8px;
        cursor: col-resize;
      }
      .upright::after {
        top: 0;
        bottom: 0;
        left: 3px;
        width: 2px;
      }
      .inner::after {
        background: var(--behind);
      }
      div[role="separator"]:hover::after,
      div[role="separator"].dragged::after {
        outline: 1px solid var(--focus);
      }
    `,
  ];

  @property({ attribute: false }) layout!: SheetLayout;
  @property({ attribute: false }) shape!: ReviewTableShape;
  @property({ attribute: false }) size = { rows: 0, columns: 0 };
  @property({ attribute: false }) busy = false;

  @state() private dragged: EdgeName | null = null;
  /** Where the edge in hand would come to lie. */
  @state() private boundary = 0;

  protected override render() {
    return edgeNames.map((edge) => this.#edge(edge));
  }

  #boundary(edge: EdgeName): number {
    return this.dragged === edge
      ? this.boundary
      : boundaryOf(this.shape.edges, edge);
  }

  #edge(edge: EdgeName) {
    const level = isLevel(edge);
    const { tops, lefts } = this.layout;
    const x = (boundary: number) =>
      (lefts[boundary] ?? this.layout.width) + headWidth;
    const y = (boundary: number) =>
      (tops[boundary] ?? this.layout.height) + headHeight;
    const [top, bottom] = [
      y(this.#boundary("top")),
      y(this.#boundary("bottom")),
    ];
    const [left, right] = [
      x(this.#boundary("left")),
      x(this.#boundary("right")),
    ];
    const at = this.#boundary(edge);
    const [least, most] = boundsOf(this.shape.edges, edge, this.size);
    const style = level
      ? `left:${left}px;width:${right - left}px;top:${y(at) - grip}px`
      : `top:${top}px;height:${bottom - top}px;left:${x(at) - grip}px`;
    return html`<div
      role="separator"
      tabindex="0"
      class="${level ? "level" : "upright"}${edge === "header" || edge === "stub" ? " inner" : ""}${this.dragged === edge ? " dragged" : ""}"
      aria-orientation=${level ? "horizontal" : "vertical"}
      aria-label=${this.say(`review.edge.${edge}`)}
      aria-valuemin=${least}
      aria-valuemax=${most}
      aria-valuenow=${at}
      title=${this.dragged === null ? this.say(`review.edge.${edge}`) : nothing}
      style=${style}
      @pointerdown=${(event: PointerEvent) => {
        this.#grasp(edge, event);
      }}
      @pointermove=${(event: PointerEvent) => {
        if (this.dragged === edge) this.boundary = this.#under(edge, event);
      }}
      @pointerup=${() => {
        this.#let(edge);
      }}
      @pointercancel=${() => {
        this.dragged = null;
      }}
      @keydown=${(event: KeyboardEvent) => {
        this.#key(edge, event);
      }}
    ></div>`;
  }

  #grasp(edge: EdgeName, event: PointerEvent): void {
    if (this.busy || event.button !== 0) return;
    event.preventDefault();
    const { currentTarget } = event;
    if (currentTarget instanceof HTMLElement) {
      currentTarget.setPointerCapture(event.pointerId);
      currentTarget.focus({ preventScroll: true });
    }
    this.boundary = boundaryOf(this.shape.edges, edge);
    this.dragged = edge;
  }

  #under(edge: EdgeName, event: PointerEvent): number {
    const { left, top } = this.getBoundingClientRect();
    const boundary = isLevel(edge)
      ? this.layout.rowBoundary(event.clientY - top - headHeight)
      : this.layout.columnBoundary(event.clientX - left - headWidth);
    const [least, most] = boundsOf(this.shape.edges, edge, this.size);
    return Math.min(most, Math.max(least, boundary));
  }

  #let(edge: EdgeName): void {
    if (this.dragged !== edge) return;
    this.dragged = null;
    this.#move(edge, this.boundary);
  }

  #key(edge: EdgeName, event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = isLevel(edge)
      ? { ArrowUp: -1, ArrowDown: 1 }
      : { ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const [least, most] = boundsOf(this.shape.edges, edge, this.size);
    const to = boundaryOf(this.shape.edges, edge) + step;
    if (to >= least && to <= most) this.#move(edge, to);
  }

  #move(edge: EdgeName, to: number): void {
    if (this.busy || to === boundaryOf(this.shape.edges, edge)) return;
    this.dispatchEvent(
      new CustomEvent<ShapeWish>("db-shape", {
        detail: { shape: movedShape(this.shape, edge, to) },
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-table-edges": DbTableEdges;
  }
}
