import { consume } from "@lit/context";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ProgressRow } from "../../model/progress.ts";
import type { StateInfo } from "../../worker/api.ts";
import { dash, signedText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { factsStyles } from "../parts/facts-styles.ts";
import { stateContext } from "../state/contexts.ts";
import { EngineElement } from "../state/engine-element.ts";
import { Question } from "../state/question.ts";

/** What stands between a region and the rank before its own, on the figure of a row; nothing where it has none. */
@customElement("db-next-rank")
export class DbNextRank extends EngineElement {
  static override styles = [baseStyles, factsStyles];

  @property({ attribute: false }) row!: ProgressRow;

  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;

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
                  ${signedText(answer.level, row.decimals)}${this.say(
                    "ui.aside",
                    {
                      text: answer.next
                        .map((code) => names.regionShort(code))
                        .join(this.say("ui.comma")),
                    },
                  )}
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
    "db-next-rank": DbNextRank;
  }
}
