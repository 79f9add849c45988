import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ProgressRow } from "../../model/progress.ts";
import type { EngineApi, StateInfo } from "../../worker/api.ts";
import { describeNamed } from "../format/param-words.ts";
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

/** How a row was computed, step by step. Rows come without it: it is asked for when one is opened. */
@customElement("db-trace")
export class DbTrace extends DbElement {
  static override styles = [
    baseStyles,
    css`
      section {
        display: grid;
        gap: 6px;
        padding: 10px 12px;
        border-bottom: 1px solid var(--line);
      }
      ol {
        display: grid;
        gap: 5px;
        font-size: var(--size-small);
      }
      li {
        padding-left: 10px;
        border-left: 2px solid var(--line);
        overflow-wrap: anywhere;
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

  #whole = new Question(
    this,
    () => [this.row, this.scope.asOf, this.journal] as const,
    ([{ targetId, indicator, region, variant, base }, asOf]) =>
      this.engine.progressRow(
        { targetId, indicator, region, variant, base },
        asOf,
      ),
  );

  protected override render() {
    const { answer, failure } = this.#whole;
    if (failure !== null)
      return html`<section role="alert">
        ${this.say(failure.code, failure.params)}
      </section>`;
    const trace = answer?.trace ?? [];
    if (trace.length === 0) return nothing;
    return html`<section>
      <h3>${this.say("ui.trace")}</h3>
      <ol>
        ${trace.map(
          (step) =>
            html`<li>${describeNamed(step.code, step.params, this.names)}</li>`,
        )}
      </ol>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-trace": DbTrace;
  }
}
