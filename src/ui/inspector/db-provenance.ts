import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { EngineApi, Provenance, StateInfo } from "../../worker/api.ts";
import { figureText } from "../format/figure.ts";
import { stampText } from "../format/time-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { engineContext, stateContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { Question } from "../state/question.ts";
import "./db-excerpt.ts";

/** Where the value of a key came from: its history, and the cell in its original sheet. */
@customElement("db-provenance")
export class DbProvenance extends DbElement {
  static override styles = [
    baseStyles,
    css`
      section {
        padding: 10px 12px;
        border-bottom: 1px solid var(--line);
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6px;
        font-size: var(--size-small);
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 10px;
        padding: 4px 0;
      }
      li b {
        font-variant-numeric: tabular-nums;
        text-align: right;
        min-width: 48px;
      }
      li b.old {
        font-weight: 400;
        color: var(--muted);
      }
      s {
        color: var(--muted);
      }
      .where {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Key of the observation as `keyText` writes it. */
  @property({ attribute: false }) key = "";

  @consume({ context: engineContext }) private engine!: EngineApi;
  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;

  #answer = new Question(
    this,
    () => [this.key, this.journal] as const,
    ([key]) => this.engine.provenance(key),
  );

  protected override render() {
    const { answer, failure } = this.#answer;
    if (failure !== null)
      return html`<section role="alert">
        ${this.say(failure.code, failure.params)}
      </section>`;
    if (answer === undefined || answer.key !== this.key) return nothing;
    return html`${this.#excerpt(answer)}
      <section>
        <h3>${this.say("ui.history")}</h3>
        ${
          answer.history.length === 0
            ? html`<p class="muted">${this.say("ui.history.none")}</p>`
            : html`<ul>
                ${answer.history.map((line) => this.#line(line))}
              </ul>`
        }
      </section>`;
  }

  #line(line: Provenance["history"][number]) {
    const value =
      line.value === null
        ? line.missing || figureText(null, null)
        : figureText(line.value, null);
    const { file, sheet, cell } = line.source;
    const where = [file, sheet, cell].filter((part) => part !== "").join(" · ");
    return html`<li>
      <b class=${line.inForce ? "" : "old"}
        >${line.undone ? html`<s>${value}</s>` : value}</b
      >
      <span>
        <span class="where"
          >${where === "" ? this.say(`ui.history.${line.kind}`) : where}</span
        >
        <span class="muted tabular"
          >${[
            line.who,
            stampText(line.at),
            line.inForce ? this.say("ui.history.in_force") : "",
            line.undone ? this.say("ui.history.undone") : "",
          ]
            .filter((part) => part !== "")
            .join(" · ")}</span
        >
      </span>
    </li>`;
  }

  #excerpt({ excerpt, history }: Provenance) {
    if (excerpt === null) return nothing;
    const inForce = history.find((line) => line.inForce);
    return html`<section>
      <h3>${this.say("ui.excerpt", { sheet: excerpt.sheet })}</h3>
      ${
        inForce?.kind === "edit"
          ? html`<p class="muted">${this.say("views.excerpt.replaced")}</p>`
          : nothing
      }
      <db-excerpt .excerpt=${excerpt}></db-excerpt>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-provenance": DbProvenance;
  }
}
