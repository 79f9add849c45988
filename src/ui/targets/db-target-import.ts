import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Target } from "../../model/target.ts";
import type { Changed, TargetReview } from "../../worker/api.ts";
import { dialogStyles } from "../parts/dialog-styles.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DialogController } from "../parts/dialog-controller.ts";
import { issueList } from "../parts/issue-list.ts";

import { AuthorElement } from "../state/engine-element.ts";
import { failureOf } from "../state/failure.ts";
import { fieldText, type TargetField } from "./target-field.ts";

const columns: readonly TargetField[] = [
  "region",
  "indicator",
  "comparator",
  "goal",
  "unit",
  "baseline",
  "deadline",
  "plan",
  "source",
];

/** What a list of targets in a file says, before it is kept. Sends `db-target-changed` ({@link Changed}). */
@customElement("db-target-import")
export class DbTargetImport extends AuthorElement {
  static override styles = [
    baseStyles,
    dialogStyles,
    css`
      dialog {
        width: 1000px;
      }
      .table {
        max-height: 340px;
        overflow: auto;
        border: 1px solid var(--line);
      }
      table {
        width: 100%;
        font-size: var(--size-small);
      }
      th,
      td {
        padding: 3px 8px;
        text-align: left;
        border-bottom: 1px solid var(--line);
        vertical-align: top;
      }
      th {
        position: sticky;
        top: 0;
        background: var(--soft);
        font-weight: 600;
        white-space: nowrap;
      }
      .figure {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .foot {
        display: flex;
        justify-content: flex-end;
        align-items: center;
        gap: 12px;
      }
    `,
  ];

  @state() private file = "";
  @state() private review: TargetReview | null = null;
  /** Targets on the list now, by id. */
  @state() private known: ReadonlyMap<string, Target> = new Map();
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private problem = "";
  @query("input[type=file]") private input!: HTMLInputElement;
  readonly #dialog = new DialogController(this, "import-title", {
    ownKeys: true,
  });

  /** Asks for a file, reads it and shows what it says. */
  pick(known: ReadonlyMap<string, Target>): void {
    this.known = known;
    this.input.value = "";
    this.input.click();
  }

  protected override render() {
    const { review } = this;
    return html`<input
        type="file"
        accept=".xlsx,.xls,.xlsm,.et,.ods,.csv,.tsv,.txt,.json"
        hidden
        aria-hidden="true"
        @change=${() => {
          void this.#read();
        }}
      />
      ${this.#dialog.frame(
        this.say("targets.import.title", { file: this.file }),
        html`${this.problem === "" ? nothing : html`<p role="alert">${this.problem}</p>`}
        ${review === null ? nothing : this.#preview(review)} `,
      )}`;
  }

  #preview({ found, targets, issues }: TargetReview) {
    return html`${
        found
          ? nothing
          : html`<p role="alert">${this.say("targets.import.not_found")}</p>`
      }
      ${
        targets.length === 0
          ? nothing
          : html`<div
              class="table"
              role="region"
              tabindex="0"
              aria-label=${this.say("targets.import.read", { n: targets.length })}
            >
              <table>
                <thead>
                  <tr>
                    <th>
                      <input
                        type="checkbox"
                        aria-label=${this.say("targets.import.all")}
                        .checked=${this.chosen.size === targets.length}
                        @change=${() => {
                          this.chosen =
                            this.chosen.size === targets.length
                              ? new Set()
                              : new Set(targets.map(({ id }) => id));
                        }}
                      />
                    </th>
                    <th>${this.say("targets.import.what")}</th>
                    ${columns.map(
                      (field) =>
                        html`<th class=${figure(field)}>
                          ${this.say(`targets.field.${field}`)}
                        </th>`,
                    )}
                  </tr>
                </thead>
                <tbody>
                  ${targets.map((target) => this.#line(target))}
                </tbody>
              </table>
            </div>`
      }
      ${issues.length === 0 ? nothing : issueList(issues, this.names)}
      <div class="foot">
        <span class="muted" role="status"
          >${this.say("targets.import.read", { n: targets.length })}</span
        >
        <button
          type="button"
          class="primary"
          ?disabled=${this.chosen.size === 0}
          @click=${() => {
            void this.#keep(targets);
          }}
        >
          ${this.say("targets.import.do", { n: this.chosen.size })}
        </button>
      </div>`;
  }

  #line(target: Target) {
    const { names } = this;
    const old = this.known.get(target.id);
    const what =
      old === undefined
        ? this.say("targets.import.new")
        : old.goal === target.goal && old.comparator === target.comparator
          ? this.say("targets.import.again")
          : this.say("targets.import.changes", {
              old: `${fieldText("comparator", old, names)}${old.goal}`,
            });
    return html`<tr>
      <td>
        <input
          type="checkbox"
          aria-label=${`${fieldText("region", target, names)} ${fieldText("indicator", target, names)}`}
          .checked=${this.chosen.has(target.id)}
          @change=${() => {
            const chosen = new Set(this.chosen);
            if (!chosen.delete(target.id)) chosen.add(target.id);
            this.chosen = chosen;
          }}
        />
      </td>
      <td>${what}</td>
      ${columns.map(
        (field) =>
          html`<td class=${figure(field)}>
            ${fieldText(field, target, names)}
          </td>`,
      )}
    </tr>`;
  }

  async #read(): Promise<void> {
    const file = this.input.files?.[0];
    if (file === undefined) return;
    this.file = file.name;
    this.problem = "";
    this.review = null;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const review = await this.engine.readTargets(
        { name: file.name, bytes },
        {},
      );
      this.review = review;
      this.chosen = new Set(review.targets.map(({ id }) => id));
    } catch (error) {
      this.#failed(error);
    }
    this.#dialog.open();
  }

  async #keep(targets: readonly Target[]): Promise<void> {
    try {
      const changed = await this.engine.setTargets(
        targets
          .filter(({ id }) => this.chosen.has(id))
          .map((target) => ({ id: target.id, target })),
        this.file,
        this.who,
      );
      const errors = changed.issues.filter(
        ({ severity }) => severity === "error",
      );
      if (errors.length > 0) {
        this.review = { found: true, targets, issues: errors };
        return;
      }
      this.#dialog.close();
      this.dispatchEvent(
        new CustomEvent<Changed>("db-target-changed", { detail: changed }),
      );
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    const { code, params } = failureOf(error);
    this.problem = this.say(code, params);
  }
}

function figure(field: TargetField): string {
  return field === "goal" || field === "baseline" ? "figure" : "";
}

declare global {
  interface HTMLElementTagNameMap {
    "db-target-import": DbTargetImport;
  }
}
