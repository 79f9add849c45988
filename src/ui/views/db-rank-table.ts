import { consume } from "@lit/context";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { figureText } from "../format/figure.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";
import type { RankOnShow } from "./rank-output.ts";
import { goesBothWays, type RankShown, rankTable } from "./rank-table.ts";
import { rankHeadStyles } from "./rank-head-styles.ts";
import { rankTableStyles } from "./rank-table-styles.ts";
import { RankWords } from "./rank-words.ts";

/** Regions in their order, with bars, ties and change. Sends `db-rank-region` with a region's code when one is asked about. */
@customElement("db-rank-table")
export class DbRankTable extends DbElement {
  static override styles = [baseStyles, rankHeadStyles, rankTableStyles];

  @property({ attribute: false }) shown!: RankOnShow;
  /** The region whose figure is in the inspector; empty for none. */
  @property({ attribute: false }) inspected = "";

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;

  protected override render() {
    const { chosen, ranking, by, goals } = this.shown;
    const words = new RankWords(this.names, by);
    const rows = rankTable(ranking, by);
    const both = goesBothWays(rows);
    return html`<div class="head"><h2>${words.title(chosen)}</h2></div>
      <p class="line">${words.line(ranking, goals.size > 0)}</p>
      <p class="line">${words.summary(ranking)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col" class="rank">
              ${this.say("views.rank.column.rank")}
            </th>
            <th scope="col" class="region">${this.say("ui.column.region")}</th>
            <th scope="col" class="bars">
              <span class="hidden-text">${this.say("views.rank.by")}</span>
            </th>
            <th scope="col" class="value number">
              ${this.say("ui.column.actual")}
            </th>
            <th scope="col" class="change number">
              ${this.say("views.rank.column.change")}
            </th>
            <th scope="col" class="change-rank number">
              ${
                by === "level"
                  ? this.say("views.rank.column.change_rank")
                  : this.say("views.rank.column.rank") +
                    ` (${this.say("views.rank.by.level")})`
              }
            </th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.#row(row, words, both))}
        </tbody>
      </table>`;
  }

  #row(row: RankShown, words: RankWords, both: boolean) {
    const { line } = row;
    return html`<tr
      class="${line.excluded ? "excluded" : ""} ${
        this.inspected === line.region ? "chosen" : ""
      }"
    >
      <td class="rank">${this.#place(row)}</td>
      <td class="region">
        <button
          type="button"
          class="link"
          title=${this.names.region(line.region)}
          @click=${() => {
            this.dispatchEvent(
              new CustomEvent<string>("db-rank-region", {
                detail: line.region,
              }),
            );
          }}
        >
          ${this.names.regionShort(line.region)}
        </button>
      </td>
      <td>${this.#bar(row, both)}</td>
      <td class="value number">${row.value}</td>
      <td
        class="change number"
        title=${line.change !== null && !line.changeComputed ? this.say("views.rank.stated") : ""}
      >
        ${words.change(row)}
      </td>
      <td class="change-rank number">
        ${
          this.shown.by === "level"
            ? words.place(line.changeRank, line.changeTied)
            : words.place(line.rank, line.tied)
        }
      </td>
    </tr>`;
  }

  #place({ rank, tied, line }: RankShown) {
    const { excluded, reason } = line;
    if (rank !== null)
      return html`<b>${rank}</b> ${
          tied
            ? html`<span class="muted">${this.say("views.rank.tied")}</span>`
            : nothing
        }`;
    const why = reason === "" ? figureText(null, null) : reason;
    return html`<span
      class="muted"
      title=${this.say(excluded ? "views.rank.excluded.why" : "views.rank.unranked.why", { reason: why })}
      >${excluded ? this.say("views.rank.excluded") : why}</span
    >`;
  }

  #bar({ share, line }: RankShown, both: boolean) {
    if (share === null) return nothing;
    const { ranking, goals } = this.shown;
    const zero = both ? 50 : 0;
    const length = Math.abs(share) * (both ? 50 : 100);
    const left = both && share < 0 ? zero - length : zero;
    const goal = goals.get(line.region) ?? null;
    return html`<span class="stick"
      ><i
        class=${both && share > 0 === (ranking.better === "lower") ? "against" : ""}
        style="left:${left}%;width:${length}%"
      ></i
      >${
        goal === null || both
          ? nothing
          : html`<u style="left:calc(${goal * 100}% - 1px)"></u>`
      }</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-rank-table": DbRankTable;
  }
}
