import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Source } from "../../model/observation.ts";
import type { EngineApi } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { engineContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { Question } from "../state/question.ts";
import "./db-excerpt.ts";

/** The sheet around a source's cell; nothing when its file was not kept. */
@customElement("db-source-excerpt")
export class DbSourceExcerpt extends DbElement {
  static override styles = [
    baseStyles,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6px;
        padding: 10px 12px;
        border-bottom: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) source!: Source;

  @consume({ context: engineContext }) private engine!: EngineApi;

  #excerpt = new Question(
    this,
    () => [this.source] as const,
    ([source]) => this.engine.excerpt(source),
  );

  protected override render() {
    const { answer, failure } = this.#excerpt;
    if (failure !== null)
      return html`<section role="alert">
        ${this.say(failure.code, failure.params)}
      </section>`;
    if (answer === undefined || answer === null) return nothing;
    return html`<section>
      <h3>${this.say("ui.excerpt", { sheet: answer.sheet })}</h3>
      <db-excerpt .excerpt=${answer}></db-excerpt>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-source-excerpt": DbSourceExcerpt;
  }
}
