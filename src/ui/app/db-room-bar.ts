import { consume } from "@lit/context";
import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { dayWords } from "../format/period-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { icon } from "../parts/icon.ts";
import {
  namesContext,
  scopeContext,
  type ViewScope,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import type { Names } from "../state/names.ts";
import type { ViewName } from "../state/route.ts";

/** What is worth showing on a wall, in the order it is turned through. */
const shown = ["overview", "targets", "rank", "data", "ledger"] as const;

/** The one line above a view in the meeting room: what, where, as of when, and the way on and out. */
@customElement("db-room-bar")
export class DbRoomBar extends DbElement {
  static override styles = [
    baseStyles,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        height: 34px;
        padding: 0 8px 0 14px;
        border-bottom: 1px solid var(--line);
        background: var(--surface);
      }
      b {
        font-size: var(--size-large);
      }
      .space {
        flex: 1;
      }
    `,
  ];

  @property({ attribute: false }) view: ViewName = "overview";

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;
  @consume({ context: scopeContext, subscribe: true })
  @state()
  private scope!: ViewScope;

  protected override render() {
    const { region, asOf } = this.scope;
    return html`<header>
      <b>${this.say(`ui.view.${this.view}`)}</b>
      <span class="muted"
        >${[
          region === ""
            ? this.say("ui.scope.everywhere")
            : this.names.region(region),
          this.say("views.print.as_of", { day: dayWords(asOf, this.language) }),
        ].join(" · ")}</span
      >
      <span class="space"></span>
      ${this.#step("previous", -1)} ${this.#step("next", 1)}
      <button
        type="button"
        class="quiet"
        @click=${() => {
          send(this, "db-room", false);
        }}
      >
        ${icon("close", 12)}${this.say("views.room.exit")}
      </button>
    </header>`;
  }

  #step(name: "previous" | "next", by: 1 | -1) {
    const words = this.say(`views.room.${name}`);
    return html`<button
      type="button"
      class="quiet icon"
      title=${words}
      aria-label=${words}
      @click=${() => {
        const at = shown.findIndex((view) => view === this.view);
        const to = shown[(at + by + shown.length) % shown.length];
        if (to !== undefined)
          send(this, "db-navigate", { view: to, filters: {} });
      }}
    >
      ${icon(name)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-room-bar": DbRoomBar;
  }
}
