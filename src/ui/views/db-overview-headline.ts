import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ProgressRow } from "../../model/progress.ts";
import "../chart/db-multiples.ts";
import { baseStyles } from "../parts/base-styles.ts";

import { ViewElement } from "../state/view-element.ts";
import { send } from "../state/events.ts";
import { Question } from "../state/question.ts";
import { valueOf } from "../state/value-of.ts";
import { headline, headlineChoices } from "./headline.ts";
import { citiesShown, multiplesOf } from "./multiples-of.ts";

/** One indicator in every city, side by side; each leads to its rows. */
@customElement("db-overview-headline")
export class DbOverviewHeadline extends ViewElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        --multiple: 74px;
      }
      /* What it will take, so that nothing above it jumps when it comes. */
      :host([waiting]) {
        min-height: 130px;
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 4px 12px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        font-weight: 600;
      }
      select {
        height: 24px;
        font-weight: 400;
      }
    `,
  ];

  /** Rows of the day, for targets and statuses. */
  @property({ attribute: false }) rows: readonly ProgressRow[] = [];
  /** Indicator asked for; empty for the app's own choice. */
  @property({ attribute: false }) indicator = "";

  /** Whatever the region looked at: the cities are compared with each other. */
  #choices = new Question(
    this,
    () => [this.scope.asOf, this.journal] as const,
    ([asOf]) => this.engine.rankChoices({ region: "", asOf }),
  );
  #trends = new Question(
    this,
    () => {
      const chosen = headline(this.#choices.answer ?? [], this.indicator);
      return chosen === null
        ? null
        : ([chosen.indicator, this.scope.asOf, this.journal] as const);
    },
    ([indicator, asOf]) =>
      this.engine.trends([indicator], { region: "", asOf }),
  );

  protected override willUpdate(): void {
    const { answer, failure } = this.#choices;
    const comes =
      answer === undefined
        ? failure === null
        : headline(answer, this.indicator) !== null &&
          this.#trends.answer === undefined &&
          this.#trends.failure === null;
    this.toggleAttribute("waiting", comes);
  }

  protected override render() {
    const { answer } = this.#choices;
    const chosen = headline(answer ?? [], this.indicator);
    if (answer === undefined || chosen === null) return nothing;
    const info = this.names.indicatorInfo(chosen.indicator);
    const unit = this.names.unit(info?.unit ?? "1");
    return html`<header>
        <label
          >${this.say("views.overview.headline")}
          <select
            @change=${(event: Event) => {
              send(this, "db-navigate", {
                view: "overview",
                filters: { headline: valueOf(event) },
              });
            }}
          >
            ${headlineChoices(answer).map(
              ({ indicator }) =>
                html`<option
                  value=${indicator}
                  ?selected=${indicator === chosen.indicator}
                >
                  ${this.names.indicator(indicator)}
                </option>`,
            )}
          </select></label
        >
        <span class="muted small">${unit}</span>
      </header>
      <db-multiples
        .cells=${multiplesOf(
          {
            ...chosen,
            regions: citiesShown(this.names, this.journal.dataRegions),
          },
          this.#trends.answer ?? [],
          this.rows,
          this.names,
        )}
        .decimals=${info?.decimals ?? null}
        .unit=${unit}
        @db-multiple=${(event: CustomEvent<string>) => {
          send(this, "db-navigate", {
            view: "targets",
            filters: { indicator: chosen.indicator, region: event.detail },
          });
        }}
      ></db-multiples>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-overview-headline": DbOverviewHeadline;
  }
}
