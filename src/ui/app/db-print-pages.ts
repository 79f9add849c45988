import { css, html, LitElement, nothing, render } from "lit";
import { customElement } from "lit/decorators.js";
import type { Language } from "../../text/message.ts";
import { describe } from "../../text/words.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { pointStyles } from "../parts/point-styles.ts";
import type { Printable } from "../parts/printable.ts";
import { fillPages, measure, pageContent } from "./print-pages.ts";

/** Pixels that rows may take on a page: 210 mm less edges, title and foot. */
const room = Math.floor(((210 - 12 - 11 - 18 - 8) / 25.4) * 96);

/**
 * A view on A4 sheets, landscape, each with title, unit line and page number.
 * The pages are cut here and not by the browser: old ones print no page
 * numbers. Filled just before printing, in one go, since a browser waits for
 * nothing; empty again after it.
 */
@customElement("db-print-pages")
export class DbPrintPages extends LitElement {
  static override styles = [
    baseStyles,
    pointStyles,
    css`
      td {
        --room: 5px;
      }
      :host {
        position: absolute;
        left: -10000px;
        top: 0;
        width: 273mm;
        visibility: hidden;
        color: #000;
        font-size: 11px;
        line-height: 1.4;
      }
      .page {
        display: none;
      }
      .head {
        height: 18mm;
        overflow: hidden;
      }
      h1 {
        font-size: 18px;
        text-align: center;
      }
      .head p {
        display: flex;
        justify-content: space-between;
        gap: 24px;
        padding-top: 4px;
        font-size: 11px;
      }
      .foot {
        position: absolute;
        left: 12mm;
        right: 12mm;
        bottom: 8mm;
        display: flex;
        justify-content: space-between;
        font-size: 10px;
      }
      h2 {
        padding: 8px 0 4px;
        font-size: 13px;
      }
      .content p {
        padding: 4px 0;
      }
      table {
        width: 100%;
        table-layout: fixed;
      }
      th,
      td {
        padding: 2px 5px;
        border: 1px solid #888;
        text-align: left;
        overflow-wrap: anywhere;
        font-weight: 400;
        height: 22px;
      }
      th {
        font-weight: 600;
        background: #eee;
      }
      .right {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .figure {
        padding: 4px 0;
      }
      .figure svg {
        max-width: 100%;
      }
      @media print {
        :host {
          position: static;
          visibility: visible;
          width: auto;
        }
        .measure {
          display: none;
        }
        .page {
          display: block;
          position: relative;
          width: 297mm;
          height: 209mm;
          padding: 11mm 12mm 0;
          overflow: hidden;
          break-after: page;
          print-color-adjust: exact;
          -webkit-print-color-adjust: exact;
        }
        .page:last-child {
          break-after: auto;
        }
      }
    `,
  ];

  protected override render() {
    return html`<div class="measure content"></div>
      <div class="pages"></div>`;
  }

  /** How many pages it came to. */
  fill(
    printable: Printable,
    facts: readonly string[],
    language: Language,
  ): number {
    const place = this.renderRoot.querySelector(".measure");
    const out = this.renderRoot.querySelector(".pages");
    if (!(place instanceof HTMLElement) || !(out instanceof HTMLElement))
      return 0;
    const { title, line, blocks } = printable;
    const pages = fillPages(measure(place, blocks), room);
    render(
      pages.map(
        (pieces, index) =>
          html`<div class="page">
            <div class="head">
              <h1>${title}</h1>
              <p><span>${facts.join(" · ")}</span><span>${line}</span></p>
            </div>
            <div class="content">${pageContent(pieces, blocks)}</div>
            <div class="foot">
              <span>${describe("ui.app", {}, language)}</span>
              <span
                >${describe(
                  "views.print.page",
                  { page: index + 1, pages: pages.length },
                  language,
                )}</span
              >
            </div>
          </div>`,
      ),
      out,
    );
    return pages.length;
  }

  clear(): void {
    const out = this.renderRoot.querySelector(".pages");
    if (out instanceof HTMLElement) render(nothing, out);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-print-pages": DbPrintPages;
  }
}
