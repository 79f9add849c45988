import { css, html } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type {
  ProfileChange,
  ProfileInfo,
  Profiles,
  ReviewChoice,
} from "../../worker/api.ts";
import { dialogStyles } from "../parts/dialog-styles.ts";
import {
  AttemptController,
  attemptStyles,
} from "../parts/attempt-controller.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { download } from "../parts/download.ts";
import { DialogController } from "../parts/dialog-controller.ts";
import { icon } from "../parts/icon.ts";

import { AuthorElement } from "../state/engine-element.ts";
import { send } from "../state/events.ts";
import { valueOf } from "../state/value-of.ts";
import { codeWords } from "./choice-words.ts";
import "./db-code-picker.ts";

/** The mapping profiles and the spellings that people added: list, rename, share, read, delete. */
@customElement("db-profiles-dialog")
export class DbProfilesDialog extends AuthorElement {
  static override styles = [
    baseStyles,
    dialogStyles,
    attemptStyles,
    css`
      dialog {
        width: 720px;
      }
      section {
        display: grid;
        gap: 8px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 2px 10px;
        padding: 6px 0;
        border-bottom: 1px solid var(--line);
      }
      li input {
        width: 100%;
        font-weight: 600;
      }
      .sample {
        grid-column: 1 / -1;
        overflow-wrap: anywhere;
      }
      .ends {
        display: flex;
        gap: 6px;
      }
      .ends button {
        height: 26px;
        padding: 0 8px;
      }
      .add {
        display: grid;
        grid-template-columns: 180px auto minmax(0, 1fr);
        gap: 8px;
        align-items: start;
      }
      .add > span {
        line-height: 28px;
        color: var(--muted);
      }
    `,
  ];

  @state() private shelf: Profiles = { profiles: [], aliases: [] };
  @state() private spelling = "";
  @query("input[type=file]") private input!: HTMLInputElement;
  readonly #dialog = new DialogController(this, "profiles-title");
  readonly #attempt = new AttemptController(this);

  get isOpen(): boolean {
    return this.#dialog.isOpen;
  }

  open(): void {
    void this.updateComplete.then(() => {
      this.#dialog.open();
      void this.#attempt.do(async () => {
        this.shelf = await this.engine.profiles();
      });
    });
  }

  protected override render() {
    const { profiles } = this.shelf;
    return this.#dialog.frame(
      this.say("review.profiles"),
      html`<section>
          <p class="muted">${this.say("review.profiles.hint")}</p>
          ${
            profiles.length === 0
              ? html`<p>${this.say("review.profiles.none")}</p>`
              : html`<ul>
                  ${profiles.map((profile) => this.#profile(profile))}
                </ul>`
          }
          <div class="row">
            <button
              type="button"
              ?disabled=${profiles.length === 0 && this.shelf.aliases.length === 0}
              @click=${() => {
                void this.#share([]);
              }}
            >
              ${icon("down")}${this.say("review.profiles.share_all")}
            </button>
            <button
              type="button"
              @click=${() => {
                this.input.click();
              }}
            >
              ${this.say("review.profiles.read")}
            </button>
            <input
              type="file"
              accept=".json,application/json"
              hidden
              aria-hidden="true"
              @change=${this.#read}
            />
          </div>
          ${this.#attempt.told(this.names)}
        </section>
        ${this.#aliases()} `,
    );
  }

  #profile({ id, name, sample, answers, shaped, drawn }: ProfileInfo) {
    return html`<li>
      <input
        aria-label=${this.say("review.profiles.name")}
        title=${name}
        .value=${name}
        @change=${(event: Event) => {
          void this.#change({ do: "rename", id, name: valueOf(event) });
        }}
      />
      <span class="ends">
        <button
          type="button"
          aria-label=${this.say("review.profiles.share_of", { name })}
          @click=${() => {
            void this.#share([id]);
          }}
        >
          ${this.say("review.profiles.share")}
        </button>
        <button
          type="button"
          aria-label=${this.say("review.profiles.remove_of", { name })}
          @click=${() => {
            void this.#change({ do: "remove", id });
          }}
        >
          ${this.say("review.profiles.remove")}
        </button>
      </span>
      <span class="sample small muted"
        >${this.say("review.profiles.facts", { n: answers })}${
          drawn ? ` · ${this.say("review.profiles.drawn")}` : ""
        }${shaped ? ` · ${this.say("review.profiles.shaped")}` : ""}
        · ${sample.join(" | ")}</span
      >
    </li>`;
  }

  #aliases() {
    const { aliases } = this.shelf;
    return html`<section>
      <h2>${this.say("review.aliases")}</h2>
      <p class="muted">${this.say("review.aliases.hint")}</p>
      ${
        aliases.length === 0
          ? html`<p>${this.say("review.aliases.none")}</p>`
          : html`<ul>
              ${aliases.map(
                (alias) =>
                  html`<li>
                    <span
                      ><b>${alias.text}</b>
                      <span class="muted"
                        >${this.say("review.aliases.means")}</span
                      >
                      ${codeWords(alias.role, alias.code, this.names)}</span
                    >
                    <span class="ends"
                      ><button
                        type="button"
                        aria-label=${this.say("review.profiles.remove_of", {
                          name: alias.text,
                        })}
                        @click=${() => {
                          void this.#change({ do: "removeAlias", alias });
                        }}
                      >
                        ${this.say("review.profiles.remove")}
                      </button></span
                    >
                  </li>`,
              )}
            </ul>`
      }
      <div class="add">
        <input
          aria-label=${this.say("review.aliases.text")}
          placeholder=${this.say("review.aliases.text")}
          .value=${this.spelling}
          @input=${(event: Event) => {
            this.spelling = valueOf(event);
          }}
        />
        <span>${this.say("review.aliases.means")}</span>
        <db-code-picker
          .asked=${"indicator"}
          @db-chosen=${this.#add}
        ></db-code-picker>
      </div>
    </section>`;
  }

  #add = ({ detail: { role, code } }: CustomEvent<ReviewChoice>) => {
    const text = this.spelling.trim();
    if (
      text === "" ||
      (role !== "indicator" && role !== "region" && role !== "unit")
    )
      return;
    void this.#change({ do: "addAlias", alias: { role, text, code } });
  };

  #read = (event: Event) => {
    const { target } = event;
    const file =
      target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file === undefined) return;
    void file.text().then((text) => {
      this.input.value = "";
      return this.#change({ do: "read", file: file.name, text });
    });
  };

  async #share(ids: readonly string[]): Promise<void> {
    await this.#attempt.do(async () => {
      const text = await this.engine.shareProfiles(ids);
      download(
        `${this.say("review.profiles.file")}.json`,
        new TextEncoder().encode(text),
      );
    });
  }

  async #change(change: ProfileChange): Promise<void> {
    await this.#attempt.do(async () => {
      const { issues, ...shelf } = await this.engine.changeProfiles(
        change,
        this.who,
      );
      this.shelf = shelf;
      if (change.do === "addAlias" && issues.length === 0) this.spelling = "";
      const failed = issues.some(({ severity }) => severity === "error");
      if (issues.length > 0 || change.do === "read")
        this.#attempt.say({
          tone: failed ? "error" : issues.length > 0 ? "warning" : "done",
          code: failed
            ? "review.profiles.refused"
            : "review.profiles.read_done",
          params: { file: change.do === "read" ? change.file : "" },
          issues,
        });
      send(this, "db-spellings", null);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-profiles-dialog": DbProfilesDialog;
  }
}
