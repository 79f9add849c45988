import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { LogLine, StateInfo } from "../../worker/api.ts";
import { describeNamed } from "../format/param-words.ts";
import { stampText } from "../format/time-text.ts";
import {
  AttemptController,
  attemptStyles,
} from "../parts/attempt-controller.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { download } from "../parts/download.ts";
import { DialogController } from "../parts/dialog-controller.ts";
import { icon } from "../parts/icon.ts";
import { stateContext } from "../state/contexts.ts";
import { AuthorElement } from "../state/engine-element.ts";
import { send } from "../state/events.ts";
import type { Theme } from "../state/preferences.ts";
import { valueOf } from "../state/value-of.ts";
import { needsBackup } from "../views/backup-reminder.ts";
import { dialogStyles } from "../parts/dialog-styles.ts";

const themes = [null, "light", "dark"] as const;

/** Who is working, the theme, backup and restore, and the log of everything done. */
@customElement("db-settings-dialog")
export class DbSettingsDialog extends AuthorElement {
  static override styles = [
    baseStyles,
    dialogStyles,
    attemptStyles,
    css`
      section {
        display: grid;
        gap: 8px;
      }
      .row {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .reminder {
        padding: 6px 8px;
        border-left: 3px solid var(--behind);
        background: var(--behind-soft);
      }
      .log {
        border: 1px solid var(--line);
      }
      .log table {
        width: 100%;
        font-size: var(--size-small);
      }
      .log td {
        padding: 4px 8px;
        border-bottom: 1px solid var(--line);
        vertical-align: top;
      }
      .log td:first-child {
        white-space: nowrap;
        color: var(--muted);
      }
      .undone {
        text-decoration: line-through;
        color: var(--muted);
      }
    `,
  ];

  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;

  @property({ attribute: false }) reader = false;
  /** Null follows the system. */
  @property({ attribute: false }) theme: Theme | null = null;

  @state() private lines: readonly LogLine[] = [];
  @query("input[type=file]") private input!: HTMLInputElement;
  readonly #dialog = new DialogController(this, "settings-title");
  readonly #attempt = new AttemptController(this);

  get isOpen(): boolean {
    return this.#dialog.isOpen;
  }

  open(): void {
    this.#dialog.open();
    void this.#attempt.do(() => this.#refresh());
  }

  protected override render() {
    return this.#dialog.frame(
      this.say("ui.settings"),
      html`<section>
          <h2>${this.say("ui.who")}</h2>
          <div class="row">
            <input
              aria-label=${this.say("ui.who")}
              placeholder=${this.say("ui.who.placeholder")}
              .value=${this.who}
              @change=${(event: Event) => {
                send(this, "db-who", valueOf(event).trim());
              }}
            />
            <span class="muted">${this.say("ui.who.hint")}</span>
          </div>
        </section>
        ${this.#themes()} ${this.#reader()} ${this.#profiles()}
        ${this.#backup()}
        <section>
          <h2>${this.say("ui.log", { n: this.lines.length })}</h2>
          <div
            class="log"
            role="region"
            aria-label=${this.say("ui.log", { n: this.lines.length })}
          >
            <table>
              <tbody>
                ${this.lines.map(
                  (line) =>
                    html`<tr>
                      <td class="tabular">${stampText(line.at)}</td>
                      <td class=${line.undone ? "undone" : ""}>
                        ${describeNamed(line.code, line.params, this.names)}
                      </td>
                      <td>${line.who}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>
        </section> `,
    );
  }

  #themes() {
    return html`<section>
      <h2>${this.say("ui.theme.title")}</h2>
      <div
        class="row"
        role="radiogroup"
        aria-label=${this.say("ui.theme.title")}
      >
        ${themes.map(
          (theme) =>
            html`<label>
              <input
                type="radio"
                name="theme"
                .checked=${this.theme === theme}
                @change=${() => {
                  send(this, "db-theme", theme);
                }}
              />
              ${this.say(`ui.theme.${theme ?? "system"}`)}
            </label>`,
        )}
      </div>
    </section>`;
  }

  #reader() {
    return html`<section>
      <h2>${this.say("views.reader")}</h2>
      <label class="row">
        <input
          type="checkbox"
          .checked=${this.reader}
          @change=${() => {
            send(this, "db-reader", !this.reader);
          }}
        />
        ${this.say("views.reader.hint")}
      </label>
    </section>`;
  }

  #profiles() {
    return html`<section>
      <h2>${this.say("review.profiles")}</h2>
      <div class="row">
        <button
          type="button"
          @click=${() => {
            this.#dialog.close();
            send(this, "db-profiles", null);
          }}
        >
          ${this.say("review.profiles.manage")}
        </button>
        <span class="muted">${this.say("review.profiles.hint")}</span>
      </div>
    </section>`;
  }

  #backup() {
    const { lastBackup, entriesSinceBackup } = this.journal;
    return html`<section>
      <h2>${this.say("ui.backup")}</h2>
      ${
        needsBackup(this.journal, Date.now())
          ? html`<p class="reminder">${this.say("ui.backup.reminder")}</p>`
          : nothing
      }
      <p class="muted">
        ${
          lastBackup === null
            ? this.say("ui.backup.never", { n: entriesSinceBackup })
            : this.say("ui.backup.last", {
                when: stampText(lastBackup),
                n: entriesSinceBackup,
              })
        }
      </p>
      <div class="row">
        <button
          type="button"
          class="primary"
          ?disabled=${this.journal.entries === 0}
          aria-busy=${this.#attempt.busy}
          @click=${() => {
            void this.#attempt.do(() => this.#save());
          }}
        >
          ${icon("down")}${this.say("ui.backup.save")}
        </button>
        <button
          type="button"
          aria-busy=${this.#attempt.busy}
          @click=${() => {
            this.input.click();
          }}
        >
          ${this.say("ui.backup.restore")}
        </button>
        <input
          type="file"
          hidden
          aria-hidden="true"
          @change=${(event: Event) => {
            void this.#attempt.do(() => this.#restore(event));
          }}
        />
      </div>
      <p class="muted small">${this.say("ui.backup.restore_hint")}</p>
      ${this.#attempt.told(this.names)}
    </section>`;
  }

  async #refresh(): Promise<void> {
    this.lines = await this.engine.log();
  }

  async #save(): Promise<void> {
    const { name, bytes } = await this.engine.backup(this.who);
    download(name, bytes);
    send(this, "db-changed", await this.engine.state());
    this.#attempt.say({
      tone: "done",
      code: "ui.backup.done",
      params: { name },
      issues: [],
    });
    await this.#refresh();
  }

  async #restore(event: Event): Promise<void> {
    const { target } = event;
    const file =
      target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    this.input.value = "";
    const { state: journal, issues } = await this.engine.restore(bytes);
    const failed = issues.some((issue) => issue.severity === "error");
    send(this, "db-changed", journal);
    this.#attempt.say({
      tone: failed ? "error" : issues.length > 0 ? "warning" : "done",
      code: failed ? "ui.notice.restore_refused" : "ui.notice.restored",
      params: { entries: journal.entries },
      issues,
    });
    await this.#refresh();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-settings-dialog": DbSettingsDialog;
  }
}
