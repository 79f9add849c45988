import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { RankChoice } from "../../worker/api.ts";
import { periodText } from "../format/period-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";
import { valueOf } from "../state/value-of.ts";
import {
  amongId,
  type ChosenRank,
  type RankFilters,
  seriesId,
} from "./rank-choice.ts";
import type { RankBy } from "./rank-table.ts";
import { RankWords } from "./rank-words.ts";

/** What is ranked, in which period, among whom, by what. Sends `db-rank` ({@link RankFilters}) when a person chooses. */
@customElement("db-rank-controls")
export class DbRankControls extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: contents;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-width: 0;
        white-space: nowrap;
      }
      select {
        flex: 0 1 140px;
        min-width: 64px;
        width: 140px;
      }
      select.wide {
        flex-basis: 176px;
        width: 176px;
      }
      .segments {
        display: inline-flex;
      }
      .segments button {
        border-radius: 0;
        margin-left: -1px;
      }
      .segments button:first-child {
        border-radius: 4px 0 0 4px;
        margin-left: 0;
      }
      .segments button:last-child {
        border-radius: 0 4px 4px 0;
      }
      .segments button[aria-pressed="true"] {
        background: var(--accent-soft);
        border-color: var(--accent);
        color: var(--accent);
        position: relative;
        z-index: 1;
      }
      .other {
        color: var(--behind);
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) choices: readonly RankChoice[] = [];
  @property({ attribute: false }) chosen!: ChosenRank;
  @property({ attribute: false }) by: RankBy = "level";
  /** The period that was asked for and cannot be ranked; empty when it is shown. */
  @property({ attribute: false }) missing = "";

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;

  protected override render() {
    const { choice, period } = this.chosen;
    const words = new RankWords(this.names, this.by);
    const series = distinct(this.choices, seriesId);
    const among = this.choices.filter(
      (other) => seriesId(other) === seriesId(choice),
    );
    return html`<label
        >${this.say("ui.column.indicator")}
        <select
          class="wide"
          @change=${(event: Event) => {
            const to = series.find(
              (other) => seriesId(other) === valueOf(event),
            );
            if (to !== undefined)
              this.#go({
                indicator: to.indicator,
                variant: to.variant,
                base: to.base,
                level: choice.level,
                parent: choice.parent,
              });
          }}
        >
          ${series.map((other) =>
            option(
              seriesId(other),
              words.series(other),
              seriesId(other) === seriesId(choice),
            ),
          )}
        </select></label
      >
      <label
        >${this.say("views.rank.period")}
        <select
          @change=${(event: Event) => {
            this.#go({ ...asFilters(choice), period: valueOf(event) });
          }}
        >
          ${choice.periods.map(({ code }) =>
            option(code, periodText(code, this.language), code === period),
          )}
        </select></label
      >
      ${
        this.missing === ""
          ? nothing
          : html`<span class="other" role="status"
              >${this.say("views.rank.other_period", {
                period: periodText(this.missing, this.language),
              })}</span
            >`
      }
      <label
        >${this.say("views.rank.among")}
        <select
          @change=${(event: Event) => {
            const to = among.find((other) => amongId(other) === valueOf(event));
            if (to !== undefined) this.#go({ ...asFilters(to), period });
          }}
        >
          ${among.map((other) =>
            option(
              amongId(other),
              words.among(other),
              amongId(other) === amongId(choice),
            ),
          )}
        </select></label
      >
      <span>${this.say("views.rank.by")}</span>
      <span
        class="segments"
        role="group"
        aria-label=${this.say("views.rank.by")}
      >
        ${(["level", "change"] as const).map(
          (by) =>
            html`<button
              type="button"
              aria-pressed=${by === this.by}
              @click=${() => {
                this.#go({ ...asFilters(choice), period, by });
              }}
            >
              ${this.say(`views.rank.by.${by}`)}
            </button>`,
        )}
      </span>`;
  }

  #go(detail: RankFilters): void {
    this.dispatchEvent(new CustomEvent<RankFilters>("db-rank", { detail }));
  }
}

function asFilters(choice: RankChoice): RankFilters {
  const { indicator, variant, base, level, parent } = choice;
  return { indicator, variant, base, level, parent };
}

function option(value: string, words: string, selected: boolean) {
  return html`<option value=${value} ?selected=${selected}>${words}</option>`;
}

function distinct(
  choices: readonly RankChoice[],
  id: (choice: RankChoice) => string,
): readonly RankChoice[] {
  return [
    ...new Map([...choices].reverse().map((c) => [id(c), c])).values(),
  ].reverse();
}

declare global {
  interface HTMLElementTagNameMap {
    "db-rank-controls": DbRankControls;
  }
}
