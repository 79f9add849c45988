import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Target } from "../../model/target.ts";
import type { Changed, TargetList, TargetRow } from "../../worker/api.ts";
import type { Filters } from "../grid/arrangement.ts";
import {
  type DbTargetListGrid,
  type TargetEdit,
  type TargetRefusal,
} from "../grid/db-target-list-grid.ts";
import "../grid/db-target-list-grid.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import { targetTable } from "../../text/target-table.ts";
import { download } from "../parts/download.ts";
import { icon } from "../parts/icon.ts";
import type { Printable } from "../parts/printable.ts";
import { readerContext, whoContext } from "../state/contexts.ts";
import { send } from "../state/events.ts";
import { attempt } from "../state/attempt.ts";
import { Question } from "../state/question.ts";
import { ViewElement } from "../state/view-element.ts";
import { codeOfWords } from "./code-of-words.ts";
import type { DbTargetDialog, TargetTask } from "./db-target-dialog.ts";
import "./db-target-dialog.ts";
import type { DbTargetImport } from "./db-target-import.ts";
import "./db-target-import.ts";
import { faultWords } from "./fault-words.ts";
import { filterBy, filterOption } from "./filter-select.ts";
import { findingList } from "./finding-list.ts";
import { narrowTargets, standings } from "./narrow-targets.ts";
import { freshId, newTarget } from "./new-target.ts";
import { isRefused, readTargetField } from "./read-target-field.ts";
import { fieldText, seldomFields, targetFields } from "./target-field.ts";
import { targetTabLinks } from "./target-tabs.ts";

/** Filters of the route that narrow the list. */
const listFilters = ["standing", "origin", "indicator", "region"] as const;
const origins = ["own", "sheet", "shipped"] as const;

/** 目标清单: every target there is, changed in place. */
@customElement("db-target-list")
export class DbTargetList extends ViewElement {
  static override styles = [
    baseStyles,
    viewStyles,
    css`
      .findings {
        flex: none;
        max-height: 220px;
        overflow: auto;
        padding: 10px 12px;
        border-top: 1px solid var(--line-strong);
        display: grid;
        gap: 8px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      /* One line at 1440 pixels, in English too. */
      .actions button {
        padding-inline: 8px;
      }
    `,
  ];

  /** Of the route: `standing`, `origin`, `indicator`, `region`. */
  @property({ attribute: false }) filters: Readonly<Record<string, string>> =
    {};

  @consume({ context: whoContext, subscribe: true })
  @state()
  private who!: string;
  @consume({ context: readerContext, subscribe: true })
  @state()
  private reader = false;

  @state() private chosen: string | null = null;
  @state() private refusal: TargetRefusal | null = null;
  @state() private findings = false;
  @query("db-target-list-grid") private grid!: DbTargetListGrid | null;
  @query("db-target-dialog") private dialog!: DbTargetDialog;
  @query("db-target-import") private imports!: DbTargetImport;
  #shown: readonly TargetRow[] = [];

