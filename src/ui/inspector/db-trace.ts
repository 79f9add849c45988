import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ProgressRow } from "../../model/progress.ts";
import { describeNamed } from "../format/param-words.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";

/** How a row was computed, step by step. Rows come without it: the inspector asks for it. */
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

  /** With its trace; null while it is not there. */
  @property({ attribute: false }) row: ProgressRow | null = null;

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;

  protected override render() {
    const trace = this.row?.trace ?? [];
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
