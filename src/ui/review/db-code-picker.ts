import { consume } from "@lit/context";
import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { ReviewChoice } from "../../worker/api.ts";
import { baseStyles } from "../parts/base-styles.ts";
import "../parts/period-input.ts";
import {
  optionId,
  optionItem,
  optionListStyles,
  showActive,
  steppedOption,
} from "../parts/option-list.ts";
import { periodAt } from "../parts/period-choice.ts";
import {
  type CodeEntry,
  codeEntries,
  EntryKeys,
  type ListedRole,
  listedRoles,
} from "../search/code-entries.ts";
import { loadPinyin, simplified } from "../search/pinyin-keys.ts";
import { search } from "../search/search-keys.ts";
import {
  namesContext,
  scopeContext,
  type ViewScope,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";
import { valueOf } from "../state/value-of.ts";

/** Entries shown at once. */
const most = 60;

/** Shared by all pickers of a page: pinyin is made once. */
const keys = new EntryKeys();
let pinyin: Promise<void> | null = null;

/**
 * Chooses an indicator, a region, a measure, a unit or a period. Typing
 * searches names, pinyin and its first letters. Sends `db-chosen`
 * ({@link ReviewChoice}) and `db-leave` on Escape.
 */
@customElement("db-code-picker")
export class DbCodePicker extends DbElement {
  static override styles = [
    baseStyles,
    optionListStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      input[type="text"] {
        flex: 1;
        min-width: 120px;
      }
      select {
        flex: none;
      }
      ul {
        max-height: 200px;
        background: var(--surface);
      }
      li {
        overflow-wrap: anywhere;
      }
      li span:last-child {
        white-space: nowrap;
      }
      p {
        font-size: var(--size-small);
      }
    `,
  ];

  /** What is asked first; the other kinds can be chosen beside it. */
  @property({ attribute: false }) asked: ReviewChoice["role"] = "indicator";
  /** False where only the kind asked about makes sense. */
  @property({ attribute: false }) anyKind = true;

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;
  @consume({ context: scopeContext, subscribe: true })
  @state()
  private scope!: ViewScope;

  @state() private kind: ReviewChoice["role"] = "indicator";
  @state() private typed = "";
  @state() private plain = "";
  @state() private active = 0;
  @state() private period = "";
  /** True while the field has the focus: the list takes room that other questions need. */
  @state() private open = false;
  @query("input, db-period-input") private first!: HTMLElement;

  override connectedCallback(): void {
    super.connectedCallback();
    pinyin ??= loadPinyin().then((make) => {
      keys.use(make);
    });
    // Without pinyin names are still found.
    pinyin.then(
      () => {
        this.requestUpdate();
      },
      () => {
        pinyin = null;
      },
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("asked")) this.kind = this.asked;
    if (this.period === "") this.period = periodAt(this.scope.asOf);
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      this.first.focus();
    });
  }

  protected override render() {
    return html`<div class="row">
        ${this.anyKind ? this.#kinds() : nothing}
        ${this.kind === "period" ? this.#period() : this.#field()}
      </div>
      ${this.kind === "period" || !this.open ? nothing : this.#list()}`;
  }

  #kinds() {
    return html`<select
      aria-label=${this.say("review.pick.kind")}
      @change=${(event: Event) => {
        const kind = [...listedRoles, "period" as const].find(
          (known) => known === valueOf(event),
        );
        if (kind !== undefined) this.kind = kind;
        this.active = 0;
      }}
    >
      ${[...listedRoles, "period" as const].map(
        (role) =>
          html`<option value=${role} ?selected=${role === this.kind}>
            ${this.say(`ui.asked.${role}`)}
          </option>`,
      )}
    </select>`;
  }

  #period() {
    return html`<db-period-input
        .value=${this.period}
        @db-period=${(event: CustomEvent<string>) => {
          this.period = event.detail;
        }}
      ></db-period-input>
      <button
        type="button"
        @click=${() => {
          this.#choose({ role: "period", code: this.period });
        }}
      >
        ${this.say("review.use_period")}
      </button>`;
  }

  #field() {
    const entries = this.#entries;
    return html`<input
      type="text"
      role="combobox"
      autocomplete="off"
      spellcheck="false"
      aria-expanded=${this.open ? "true" : "false"}
      aria-controls="list"
      aria-autocomplete="list"
      aria-activedescendant=${!this.open || entries.length === 0 ? nothing : optionId(this.active)}
      aria-label=${this.say("review.pick", { what: this.say(`ui.asked.${this.#role}`) })}
      placeholder=${this.say("review.pick.hint")}
      title=${this.say("review.pick.hint")}
      .value=${this.typed}
      @focus=${() => {
        this.open = true;
      }}
      @blur=${() => {
        this.open = false;
      }}
      @input=${(event: Event) => {
        this.typed = valueOf(event);
        this.plain = this.typed;
        this.active = 0;
        void this.#simplify(this.typed);
      }}
      @keydown=${this.#key}
    />`;
  }

  get #role(): ListedRole {
    return listedRoles.find((role) => role === this.kind) ?? "indicator";
  }

  get #entries(): readonly CodeEntry[] {
    return search(codeEntries(this.names, this.#role), keys.of, this.plain);
  }

  #list() {
    const entries = this.#entries;
    if (entries.length === 0)
      return html`<p class="muted" role="status">
        ${this.say("review.pick.none")}
      </p>`;
    return html`<ul
        id="list"
        role="listbox"
        tabindex="-1"
        aria-label=${this.say(`ui.asked.${this.#role}`)}
      >
        ${entries.slice(0, most).map((entry, at) =>
          optionItem(at, this.active, entry.label, entry.hint, () => {
            this.#choose(entry);
          }),
        )}
      </ul>
      ${
        entries.length > most
          ? html`<p class="muted">
              ${this.say("review.pick.more", { n: entries.length - most })}
            </p>`
          : nothing
      }`;
  }

  async #simplify(typed: string): Promise<void> {
    const plain = await simplified(typed).catch(() => typed);
    if (typed === this.typed) this.plain = plain;
  }

  #key = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const count = Math.min(most, this.#entries.length);
    if (event.key === "Escape") {
      event.stopPropagation();
      this.dispatchEvent(new CustomEvent("db-leave"));
      return;
    }
    if (event.key === "Enter") {
      const entry = this.#entries[this.active];
      event.preventDefault();
      if (entry !== undefined) this.#choose(entry);
      return;
    }
    const to = steppedOption(event.key, this.active, count);
    if (to === null) return;
    event.preventDefault();
    this.active = to;
    showActive(this);
  };

  #choose({ role, code }: ReviewChoice): void {
    this.dispatchEvent(
      new CustomEvent<ReviewChoice>("db-chosen", { detail: { role, code } }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-code-picker": DbCodePicker;
  }
}
