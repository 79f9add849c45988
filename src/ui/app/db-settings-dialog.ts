import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { EngineApi, LogLine, StateInfo } from "../../worker/api.ts";
import { describeNamed } from "../format/param-words.ts";
import { stampText } from "../format/time-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { download } from "../parts/download.ts";
import { icon } from "../parts/icon.ts";
import { issueList } from "../parts/issue-list.ts";
import {
  engineContext,
  namesContext,
  stateContext,
  whoContext,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { type Notice, send } from "../state/events.ts";
import { failureNotice } from "../state/failure.ts";
import type { Names } from "../state/names.ts";
import type { Theme } from "../state/preferences.ts";
import { valueOf } from "../state/value-of.ts";
import { needsBackup } from "../views/backup-reminder.ts";
import { dialogStyles } from "./dialog-styles.ts";

const themes = [null, "light", "dark"] as const;

/** Who is working, the theme, backup and restore, and the log of everything done. */
@customElement("db-settings-dialog")
export class DbSettingsDialog extends DbElement {
  static override styles = [
    baseStyles,
    dialogStyles,
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
      .said {
        display: grid;
        gap: 6px;
        padding: 6px 8px;
        border-left: 3px solid var(--good);
        background: var(--good-soft);
      }
      .said.warning {
        border-left-color: var(--behind);
        background: var(--behind-soft);
      }
      .said.error {
        border-left-color: var(--far);
        background: var(--far-soft);
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

  @consume({ context: engineContext }) private engine!: EngineApi;
  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;
  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;
  @consume({ context: whoContext, subscribe: true })
  @state()
  private who!: string;

  @property({ attribute: false }) reader = false;
  /** Null follows the system. */
  @property({ attribute: false }) theme: Theme | null = null;

  /** What the last backup or restore did: the corner of the window lies behind the dialog. */
  @state() private said: Notice | null = null;
  @state() private lines: readonly LogLine[] = [];
  @state() private busy = false;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("input[type=file]") private input!: HTMLInputElement;

  get isOpen(): boolean {
    return this.dialog.open;
  }

  open(): void {
    this.said = null;
    if (!this.dialog.open) this.dialog.showModal();
    void this.#attempt(() => this.#refresh());
  }

  protected override render() {
    return html`<dialog aria-labelledby="settings-title">
      <div class="head">
        <h1 id="settings-title">${this.say("ui.settings")}</h1>
        <button
          type="button"
          class="quiet icon"
          aria-label=${this.say("ui.close")}
          @click=${() => {
            this.dialog.close();
          }}
        >
          ${icon("close", 12)}
        </button>
      </div>
      <div class="body">
        <section>
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
        </section>
      </div>
    </dialog>`;
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
            this.dialog.close();
            send(this, "db-profiles", null);
          }}
        >
          ${this.say("review.profiles.manage")}
        </button>
        <span class="muted">${this.say("review.profiles.hint")}</span>
      </div>
    </section>`;
  }

  #said() {
    const { said } = this;
    if (said === null) return nothing;
    return html`<div
      class="said ${said.tone}"
      role=${said.tone === "error" ? "alert" : "status"}
    >
      <p>${this.say(said.code, said.params)}</p>
      ${said.issues.length === 0 ? nothing : issueList(said.issues, this.names)}
    </div>`;
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
          aria-busy=${this.busy}
          @click=${() => {
            void this.#attempt(() => this.#save());
          }}
        >
          ${icon("down")}${this.say("ui.backup.save")}
        </button>
        <button
          type="button"
          aria-busy=${this.busy}
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
            void this.#attempt(() => this.#restore(event));
          }}
        />
      </div>
      <p class="muted small">${this.say("ui.backup.restore_hint")}</p>
      ${this.#said()}
    </section>`;
  }

  async #refresh(): Promise<void> {
    this.lines = await this.engine.log();
  }

  async #save(): Promise<void> {
    const { name, bytes } = await this.engine.backup(this.who);
    download(name, bytes);
    send(this, "db-changed", await this.engine.state());
    this.said = {
      tone: "done",
      code: "ui.backup.done",
      params: { name },
      issues: [],
    };
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
    this.said = {
      tone: failed ? "error" : issues.length > 0 ? "warning" : "done",
      code: failed ? "ui.notice.restore_refused" : "ui.notice.restored",
      params: { entries: journal.entries },
      issues,
    };
    await this.#refresh();
  }

  /** One thing at a time; buttons stay enabled meanwhile, so that the focus stays where it is. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.said = null;
    try {
      await work();
    } catch (error) {
      this.said = failureNotice(error);
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-settings-dialog": DbSettingsDialog;
  }
}
