import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ProgressRow } from "../../model/progress.ts";
import { figureText } from "../format/figure.ts";
import { dayWords, periodText } from "../format/period-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { lastMonthEnd } from "../parts/period-choice.ts";
import { statusMark } from "../parts/status-mark.ts";

import { ViewElement } from "../state/view-element.ts";
import { send } from "../state/events.ts";
import { Question } from "../state/question.ts";
import {
  progressChanges,
  type ProgressChanges,
  type StatusChange,
} from "./progress-changes.ts";

const mostMoved = 8;
const mostFirst = 6;
const fewRegions = 6;

/** What changed since the end of last month: verdicts that moved, and figures that are new. */
@customElement("db-overview-changes")
export class DbOverviewChanges extends ViewElement {
  static override styles = [
    baseStyles,
    css`
      h2 {
        padding: 8px 12px 2px;
      }
      p {
        padding: 0 12px 4px;
      }
      h3 {
        padding: 4px 12px 0;
      }
      li {
        display: grid;
        padding: 4px 12px;
        border-bottom: 1px solid var(--line);
        font-size: var(--size-small);
        overflow-wrap: anywhere;
      }
      .move {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 6px;
      }
    `,
  ];

  /** Rows of the day itself, as the view shows them. */
  @property({ attribute: false }) rows: readonly ProgressRow[] = [];

  #before = new Question(
    this,
    () =>
      [this.scope.region, lastMonthEnd(this.scope.asOf), this.journal] as const,
    ([region, asOf]) => this.engine.progress({ region, asOf }),
  );

  /** What stands under it waits for it, rather than being pushed down. */
  protected override willUpdate(): void {
    const { answer, failure } = this.#before;
    this.toggleAttribute("waiting", answer === undefined && failure === null);
  }

  protected override render() {
    const { answer, failure } = this.#before;
    if (failure !== null)
      return html`<p role="alert">
        ${this.say(failure.code, failure.params)}
      </p>`;
    return html`<h2>${this.say("views.overview.changes")}</h2>
      <p class="muted small">
        ${this.say("views.overview.changes_since", {
          day: dayWords(lastMonthEnd(this.scope.asOf), this.language),
        })}
      </p>
      ${
        answer === undefined
          ? nothing
          : this.#changes(progressChanges(answer, this.rows))
      }`;
  }

  #changes({ moved, first }: ProgressChanges) {
    if (moved.length + first.length === 0)
      return html`<p class="muted">
        ${this.say("views.overview.no_changes")}
      </p>`;
    return html`${(["worse", "better"] as const).map((way) => {
      const changes = moved.filter((change) => change.way === way);
      return changes.length === 0
        ? nothing
        : html`<h3>${this.say(`views.overview.${way}`)} ${changes.length}</h3>
            <ul>
              ${changes.slice(0, mostMoved).map((change) => this.#moved(change))}
              ${this.#more(changes.length - mostMoved)}
            </ul>`;
    })}
    ${
      first.length === 0
        ? nothing
        : html`<h3>${this.say("views.overview.first")}</h3>
            <ul>
              ${first.slice(0, mostFirst).map(
                ({ indicator, regions }) =>
                  html`<li>
                    ${this.#link(this.names.indicator(indicator), { indicator })}
                    <span class="muted"
                      >${regions
                        .slice(0, fewRegions)
                        .map((region) => this.names.regionShort(region))
                        .join(this.say("ui.comma"))}${
                        regions.length > fewRegions
                          ? this.say("ui.and_more", { n: regions.length })
                          : ""
                      }</span
                    >
                  </li>`,
              )}
              ${this.#more(first.length - mostFirst)}
            </ul>`
    }`;
  }

  #moved({ row, before }: StatusChange) {
    const { names } = this;
    return html`<li>
      ${this.#link(
        `${names.regionShort(row.region)} ${names.indicator(row.indicator)}`,
        { indicator: row.indicator, region: row.region },
      )}
      <span class="move"
        >${statusMark(before.status, names.status(before.status))} →
        ${statusMark(row.status, names.status(row.status))}
        <span class="muted tabular"
          >${this.say("views.overview.moved", {
            before: this.#figure(before),
            after: this.#figure(row),
          })}</span
        ></span
      >
    </li>`;
  }

  #figure({ period, actual, decimals }: ProgressRow): string {
    return `${periodText(period, this.language)} ${figureText(actual, decimals)}`;
  }

  #more(n: number) {
    return n <= 0
      ? nothing
      : html`<li>${this.#link(this.say("ui.issues.more", { n }), {})}</li>`;
  }

  #link(words: string, filters: Readonly<Record<string, string>>) {
    return html`<button
      type="button"
      class="link"
      @click=${() => {
        send(this, "db-navigate", { view: "targets", filters });
      }}
    >
      ${words}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-overview-changes": DbOverviewChanges;
  }
}
