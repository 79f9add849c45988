import { css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";

/** A place that is not built yet: says what will be there. */
@customElement("db-planned")
export class DbPlanned extends DbElement {
  static override styles = [
    baseStyles,
    viewStyles,
    css`
      section {
        padding: 32px;
        max-width: 640px;
        display: grid;
        gap: 12px;
      }
      ul {
        display: grid;
        gap: 6px;
      }
      li {
        padding-left: 12px;
        border-left: 2px solid var(--line-strong);
      }
    `,
  ];

  protected override render() {
    return html`<div class="bar">
        <h1>${this.say("ui.view.audit")}</h1>
      </div>
      <section>
        <p>${this.say("ui.planned")}</p>
        <ul>
          <li>${this.say("ui.planned.audit.one")}</li>
          <li>${this.say("ui.planned.audit.two")}</li>
          <li>${this.say("ui.planned.audit.three")}</li>
        </ul>
        <p class="muted">${this.say("ui.planned.audit.until")}</p>
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-planned": DbPlanned;
  }
}
