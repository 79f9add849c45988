import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ProgressRow, RestOfWindow } from "../../model/progress.ts";
import { describe } from "../../text/words.ts";
import type { EngineApi, StateInfo } from "../../worker/api.ts";
import { dash, figureText, signedText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import {
  engineContext,
  namesContext,
  scopeContext,
  stateContext,
  type ViewScope,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";
import { Question } from "../state/question.ts";
import { chanceText, methodWords, monthWords } from "./outlook-words.ts";

/** What is to come for one row: the months that are left, the forecast with its chance, the gap to the next rank. */
@customElement("db-row-outlook")
export class DbRowOutlook extends DbElement {
  static override styles = [
    baseStyles,
    css`
      section {
        padding: 10px 12px;
        border-bottom: 1px solid var(--line);
        display: grid;
        gap: 6px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 3px 12px;
      }
      dt,
      th {
        color: var(--muted);
        font-weight: 400;
        white-space: nowrap;
      }
      dd,
      td,
      th {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      dd {
        overflow-wrap: anywhere;
      }
      table {
        width: 100%;
        font-size: var(--size-small);
      }
      th,
      td {
        padding: 2px 0 2px 8px;
        border-bottom: 1px solid var(--line);
      }
      th:first-child {
        text-align: left;
        padding-left: 0;
      }
      tbody th {
        color: var(--text);
      }
    `,
  ];

  @property({ attribute: false }) row!: ProgressRow;

  @consume({ context: engineContext }) private engine!: EngineApi;
  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;
  @consume({ context: scopeContext, subscribe: true })
  @state()
  private scope!: ViewScope;
  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;

  /** The row with what rows of a list are sent without. */
  #whole = new Question(
    this,
    () => [this.row, this.scope.asOf, this.journal] as const,
    ([{ targetId, indicator, region, variant, base }, asOf]) =>
      this.engine.progressRow(
        { targetId, indicator, region, variant, base },
        asOf,
      ),
  );

  #rank = new Question(
    this,
    () => {
      const { indicator, region, period, variant, base, actual } = this.row;
      return period === "" || actual === null
        ? null
        : ([indicator, region, period, variant, base, this.journal] as const);
    },
    ([indicator, region, period, variant, base]) =>
      this.engine.nextRank({ indicator, region, period, variant, base }),
  );

  protected override render() {
    const row = this.#whole.answer ?? this.row;
    return html`${row.rest === null ? nothing : this.#rest(row, row.rest)}
    ${row.targetId === null || this.#whole.pending ? nothing : this.#forecast(row)}
    ${this.#next()}`;
  }

  #rest(row: ProgressRow, { months, years }: RestOfWindow) {
    const { names, language } = this;
    const cells = months.map((month) => monthWords(month, row, names));
    const [first] = months;
    if (first === undefined) return nothing;
    const edges = first.kind === "mean" || first.kind === "days";
    return html`<section>
      <h3>${this.say("targets.rest", { unit: names.unit(row.unit) })}</h3>
      <table>
        <thead>
          <tr>
            <th>${this.say("targets.rest.month")}</th>
            <th>${this.say("targets.rest.day_count")}</th>
            <th>${this.say(`targets.rest.${first.kind}`)}</th>
            ${
              edges
                ? html`<th
                    title=${first.kind === "mean" ? this.say("targets.rest.edge.hint") : ""}
                  >
                    ${this.say(first.kind === "mean" ? "targets.rest.edge" : "targets.rest.affordable")}
                  </th>`
                : nothing
            }
          </tr>
        </thead>
        <tbody>
          ${months.map(
            ({ period, days }, at) =>
              html`<tr>
                <th>${periodText(period, language)}</th>
                <td>${days}</td>
                <td>${cells[at]?.strict}</td>
                ${edges ? html`<td>${cells[at]?.edge}</td>` : nothing}
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="muted small">
        ${
          first.kind === "level"
            ? this.say("targets.rest.straight")
            : years.length === 0
              ? this.say("targets.rest.by_days")
              : this.say("targets.rest.by_years", {
                  years: [...years]
                    .sort((a, b) => a - b)
                    .join(this.say("ui.comma")),
                })
        }
      </p>
    </section>`;
  }

  #forecast(row: ProgressRow) {
    const { names, language } = this;
    const { outlook } = row;
    const unit = names.unit(row.unit);
    if (outlook === null) {
      const reason = row.reasons["forecast"];
      return reason === undefined
        ? nothing
        : html`<section>
            <h3>${this.say("targets.outlook")}</h3>
            <p class="muted">${describe(reason, {}, language)}</p>
          </section>`;
    }
    return html`<section>
      <h3>
        ${this.say("targets.outlook.by", {
          deadline: periodText(row.deadline, language),
        })}
      </h3>
      <dl>
        <dt>${this.say("targets.outlook.value")}</dt>
        <dd>${figureText(outlook.value, row.decimals)} ${unit}</dd>
        ${
          outlook.draws === 0
            ? nothing
            : html`<dt>${this.say("targets.outlook.band")}</dt>
                <dd>
                  ${figureText(outlook.low, row.decimals)}–${figureText(
                    outlook.high,
                    row.decimals,
                  )}
                </dd>
                <dt>${this.say("targets.outlook.chance")}</dt>
                <dd>${chanceText(outlook)}</dd>`
        }
      </dl>
      <p class="muted small">${methodWords(outlook, names)}</p>
    </section>`;
  }

  #next() {
    const { answer } = this.#rank;
    const { row, names, language } = this;
    if (answer === undefined || answer === null) return nothing;
    return html`<section>
      <h3>
        ${this.say("targets.rank", { period: periodText(row.period, language) })}
      </h3>
      <dl>
        <dt>${this.say("targets.rank.place")}</dt>
        <dd>
          ${this.say("targets.rank.of", { rank: answer.rank, n: answer.of })}
        </dd>
        ${
          answer.nextRank === null
            ? nothing
            : html`<dt>
                  ${this.say("targets.rank.level", { rank: answer.nextRank })}
                </dt>
                <dd>
                  ${signedText(answer.level, row.decimals)}
                  （${answer.next.map((code) => names.regionShort(code)).join(this.say("ui.comma"))}）
                </dd>
                <dt>${this.say("targets.rank.overtake")}</dt>
                <dd>
                  ${
                    answer.overtake === null
                      ? dash
                      : signedText(answer.overtake, row.decimals)
                  }
                </dd>`
        }
      </dl>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-row-outlook": DbRowOutlook;
  }
}
