import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { describe } from "../../text/words.ts";
import type { EngineApi, LogLine, StateInfo } from "../../worker/api.ts";
import { stampText } from "../format/time-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { download } from "../parts/download.ts";
import { icon } from "../parts/icon.ts";
import { engineContext, stateContext, whoContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import { valueOf } from "../state/value-of.ts";
import { needsBackup } from "../views/backup-reminder.ts";
import { dialogStyles } from "./dialog-styles.ts";

/** Who is working, backup and restore, and the log of everything done. */
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
      .log {
        max-height: 260px;
        overflow: auto;
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
  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;
  @consume({ context: whoContext, subscribe: true })
  @state()
  private who!: string;

  @state() private lines: readonly LogLine[] = [];
  @state() private busy = false;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("input[type=file]") private input!: HTMLInputElement;

  open(): void {
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
        ${this.#backup()}
        <section>
          <h2>${this.say("ui.log", { n: this.lines.length })}</h2>
          <div
            class="log"
            tabindex="0"
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
                        ${describe(line.code, line.params, this.language)}
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
          ?disabled=${this.busy || this.journal.entries === 0}
          @click=${() => {
            void this.#attempt(() => this.#save());
          }}
        >
          ${icon("down")}${this.say("ui.backup.save")}
        </button>
        <button
          type="button"
          ?disabled=${this.busy}
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
    </section>`;
  }

  async #refresh(): Promise<void> {
    this.lines = await this.engine.log();
  }

  async #save(): Promise<void> {
    const { name, bytes } = await this.engine.backup(this.who);
    download(name, bytes);
    send(this, "db-changed", await this.engine.state());
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
    send(this, "db-notice", {
      tone: failed ? "error" : issues.length > 0 ? "warning" : "done",
      code: failed ? "ui.notice.restore_refused" : "ui.notice.restored",
      params: { entries: journal.entries },
      issues,
    });
    await this.#refresh();
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
    } catch (error) {
      send(this, "db-notice", {
        tone: "error",
        code: "ui.notice.failed",
        params: { why: error instanceof Error ? error.message : String(error) },
        issues: [],
      });
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
