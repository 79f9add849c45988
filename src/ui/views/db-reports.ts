import { consume } from "@lit/context";
import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type {
  FillRequest,
  FillResult,
  TemplateCounts,
  TemplateInfo,
} from "../../worker/api.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import { download } from "../parts/download.ts";
import { icon } from "../parts/icon.ts";
import { periodAt } from "../parts/period-choice.ts";
import "../parts/period-input.ts";
import { regionOptions } from "../parts/region-options.ts";
import { whoContext } from "../state/contexts.ts";
import { ViewElement } from "../state/view-element.ts";
import { send } from "../state/events.ts";
import { attempt, tellFailure } from "../state/attempt.ts";
import { Question } from "../state/question.ts";
import { periodOfChoice } from "../state/scope-period.ts";
import { holdsWords, spelled } from "../state/search.ts";
import { valueOf } from "../state/value-of.ts";
import "./db-fill-check.ts";
import "./db-fill-result.ts";
import { missingCells } from "./missing-groups.ts";
import { reportsStyles } from "./reports-styles.ts";
import { TemplateChecks } from "./template-checks.ts";
import { templatePicture } from "./template-picture.ts";

const onConflicts = ["write", "keep", "fail"] as const;

/** 报表: the templates, what each asks for, and filling one. */
@customElement("db-reports")
export class DbReports extends ViewElement {
  static override styles = [baseStyles, viewStyles, reportsStyles];

  @consume({ context: whoContext, subscribe: true })
  @state()
  private who!: string;

  @state() private chosen = "";
  /** Null follows the top bar. */
  @state() private region: string | null = null;
  @state() private period: string | null = null;
  @state() private onConflict: FillRequest["onConflict"] = "write";
  @state() private filling = false;
  @state() private result: FillResult | null = null;
  @state() private adding = 0;
  @query("input[type=file]") private input!: HTMLInputElement;

  /** What recognition found in templates, by id: it comes in one by one. */
  @state() private counts: ReadonlyMap<string, TemplateCounts> = new Map();

