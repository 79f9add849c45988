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
  type ScopeChange,
  scopeContext,
  stateContext,
  type ViewScope,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import type { Names } from "../state/names.ts";
import type { Theme } from "../state/preferences.ts";
import "./db-month-picker.ts";
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
        padding: 0 6px 0 14px;
        overflow: hidden;
      }
      .name {
        font-size: 16px;
        font-weight: 700;
        color: var(--accent);
        letter-spacing: 1px;
        margin-right: 4px;
        white-space: nowrap;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        color: var(--muted);
        white-space: nowrap;
      }
      label input {
        color: var(--text);
      }
      select {
        flex: 0 1 124px;
        min-width: 84px;
        width: 124px;
      }
      input[type="date"] {
        width: 122px;
        padding-right: 4px;
      }
      db-month-picker {
        flex: none;
      }
      .search {
        position: relative;
        flex: 1 1 120px;
        min-width: 72px;
        max-width: 240px;
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
        flex: 1 0 0;
      }
      .saved {
        flex: 0 1 auto;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        color: var(--muted);
        font-size: var(--size-small);
        white-space: nowrap;
      }
      .saved.memory {
        color: var(--far);
      }
      .group {
        display: flex;
        flex: none;
      }
      /* Projected: what has a key or another way goes first. */
      @media (max-width: 1180px) {
        .saved:not(.memory),
        .spare,
        label > span {
          display: none;
        }
      }
      @media (max-width: 960px) {
        .words {
          display: none;
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
      <select
        name="region"
        aria-label=${this.say("ui.scope.region")}
        title=${this.say("ui.scope.region")}
        @change=${(event: Event) => {
          this.#scope({ region: valueOf(event) });
        }}
      >
        ${regionOptions(this.names, this.scope.region, this.say("ui.scope.everywhere"), this.journal.dataRegions)}
      </select>
      <db-month-picker
        .month=${this.scope.month}
        .toDate=${this.scope.toDate}
        .months=${this.journal.dataMonths}
        @db-month=${(event: CustomEvent<ScopeChange>) => {
          this.#scope(event.detail);
        }}
      ></db-month-picker>
      <label title=${this.say("ui.scope.as_of")}
        ><span>${this.say("ui.scope.as_of")}</span>
        <input
          aria-label=${this.say("ui.scope.as_of")}
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
          aria-label=${this.say("ui.import.files")}
          @click=${() => {
            send(this, "db-pick", "files");
          }}
        >
          ${icon("file")}<span class="words"
            >${this.say("ui.import.files")}</span
          >
        </button>
        <button
          type="button"
          class="quiet icon spare"
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

  #scope(change: ScopeChange): void {
    send(this, "db-scope", change);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-top-bar": DbTopBar;
  }
}
