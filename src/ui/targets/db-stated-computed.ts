import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ProgressRow } from "../../model/progress.ts";
import { describe } from "../../text/words.ts";
import type { PartsReport, StateInfo } from "../../worker/api.ts";
import { figureText, signedText } from "../format/figure.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { factsStyles } from "../parts/facts-styles.ts";
import { stateContext } from "../state/contexts.ts";
import { EngineElement } from "../state/engine-element.ts";
import { Question } from "../state/question.ts";

const rules = ["sum", "mean", "ratioOfSums", "worst"] as const;

/** What is stated for a region beside what its parts come to; nothing where it has none that are known. */
@customElement("db-stated-computed")
export class DbStatedComputed extends EngineElement {
  static override styles = [
    baseStyles,
    factsStyles,
    css`
      dt {
        white-space: normal;
      }
      .apart {
        color: var(--far);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) row!: ProgressRow;

  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;

  #parts = new Question(
    this,
    () => {
      const { indicator, region, period, variant, base } = this.row;
      return period === ""
        ? null
        : ([indicator, region, period, variant, base, this.journal] as const);
    },
    ([indicator, region, period, variant, base]) =>
      this.engine.parts(indicator, region, period, variant, base),
  );

  protected override render() {
    const report = this.#parts.answer;
    return report === undefined || report === null || report.partial === null
      ? nothing
      : this.#report(report);
  }

  #report(report: PartsReport) {
    const { names, language } = this;
    const { decimals } = this.row;
    const unit = names.unit(report.unit);
    const shown = decimals === null ? null : decimals + 1;
    const rule = rules.find((known) => known === report.rule);
    const known = report.parts.filter(({ value }) => value !== null).length;
    const apart = (report.difference ?? 0) !== 0;
    return html`<section>
      <h3>${this.say("targets.parts")}</h3>
      <dl>
        <dt>${this.say("targets.parts.stated")}</dt>
        <dd>${figureText(report.stated, null)} ${unit}</dd>
        <dt>
          ${this.say(
            report.computed === null
              ? "targets.parts.partial"
              : "targets.parts.computed",
            { n: known },
          )}
        </dt>
        <dd>${figureText(report.computed ?? report.partial, shown)} ${unit}</dd>
        ${
          report.difference === null
            ? nothing
            : html`<dt>${this.say("targets.parts.difference")}</dt>
                <dd class=${apart ? "apart" : ""}>
                  ${signedText(report.difference, shown)}
                </dd>`
        }
      </dl>
      <p class="muted small">
        ${rule === undefined ? nothing : this.say(`targets.parts.rule.${rule}`)}
        ${report.reason === "" ? nothing : describe(report.reason, {}, language)}
        ${report.unweighted ? this.say("targets.parts.unweighted") : nothing}
        ${
          report.missing.length === 0
            ? nothing
            : this.say("targets.parts.missing", {
                names: report.missing
                  .map((code) => names.regionShort(code))
                  .join(this.say("ui.comma")),
              })
        }
      </p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-stated-computed": DbStatedComputed;
  }
}