  #templates = new Question(
    this,
    () => [this.adding] as const,
    async () => {
      const templates = await this.engine.templates();
      this.counts = new Map(
        templates.flatMap(({ id, counts }) =>
          counts === null ? [] : [[id, counts] as const],
        ),
      );
      this.#count(templates).catch((error: unknown) => {
        tellFailure(this, error);
      });
      return templates;
    },
  );

  async #count(templates: readonly TemplateInfo[]): Promise<void> {
    for (const { id, counts } of templates) {
      if (counts !== null) continue;
      const counted = await this.engine.countTemplate(id);
      if (counted !== null) this.counts = new Map(this.counts).set(id, counted);
    }
  }

  readonly #checks = new TemplateChecks(
    this,
    () => {
      const { region, period } = this.#scopeOfFill;
      const ids = this.#templates.answer?.map(({ id }) => id);
      return ids === undefined || this.#isEmpty
        ? null
        : {
            ids,
            first: this.chosen,
            request: {
              region,
              period,
              asOf: this.scope.asOf,
              onConflict: "write",
            },
            data: this.journal.entries,
          };
    },
    (request) => this.engine.checkFill(request),
    (error) => {
      tellFailure(this, error);
    },
  );

  get #isEmpty(): boolean {
    return this.journal.observations + this.journal.records === 0;
  }

  /** Where nothing was chosen here, what the bar says. */
  get #scopeOfFill(): { readonly region: string; readonly period: string } {
    const { region, asOf } = this.scope;
    return {
      region: this.region ?? (region || this.#province),
      period: this.period ?? (periodOfChoice(this.scope) || periodAt(asOf)),
    };
  }

  #counts({ id }: TemplateInfo): readonly string[] {
    const counts = this.counts.get(id);
    if (counts === undefined) return [this.say("ui.reports.counting")];
    const { slots, recordRows, sheets } = counts;
    return [
      slots > 0 ? this.say("ui.reports.slots", { n: slots }) : "",
      recordRows > 0 ? this.say("ui.reports.rows", { n: recordRows }) : "",
      slots + recordRows === 0 ? this.say("ui.reports.no_slots") : "",
      sheets.join(this.say("ui.comma")),
    ].filter((part) => part !== "");
  }

  protected override render() {
    const { answer, failure } = this.#templates;
    if (failure !== null)
      return html`<p class="message" role="alert">
        ${this.say(failure.code, failure.params)}
      </p>`;
    const { search, spell } = this.scope;
    const templates = (answer ?? []).filter(({ title, file, description }) =>
      holdsWords(
        `${title.zh} ${title.en} ${file} ${description.zh} ${description.en}`.toLowerCase() +
          spelled(title.zh, spell),
        search,
      ),
    );
    const chosen = templates.find(({ id }) => id === this.chosen);
    return html`${this.#bar(templates.length)}
      <div class="panes">
        <ul class="list">
          ${templates.map((template) => this.#template(template))}
        </ul>
        <div class="form">
          ${
            chosen === undefined
              ? html`<p class="muted">${this.say("ui.reports.choose")}</p>`
              : this.#form(chosen)
          }
          ${chosen === undefined || this.result !== null ? nothing : this.#check(chosen)}
          ${
            this.result === null
              ? nothing
              : html`<db-fill-result .result=${this.result}></db-fill-result>`
          }
        </div>
      </div>`;
  }

  #bar(n: number) {
    return html`<div class="bar">
      <h1>${this.say("ui.view.reports")}</h1>
      <span class="muted">${this.say("ui.reports.n", { n })}</span>
      <span class="space"></span>
      <button
        type="button"
        @click=${() => {
          this.input.click();
        }}
      >
        ${icon("file")}${this.say("ui.reports.add")}
      </button>
      <input
        type="file"
        hidden
        aria-hidden="true"
        accept=".xlsx,.xlsm"
        @change=${(event: Event) => {
          void attempt(this, () => this.#add(event));
        }}
      />
    </div>`;
  }

  #template(template: TemplateInfo) {
    const { id, title, description, own, file } = template;
    return html`<li>
      <button
        type="button"
        class="template"
        aria-pressed=${id === this.chosen}
        @click=${() => {
          this.chosen = id;
          this.result = null;
        }}
      >
        <span class="words">
          <span class="title"
            >${this.names.label(title)}${own ? html`<em>${this.say("ui.reports.own")}</em>` : nothing}</span
          >
          <span class="muted">${this.names.label(description)}</span>
          <span class="muted tabular"
            >${[...this.#counts(template), file].join(" · ")}</span
          >
          ${this.#badge(template)}
        </span>
        ${templatePicture(
          this.counts.get(id)?.preview,
          document.documentElement.dataset["theme"] === "dark",
        )}
      </button>
    </li>`;
  }

  /** What the template would lack, before it is filled. */
  #check({ id }: TemplateInfo) {
    if (this.#isEmpty) return nothing;
    const check = this.#checks.of(id);
    return check === undefined
      ? html`<p class="muted" role="status">
          ${this.say("ui.reports.check.waiting")}
        </p>`
      : html`<db-fill-check
          .check=${check}
          .period=${this.#scopeOfFill.period}
          .waiting=${!this.#checks.isFresh(id)}
        ></db-fill-check>`;
  }

  /** How many cells of a template would stay empty, in a word; its line is there before it is known, and says no number of before. */
  #badge({ id }: TemplateInfo) {
    if (this.#isEmpty) return nothing;
    const check = this.#checks.of(id);
    if (check === undefined || !this.#checks.isFresh(id))
      return html`<em class="muted"
        >${this.say("ui.reports.check.badge_waiting")}</em
      >`;
    const n = missingCells(check.empty);
    if (n === 0 && check.ready === 0) return html`<em>&nbsp;</em>`;
    return html`<em class=${n === 0 ? "whole" : "lacking"}
      >${
        n === 0
          ? this.say("ui.reports.check.badge_whole")
          : this.say("ui.reports.check.badge", { n })
      }</em
    >`;
  }

  /** The province whose figures are here, when there is one only: templates of one region want it. */
  get #province(): string {
    const [first, second] = this.journal.dataRegions.filter(
      (code) => this.names.regionInfo(code)?.level === "province",
    );
    return second === undefined ? (first ?? "") : "";
  }

  #form(template: TemplateInfo) {
    const { region, period } = this.#scopeOfFill;
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        void attempt(this, () => this.#fill(template.id, region, period));
      }}
    >
      <h2>${this.names.label(template.title)}</h2>
      <div class="fields">
        <label
          >${this.say("ui.scope.region")}
          <select
            @change=${(event: Event) => {
              this.region = valueOf(event);
              this.result = null;
            }}
          >
            ${regionOptions(this.names, region, this.say("ui.reports.region_of_template"), this.journal.dataRegions)}
          </select></label
        >
        <div class="field">
          <span>${this.say("ui.column.period")}</span>
          <db-period-input
            .value=${period}
            @db-period=${(event: CustomEvent<string>) => {
              this.period = event.detail;
              this.result = null;
            }}
          ></db-period-input>
        </div>
        <div class="field">
          <span>${this.say("ui.scope.as_of")}</span>
          <span class="tabular value">${this.scope.asOf}</span>
        </div>
        <label
          >${this.say("ui.reports.on_conflict")}
          <select
            @change=${(event: Event) => {
              this.onConflict =
                onConflicts.find((way) => way === valueOf(event)) ?? "write";
            }}
          >
            ${onConflicts.map(
              (way) =>
                html`<option value=${way} ?selected=${way === this.onConflict}>
                  ${this.say(`ui.reports.on_conflict.${way}`)}
                </option>`,
            )}
          </select></label
        >
      </div>
      <p>
        <button
          type="submit"
          class="primary"
          ?disabled=${this.filling || this.#isEmpty}
        >
          ${icon("down")}${this.say(this.filling ? "ui.reports.filling" : "ui.reports.fill")}
        </button>
        ${
          this.#isEmpty
            ? html`<span class="muted">${this.say("ui.reports.no_data")}</span>`
            : nothing
        }
      </p>
    </form>`;
  }

  async #fill(template: string, region: string, period: string): Promise<void> {
    this.filling = true;
    this.result = null;
    try {
      const result = await this.engine.fill({
        template,
        region,
        period,
        asOf: this.scope.asOf,
        onConflict: this.onConflict,
      });
      this.result = result;
      if (result.bytes.length > 0) download(result.name, result.bytes);
    } finally {
      this.filling = false;
    }
  }

  async #add(event: Event): Promise<void> {
    const { target } = event;
    const file =
      target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    this.input.value = "";
    const issues = await this.engine.addTemplate(
      { name: file.name, bytes },
      this.who,
    );
    const failed = issues.some((issue) => issue.severity === "error");
    send(this, "db-notice", {
      tone: failed ? "error" : issues.length > 0 ? "warning" : "done",
      code: failed ? "ui.notice.template_refused" : "ui.notice.template_added",
      params: { file: file.name },
      issues,
    });
    send(this, "db-changed", await this.engine.state());
    this.adding += 1;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-reports": DbReports;
  }
}
