import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { StateInfo } from "../../worker/api.ts";
import { describeNamed } from "../format/param-words.ts";
import { ago, stampText } from "../format/time-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { icon } from "../parts/icon.ts";
import { regionOptions } from "../parts/region-options.ts";
import {
  namesContext,
  scopeContext,
  stateContext,
  type ViewScope,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import type { Names } from "../state/names.ts";
import type { Theme } from "../state/preferences.ts";
import { valueOf } from "../state/value-of.ts";

/**
 * Name, scope, as-of day, search, import, undo and redo, save state, language,
 * theme. Sends `db-skip` when a keyboard user wants to go past it.
 */
@customElement("db-top-bar")
export class DbTopBar extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        border-bottom: 1px solid var(--line);
        background: var(--surface);
      }
      header {
        display: flex;
        align-items: center;
        gap: 6px;
        height: 39px;
        padding: 0 8px 0 14px;
      }
      .name {
        font-size: 16px;
        font-weight: 700;
        color: var(--accent);
        letter-spacing: 1px;
        margin-right: 10px;
        white-space: nowrap;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        color: var(--muted);
        white-space: nowrap;
      }
      label select,
      label input {
        color: var(--text);
      }
      select {
        width: 132px;
      }
      .search {
        position: relative;
        flex: 1 1 160px;
        min-width: 100px;
        max-width: 260px;
      }
      .search input {
        width: 100%;
        padding-left: 28px;
      }
      .search svg {
        position: absolute;
        left: 8px;
        color: var(--muted);
      }
      .space {
        flex: 1;
      }
      .saved {
        color: var(--muted);
        font-size: var(--size-small);
        white-space: nowrap;
        margin: 0 6px;
      }
      .saved.memory {
        color: var(--far);
      }
      .group {
        display: flex;
        flex: none;
      }
      /* Projected: the words before the fields make room for the buttons. */
      @media (max-width: 1100px) {
        label {
          font-size: 0;
          gap: 0;
        }
        label select,
        label input {
          font-size: var(--size);
        }
        select {
          width: 112px;
        }
        .saved {
          min-width: 0;
          overflow: hidden;
          text-overflow: ellipsis;
        }
        .search {
          min-width: 72px;
        }
      }
      .skip {
        position: fixed;
        z-index: 30;
        top: -60px;
        left: 8px;
        padding: 6px 12px;
        background: var(--surface);
        color: var(--accent);
        border: 1px solid var(--line-strong);
      }
      .skip:focus {
        top: 4px;
      }
    `,
  ];

  /** When the journal was last written, in milliseconds; null when it never was. */
  @property({ attribute: false }) savedAt: number | null = null;
  @property({ attribute: false }) theme: Theme = "light";

  @consume({ context: scopeContext, subscribe: true })
  @state()
  private scope!: ViewScope;

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;

  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;

  @query("input[type=search]") private search!: HTMLInputElement;
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => {
      this.requestUpdate();
    }, 15000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  focusSearch(): void {
    this.search.focus();
    this.search.select();
  }

  protected override render() {
    return html`<header>
      <a
        class="skip"
        href="#work"
        @click=${(event: Event) => {
          event.preventDefault();
          this.dispatchEvent(new CustomEvent("db-skip"));
        }}
        >${this.say("ui.skip")}</a
      >
      <span class="name">${this.say("ui.app")}</span>
      <label
        >${this.say("ui.scope.region")}
        <select
          @change=${(event: Event) => {
            this.#scope({ region: valueOf(event) });
          }}
        >
          ${regionOptions(this.names, this.scope.region, this.say("ui.scope.everywhere"))}
        </select></label
      >
      <label
        >${this.say("ui.scope.as_of")}
        <input
          type="date"
          required
          list="days"
          .value=${this.scope.asOf}
          @change=${(event: Event) => {
            this.#scope({ asOf: valueOf(event) });
          }}
        />
        <datalist id="days">
          ${this.journal.dataDays.map(
            (day) => html`<option value=${day}></option>`,
          )}
        </datalist>
      </label>
      <label class="search">
        ${icon("search", 14)}
        <input
          type="search"
          placeholder=${this.say("ui.search")}
          aria-label=${this.say("ui.search.label")}
          .value=${this.scope.search}
          @input=${(event: Event) => {
            this.#scope({ search: valueOf(event) });
          }}
        />
      </label>
      <span class="space"></span>
      ${this.#saved()} ${this.#buttons()}
    </header>`;
  }

  #buttons() {
    const { canUndo, canRedo, undoes } = this.journal;
    const undo =
      undoes === null
        ? this.say("ui.undo")
        : this.say("ui.undo.what", {
            what: describeNamed(undoes.code, undoes.params, this.names),
          });
    return html`<div class="group">
        <button
          type="button"
          class="quiet"
          title=${this.say("ui.import.files.hint")}
          @click=${() => {
            send(this, "db-pick", "files");
          }}
        >
          ${icon("file")}${this.say("ui.import.files")}
        </button>
        <button
          type="button"
          class="quiet icon"
          title=${this.say("ui.import.folder")}
          aria-label=${this.say("ui.import.folder")}
          @click=${() => {
            send(this, "db-pick", "folder");
          }}
        >
          ${icon("folder")}
        </button>
      </div>
      <div class="group">
        ${this.#tool("undo", undo, "db-undo", !canUndo)}
        ${this.#tool("redo", this.say("ui.redo"), "db-redo", !canRedo)}
      </div>
      <div class="group">
        <button
          type="button"
          class="quiet"
          lang=${this.language === "zh" ? "en" : "zh-CN"}
          @click=${() => {
            send(this, "db-language", this.language === "zh" ? "en" : "zh");
          }}
        >
          ${this.language === "zh" ? "English" : "中文"}
        </button>
        <button
          type="button"
          class="quiet icon"
          title=${this.say("ui.theme")}
          aria-label=${this.say("ui.theme")}
          aria-pressed=${this.theme === "dark"}
          @click=${() => {
            send(this, "db-theme", this.theme === "dark" ? "light" : "dark");
          }}
        >
          ${icon(this.theme === "dark" ? "light" : "dark")}
        </button>
        ${this.#tool("print", this.say("views.print"), "db-print", false)}
        <button
          type="button"
          class="quiet icon"
          title=${this.say("views.room")}
          aria-label=${this.say("views.room")}
          @click=${() => {
            send(this, "db-room", true);
          }}
        >
          ${icon("room")}
        </button>
        ${this.#tool("settings", this.say("ui.settings"), "db-settings", false)}
        ${this.#tool("help", this.say("ui.help"), "db-help", false)}
      </div>`;
  }

  #tool(
    name: "undo" | "redo" | "print" | "settings" | "help",
    words: string,
    event: "db-undo" | "db-redo" | "db-print" | "db-settings" | "db-help",
    disabled: boolean,
  ) {
    return html`<button
      type="button"
      class="quiet icon"
      title=${words}
      aria-label=${words}
      ?disabled=${disabled}
      @click=${() => {
        send(this, event, null);
      }}
    >
      ${icon(name)}
    </button>`;
  }

  #saved() {
    if (!this.journal.persistent)
      return html`<span class="saved memory" role="status"
        >${this.say("ui.saved.memory")}</span
      >`;
    if (this.savedAt === null) return nothing;
    const { unit, n } = ago(this.savedAt, Date.now());
    return html`<span class="saved" title=${stampText(this.savedAt)}
      >${this.say("ui.saved", { when: this.say(`ui.ago.${unit}`, { n }) })}</span
    >`;
  }

  #scope(change: Partial<ViewScope>): void {
    send(this, "db-scope", { ...this.scope, ...change });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-top-bar": DbTopBar;
  }
}
