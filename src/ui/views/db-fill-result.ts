import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { describe } from "../../text/words.ts";
import type { FillResult } from "../../worker/api.ts";
import { targetWords } from "../format/target-words.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { download } from "../parts/download.ts";
import { issueList } from "../parts/issue-list.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";
import { closureGroups } from "./closure-groups.ts";

const most = 100;

/** What filling a template did: written, left empty, refused, and everything in the file that was touched. */
@customElement("db-fill-result")
export class DbFillResult extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        padding-top: 14px;
        border-top: 1px solid var(--line);
      }
      .numbers {
        display: flex;
        gap: 28px;
      }
      .numbers div {
        display: grid;
      }
      .numbers b {
        font-size: 20px;
        font-variant-numeric: tabular-nums;
      }
      summary {
        cursor: pointer;
      }
      details ul {
        display: grid;
        gap: 2px;
        padding: 6px 0 6px 14px;
        font-size: var(--size-small);
      }
    `,
  ];

  @property({ attribute: false }) result!: FillResult;
  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;

  protected override render() {
    const { result } = this;
    return html`<p role="status">
        ${
          result.bytes.length > 0
            ? html`${this.say("ui.fill.done", { name: result.name })}
                <button
                  type="button"
                  class="link"
                  @click=${() => {
                    download(result.name, result.bytes);
                  }}
                >
                  ${this.say("ui.fill.again")}
                </button>`
            : this.say("ui.fill.nothing")
        }
      </p>
      <div class="numbers">
        ${this.#number("written", result.written)}
        ${this.#number("unchanged", result.unchanged)}
        ${this.#number("empty", result.empty.length)}
        ${this.#number("refused", result.refused.length)}
      </div>
      ${
        result.issues.length === 0
          ? nothing
          : html`<div>${issueList(result.issues, this.names)}</div>`
      }
      ${this.#list(
        "ui.fill.empty.title",
        result.empty.map(
          ({ sheet, cell, target }) =>
            `${sheet}!${cell}  ${targetWords(target, this.names).join(" · ")}`,
        ),
      )}
      ${this.#list(
        "ui.fill.refused.title",
        result.refused.map(
          ({ sheet, cell, code, value }) =>
            `${sheet}!${cell}  ${value}  ${describe(code, { cell, value }, this.language)}`,
        ),
      )}
      ${this.#list(
        "ui.fill.closure.title",
        closureGroups(result.closure).map(
          ({ entry, reason, n, elements }) =>
            `${entry} · ${this.say(`ui.closure.${reason}`)} ${n}${this.say("ui.aside", { text: elements })}`,
        ),
        this.say("ui.fill.closure.hint"),
      )}`;
  }

  #number(what: "written" | "unchanged" | "empty" | "refused", n: number) {
    return html`<div>
      <b>${n}</b><span class="muted">${this.say(`ui.fill.${what}`)}</span>
    </div>`;
  }

  #list(
    title:
      "ui.fill.empty.title" | "ui.fill.refused.title" | "ui.fill.closure.title",
    lines: readonly string[],
    hint = "",
  ) {
    if (lines.length === 0) return nothing;
    return html`<details>
      <summary>${this.say(title, { n: lines.length })}</summary>
      ${hint === "" ? nothing : html`<p class="muted small">${hint}</p>`}
      <ul class="tabular">
        ${lines.slice(0, most).map((line) => html`<li>${line}</li>`)}
        ${
          lines.length > most
            ? html`<li class="muted">
                ${this.say("ui.issues.more", { n: lines.length - most })}
              </li>`
            : nothing
        }
      </ul>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-fill-result": DbFillResult;
  }
}
