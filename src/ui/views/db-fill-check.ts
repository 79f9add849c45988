import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { FillCheck } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { issueList } from "../parts/issue-list.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";
import { figureLines } from "./figure-lines.ts";
import {
  missingCells,
  type MissingGroup,
  missingGroups,
} from "./missing-groups.ts";

/** Places and figures named before the rest is only counted. */
const mostNamed = 12;
/** Groups shown before the rest is. */
const mostGroups = 12;

/** What a template would lack, were it filled now: how many cells, then whose figures and which. */
@customElement("db-fill-check")
export class DbFillCheck extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
        padding-top: 12px;
        border-top: 1px solid var(--line);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 14px;
      }
      .head b {
        font-size: 20px;
        font-variant-numeric: tabular-nums;
      }
      .lacking b {
        color: var(--behind);
      }
      .whole b {
        color: var(--good);
      }
      table {
        border-collapse: collapse;
        font-size: var(--size-small);
      }
      th {
        padding: 3px 12px 3px 0;
        border-bottom: 1px solid var(--line-strong);
        color: var(--muted);
        font-weight: 400;
        text-align: left;
      }
      td {
        padding: 4px 12px 4px 0;
        border-bottom: 1px solid var(--line);
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      th,
      .where {
        white-space: nowrap;
      }
      .places {
        min-width: 6em;
      }
      .n {
        text-align: right;
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .waiting {
        opacity: 0.6;
      }
    `,
  ];

  @property({ attribute: false }) check!: FillCheck;
  /** The period it was checked for: only others are named. */
  @property({ attribute: false }) period = "";
  /** True while a newer one is on its way. */
  @property({ attribute: false }) waiting = false;
  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;

  protected override render() {
    const { ready, empty, issues } = this.check;
    const lacking = missingCells(empty);
    const groups = missingGroups(empty);
    const shown = groups.slice(0, mostGroups);
    const left = groups.slice(mostGroups);
    return html`<p
        class="head ${lacking > 0 ? "lacking" : ready > 0 ? "whole" : ""} ${this.waiting ? "waiting" : ""}"
        role="status"
      >
        ${
          ready + lacking === 0
            ? this.say("ui.reports.check.nothing")
            : lacking === 0
              ? html`<span
                  ><b>${ready}</b> ${this.say("ui.reports.check.whole")}</span
                >`
              : html`<span
                    ><b>${lacking}</b>
                    ${this.say("ui.reports.check.lacking", { of: ready + lacking })}</span
                  ><span class="muted"
                    >${this.say("ui.reports.check.ready", { n: ready })}</span
                  >`
        }
      </p>
      ${
        issues.some(({ severity }) => severity === "error")
          ? issueList(
              issues.filter(({ severity }) => severity === "error"),
              this.names,
            )
          : nothing
      }
      ${
        shown.length === 0
          ? nothing
          : html`<table>
              <caption class="hidden-text">
                ${this.say("ui.reports.check.caption")}
              </caption>
              <tr>
                <th class="n" scope="col">${this.say("ui.reports.check.n")}</th>
                <th scope="col">${this.say("ui.reports.check.places")}</th>
                <th scope="col">${this.say("ui.reports.check.figures")}</th>
                <th scope="col">${this.say("ui.reports.check.cells")}</th>
              </tr>
              ${shown.map((group) => this.#group(group))}
            </table>`
      }
      ${
        left.length === 0
          ? nothing
          : html`<p class="muted small">
              ${this.say("ui.reports.check.more", {
                n: left.reduce((sum, { cells }) => sum + cells.length, 0),
              })}
            </p>`
      }`;
  }

  #group({ figures, places, cells }: MissingGroup) {
    const field = figures[0]?.type === "field";
    return html`<tr>
      <td class="n">${cells.length}</td>
      <td class="places">
        ${this.#named(
          places.map((place) => (field ? place : this.names.region(place))),
        )}
      </td>
      <td>${this.#named(figureLines(figures, this.period, this.names))}</td>
      <td class="muted where">${cellsText(cells)}</td>
    </tr>`;
  }

  /** The first of many, and how many there are. */
  #named(names: readonly string[]): string {
    const comma = this.say("ui.comma");
    if (names.length <= mostNamed) return names.join(comma);
    return `${names.slice(0, mostNamed).join(comma)} ${this.say("ui.reports.check.all", { n: names.length })}`;
  }
}

/** The first cell and the last of a group, sheet by sheet. */
function cellsText(cells: readonly string[]): string {
  const [first = "", ...others] = cells;
  const last = others.at(-1);
  return last === undefined ? first : `${first} … ${last.replace(/^.*!/, "")}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "db-fill-check": DbFillCheck;
  }
}