  #list = new Question(
    this,
    () => [this.scope.asOf, this.journal] as const,
    ([asOf]) => this.engine.targets(asOf),
  );

  protected override willUpdate(): void {
    this.#shown = narrowTargets(
      this.#list.answer?.rows ?? [],
      {
        standing: this.filters["standing"] ?? "",
        origin: this.filters["origin"] ?? "",
        region: this.scope.region,
        indicator: this.filters["indicator"] ?? "",
        place: this.filters["region"] ?? "",
        search: this.scope.search,
        spell: this.scope.spell,
      },
      this.names,
    );
  }

  protected override render() {
    const { answer, failure } = this.#list;
    return html`${this.#bar(answer)}
      <div class="work">
        ${
          failure !== null
            ? html`<p class="message" role="alert">
                ${this.say(failure.code, failure.params)}
              </p>`
            : answer === undefined
              ? nothing
              : html`<db-target-list-grid
                  .rows=${this.#shown}
                  .refusal=${this.refusal}
                  .reader=${this.reader}
                  .label=${this.say("targets.tab.list")}
                  .narrowed=${this.#narrowed}
                  @db-narrow=${(event: CustomEvent<Filters>) => {
                    send(this, "db-navigate", {
                      view: "targets",
                      filters: { ...this.filters, ...event.detail },
                    });
                  }}
                  @db-target-row=${(event: CustomEvent<TargetRow>) => {
                    this.chosen = event.detail.target.id;
                  }}
                  @db-target-edit=${(event: CustomEvent<TargetEdit>) => {
                    void this.#edit(event.detail);
                  }}
                  @db-target-paste=${(
                    event: CustomEvent<readonly TargetEdit[]>,
                  ) => {
                    void this.#paste(event.detail);
                  }}
                  @db-target-heard=${() => {
                    this.refusal = null;
                  }}
                ></db-target-list-grid>`
        }
      </div>
      ${this.#findingsPanel(answer)}
      <db-target-dialog
        @db-target-changed=${(event: CustomEvent<Changed>) => {
          send(this, "db-changed", event.detail.state);
        }}
      ></db-target-dialog>
      <db-target-import
        @db-target-changed=${(event: CustomEvent<Changed>) => {
          send(this, "db-changed", event.detail.state);
        }}
      ></db-target-import>`;
  }

  #bar(list: TargetList | undefined) {
    const row = this.#chosenRow();
    const own = row !== undefined && row.origin !== "sheet";
    return html`<div class="bar">
      <h1>${this.say("ui.view.targets")}</h1>
      ${targetTabLinks("list", this.language)}
      <label
        ><span class="hidden-text">${this.say("targets.column.standing")}</span>
        <select
          title=${this.say("targets.column.standing")}
          @change=${this.#filter("standing")}
        >
          ${this.#option("", this.say("ui.all_of", { what: this.say("targets.column.standing") }), "standing")}
          ${standings.map((standing) =>
            this.#option(
              standing,
              this.say(`targets.standing.${standing}`),
              "standing",
            ),
          )}
        </select></label
      >
      <label
        ><span class="hidden-text">${this.say("targets.column.origin")}</span>
        <select
          title=${this.say("targets.column.origin")}
          @change=${this.#filter("origin")}
        >
          ${this.#option("", this.say("ui.all_of", { what: this.say("targets.column.origin") }), "origin")}
          ${origins.map((origin) =>
            this.#option(
              origin,
              this.say(`targets.origin.${origin}`),
              "origin",
            ),
          )}
        </select></label
      >
      ${
        this.#narrowed
          ? html`<button
              type="button"
              class="quiet"
              title=${this.say("ui.filter.clear")}
              @click=${() => {
                send(this, "db-navigate", {
                  view: "targets",
                  filters: {
                    ...this.filters,
                    ...Object.fromEntries(
                      listFilters.map((name) => [name, ""]),
                    ),
                  },
                });
              }}
            >
              ${icon("close", 12)}${this.say("targets.filter.clear")}
            </button>`
          : nothing
      }
      <span class="space"></span>
      <span class="muted tabular" role="status"
        >${this.say("ui.rows", { n: this.#shown.length })}</span
      >
      <div class="actions">
        <button
          type="button"
          class="primary"
          @click=${() => {
            this.#add();
          }}
        >
          ${this.say("targets.task.add")}
        </button>
        ${this.#task("revise", row, own)} ${this.#task("retire", row, own)}
        <button
          type="button"
          ?disabled=${!own}
          @click=${() => {
            if (row !== undefined) void this.#remove(row);
          }}
        >
          ${this.say("targets.remove")}
        </button>
        <button
          type="button"
          @click=${() => {
            this.imports.pick(
              new Map(
                (list?.rows ?? []).map(({ target }) => [target.id, target]),
              ),
            );
          }}
        >
          ${this.say("targets.import")}
        </button>
        <button
          type="button"
          title=${this.say("targets.export.hint")}
          @click=${this.#export}
        >
          ${icon("down", 14)}${this.say("targets.export")}
        </button>
        <button
          type="button"
          title=${this.say("targets.export.sheet.hint")}
          @click=${this.#exportSheet}
        >
          ${icon("down", 14)}${this.say("targets.export.sheet")}
        </button>
        <button
          type="button"
          aria-expanded=${this.findings ? "true" : "false"}
          @click=${() => {
            this.findings = !this.findings;
          }}
        >
          ${this.say("targets.findings", { n: list?.findings.length ?? 0 })}
        </button>
      </div>
    </div>`;
  }

  #task(task: TargetTask, row: TargetRow | undefined, possible: boolean) {
    return html`<button
      type="button"
      ?disabled=${!possible}
      title=${possible ? "" : this.say(row === undefined ? "targets.choose_first" : "targets.of_sheet")}
      @click=${() => {
        if (row !== undefined)
          this.dialog.open(task, row.target, this.scope.asOf);
      }}
    >
      ${this.say(`targets.task.${task}`)}
    </button>`;
  }

  #findingsPanel(list: TargetList | undefined) {
    if (!this.findings || list === undefined) return nothing;
    return html`<section
      class="findings"
      tabindex="0"
      aria-label=${this.say("targets.findings.title")}
    >
      <h2>${this.say("targets.findings.title")}</h2>
      ${findingList(list.findings, this.names, (id) => {
        this.chosen = id;
        this.grid?.show(id);
      })}
    </section>`;
  }

  get #narrowed(): boolean {
    return listFilters.some((name) => (this.filters[name] ?? "") !== "");
  }

  #chosenRow(): TargetRow | undefined {
    return this.#shown.find(({ target }) => target.id === this.chosen);
  }

  #option(value: string, words: string, filter: string) {
    return filterOption(this.filters, filter, value, words);
  }

  #filter(name: string) {
    return (event: Event) => {
      filterBy(this, this.filters, name, event);
    };
  }

  #add(): void {
    const near = this.#chosenRow()?.target;
    const [first] = this.names.catalog.indicators;
    this.dialog.open(
      "add",
      newTarget(
        freshId(
          new Set(this.#list.answer?.rows.map(({ target }) => target.id)),
        ),
        this.names,
        {
          indicator: near?.indicator ?? first?.code ?? "",
          region:
            near?.region ??
            (this.scope.region || (this.journal.dataRegions[0] ?? "")),
          asOf: this.scope.asOf,
        },
      ),
      "",
    );
  }

  async #edit({ row, field, text }: TargetEdit): Promise<void> {
    this.refusal = null;
    const { id } = row.target;
    const refuse = (words: string) => {
      this.refusal = { id, field, words };
    };
    const result = readTargetField(field, text, row.target, this.names);
    if (isRefused(result)) {
      refuse(this.say(result.code, result.params));
      return;
    }
    await attempt(this, async () => {
      const changed = await this.engine.setTarget(result, this.who);
      const [issue] = changed.issues;
      if (issue !== undefined) refuse(faultWords(issue, this.names));
      else send(this, "db-changed", changed.state);
    });
  }

  /** All of a pasted block, as one step of undo, or none of it. */
  async #paste(edits: readonly TargetEdit[]): Promise<void> {
    this.refusal = null;
    const { names } = this;
    const changed = new Map<string, Target>();
    for (const { row, field, text } of edits) {
      const { id } = row.target;
      const refuse = (words: string) => {
        this.refusal = { id, field, words };
      };
      if (row.origin === "sheet") {
        refuse(this.say("targets.of_sheet"));
        return;
      }
      const target = changed.get(id) ?? row.target;
      const result = readTargetField(
        field,
        codeOfWords(field, text, target, names),
        target,
        names,
      );
      if (isRefused(result)) {
        refuse(this.say(result.code, result.params));
        return;
      }
      changed.set(id, result);
    }
    await attempt(this, async () => {
      const { issues, state } = await this.engine.setTargets(
        [...changed].map(([id, target]) => ({ id, target })),
        "",
        this.who,
      );
      const [issue] = issues;
      const at =
        edits.find(({ field }) => field === issue?.params?.["field"]) ??
        edits[0];
      if (issue !== undefined && at !== undefined) {
        const words = faultWords(issue, names);
        this.refusal = { id: at.row.target.id, field: at.field, words };
        return;
      }
      send(this, "db-changed", state);
      if (edits.length > 1)
        send(this, "db-notice", {
          tone: "done",
          code: "grid.paste.targets",
          params: { n: edits.length, targets: changed.size },
          issues: [],
        });
    });
  }

  async #remove({ target }: TargetRow): Promise<void> {
    await attempt(this, async () => {
      const { state: journal } = await this.engine.removeTarget(
        target.id,
        this.who,
      );
      send(this, "db-changed", journal);
      send(this, "db-notice", {
        tone: "done",
        code: "targets.removed",
        params: {
          name: `${fieldText("region", target, this.names)} · ${fieldText("indicator", target, this.names)}`,
        },
        issues: [],
      });
    });
  }

  /** The targets on show as a file that the import reads. */
  #export = () => {
    download(
      `${this.say("targets.export.file")}.json`,
      new TextEncoder().encode(
        JSON.stringify(
          this.#shown.map(({ target }) => target),
          null,
          2,
        ),
      ),
    );
  };

  #exportSheet = () =>
    attempt(this, async () => {
      const name = this.say("targets.export.file");
      const { names } = this;
      const table = targetTable(
        this.#shown.map(({ target }) => target),
        {
          indicator: (code) => names.indicatorInfo(code)?.label.zh ?? code,
          region: (code) => names.regionInfo(code)?.name ?? code,
        },
      );
      download(`${name}.xlsx`, await this.engine.issueWorkbook(table, name));
    });

  printable(): Printable | null {
    if (this.#list.answer === undefined) return null;
    const columns = targetFields.filter(
      (field) =>
        field !== "from" &&
        field !== "declared" &&
        field !== "path" &&
        !seldomFields.some((seldom) => seldom === field),
    );
    return {
      title: this.say("targets.tab.list"),
      line: "",
      blocks: [
        {
          kind: "table",
          columns: columns.map((field) => ({
            head: this.say(`targets.field.${field}`),
            width: field === "plan" || field === "source" ? 14 : 7,
            align: field === "goal" || field === "baseline" ? "right" : "left",
          })),
          rows: this.#shown.map(({ target }) => ({
            cells: columns.map((field) => fieldText(field, target, this.names)),
          })),
        },
      ],
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-target-list": DbTargetList;
  }
}
