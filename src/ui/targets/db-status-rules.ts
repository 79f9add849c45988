import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import {
  type StatusCode,
  type StatusRules,
  type ThresholdVersion,
  statuses,
} from "../../model/catalog.ts";
import type { StateInfo } from "../../worker/api.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import { statusMark } from "../parts/status-mark.ts";
import { stateContext } from "../state/contexts.ts";
import { AuthorElement } from "../state/engine-element.ts";
import { send } from "../state/events.ts";
import { attempt } from "../state/attempt.ts";
import { Question } from "../state/question.ts";
import { valueOf } from "../state/value-of.ts";
import "./db-threshold-versions.ts";
import { faultWords } from "./fault-words.ts";
import { targetTabLinks } from "./target-tabs.ts";

const thresholds = ["ahead", "onPace", "behind"] as const;

/** 判定规则: the thresholds a status is judged by and what statuses are called, beside the shipped ones. */
@customElement("db-status-rules")
export class DbStatusRules extends AuthorElement {
  static override styles = [
    baseStyles,
    viewStyles,
    css`
      .work {
        overflow: auto;
      }
      form {
        padding: 14px 18px;
        display: grid;
        gap: 16px;
        max-width: 860px;
      }
      th,
      td {
        padding: 4px 12px 4px 0;
        text-align: left;
      }
      th {
        font-weight: 600;
        color: var(--muted);
        white-space: nowrap;
      }
      td.shipped.figure {
        font-variant-numeric: tabular-nums;
      }
      td.shipped {
        color: var(--muted);
        white-space: nowrap;
      }
      td.changed {
        color: var(--text);
        font-weight: 600;
      }
      input.figure {
        width: 84px;
        font-variant-numeric: tabular-nums;
      }
      [aria-invalid="true"] {
        border-color: var(--far);
      }
      .fault {
        color: var(--far);
      }
      section {
        display: grid;
        gap: 8px;
        justify-items: start;
      }
      h2 {
        font-size: inherit;
        color: var(--muted);
      }
      .row {
        display: flex;
        gap: 8px;
        align-items: center;
      }
    `,
  ];

  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;

  /** What was typed and not kept yet. */
  @state() private draft: StatusRules | null = null;
  @state() private fault: {
    readonly field: string;
    readonly words: string;
  } | null = null;

  #rules = new Question(
    this,
    () => [this.journal] as const,
    () => this.engine.statusRules(),
  );

  protected override render() {
    const { answer, failure } = this.#rules;
    return html`<div class="bar">
        <h1>${this.say("ui.view.targets")}</h1>
        ${targetTabLinks("rules", this.language)}
      </div>
      <div class="work">
        ${
          failure !== null
            ? html`<p class="message" role="alert">
                ${this.say(failure.code, failure.params)}
              </p>`
            : answer === undefined
              ? nothing
              : this.#form(this.draft ?? answer.inForce, answer)
        }
      </div>`;
  }

  #form(
    rules: StatusRules,
    { inForce, shipped }: { inForce: StatusRules; shipped: StatusRules },
  ) {
    const same = JSON.stringify(inForce) === JSON.stringify(shipped);
    return html`<form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.#keep(rules);
      }}
    >
      <p class="muted">${this.say("targets.rules.about")}</p>
      <table>
        <caption class="hidden-text">
          ${this.say("targets.rules.thresholds")}
        </caption>
        <thead>
          <tr>
            <th>${this.say("targets.rules.thresholds")}</th>
            <th>${this.say("targets.rules.value")}</th>
            <th>${this.say("targets.rules.shipped")}</th>
            <th>${this.say("targets.rules.meaning")}</th>
          </tr>
        </thead>
        <tbody>
          ${thresholds.map((name) => this.#threshold(name, rules, shipped))}
        </tbody>
      </table>
      <section>
        <h2>${this.say("targets.rules.versions")}</h2>
        <db-threshold-versions
          .versions=${rules.versions}
          .fresh=${
            {
              name: "",
              from: "",
              to: "",
              ahead: rules.ahead,
              onPace: rules.onPace,
              behind: rules.behind,
              source: this.#source(rules),
            } satisfies ThresholdVersion
          }
          .fault=${this.fault?.field ?? ""}
          @db-versions=${(event: CustomEvent<StatusRules["versions"]>) => {
            this.#change({ ...rules, versions: event.detail });
          }}
        ></db-threshold-versions>
      </section>
      <table>
        <caption class="hidden-text">
          ${this.say("targets.rules.labels")}
        </caption>
        <thead>
          <tr>
            <th>${this.say("targets.rules.status")}</th>
            <th>${this.say("targets.rules.zh")}</th>
            <th>${this.say("targets.rules.en")}</th>
            <th>${this.say("targets.rules.shipped")}</th>
          </tr>
        </thead>
        <tbody>
          ${statuses.map((status) => this.#label(status, rules, shipped))}
        </tbody>
      </table>
      <div class="row">
        <label for="source">${this.say("targets.rules.source")}</label>
        <input
          id="source"
          style="flex:1"
          .value=${this.#source(rules)}
          @input=${(event: Event) => {
            const { sourceEnglish: _of, ...own } = rules;
            this.#change({ ...own, source: valueOf(event) });
          }}
        />
      </div>
      ${
        this.fault === null
          ? nothing
          : html`<p class="fault" role="alert">${this.fault.words}</p>`
      }
      <div class="row">
        <button type="submit" class="primary" ?disabled=${this.draft === null}>
          ${this.say("targets.rules.keep")}
        </button>
        <button
          type="button"
          ?disabled=${this.draft === null}
          @click=${() => {
            this.draft = null;
            this.fault = null;
          }}
        >
          ${this.say("targets.rules.drop")}
        </button>
        <button
          type="button"
          ?disabled=${same}
          @click=${() => {
            void this.#keep(null);
          }}
        >
          ${this.say("targets.rules.reset")}
        </button>
        <span class="muted"
          >${this.say(same ? "targets.rules.as_shipped" : "targets.rules.own")}</span
        >
      </div>
    </form>`;
  }

  /** In the language of the page where it is said in both. */
  #source({ source, sourceEnglish }: StatusRules): string {
    return this.language === "en" ? (sourceEnglish ?? source) : source;
  }

  #threshold(
    name: (typeof thresholds)[number],
    rules: StatusRules,
    shipped: StatusRules,
  ) {
    return html`<tr>
      <td><label for=${name}>${this.say(`targets.field.${name}`)}</label></td>
      <td>
        <input
          id=${name}
          class="figure"
          autocomplete="off"
          aria-invalid=${this.fault?.field === name ? "true" : "false"}
          .value=${rules[name]}
          @input=${(event: Event) => {
            this.#change({
              ...rules,
              [name]: valueOf(event).normalize("NFKC").trim(),
            });
          }}
        />
      </td>
      <td
        class=${rules[name] === shipped[name] ? "shipped" : "shipped changed"}
      >
        ${shipped[name]}
      </td>
      <td class="shipped">${this.say(`targets.rules.${name}`)}</td>
    </tr>`;
  }

  #label(status: StatusCode, rules: StatusRules, shipped: StatusRules) {
    const own = rules.labels[status];
    const first = shipped.labels[status];
    const changed = own.zh !== first.zh || own.en !== first.en;
    const field = (language: "zh" | "en") =>
      html`<td>
        <input
          aria-label=${`${first[this.language]} · ${this.say(`targets.rules.${language}`)}`}
          .value=${own[language]}
          @input=${(event: Event) => {
            this.#change({
              ...rules,
              labels: {
                ...rules.labels,
                [status]: { ...own, [language]: valueOf(event) },
              },
            });
          }}
        />
      </td>`;
    return html`<tr>
      <td>${statusMark(status, this.names.label(own))}</td>
      ${field("zh")} ${field("en")}
      <td class=${changed ? "shipped changed" : "shipped"}>
        ${first.zh} · ${first.en}
      </td>
    </tr>`;
  }

  #change(rules: StatusRules): void {
    this.draft = rules;
    this.fault = null;
  }

  async #keep(rules: StatusRules | null): Promise<void> {
    await attempt(this, async () => {
      const { state: journal, issues } = await this.engine.setStatusRules(
        rules,
        this.who,
      );
      const [issue] = issues;
      if (issue !== undefined) {
        this.fault = {
          field: String(issue.params?.["field"] ?? ""),
          words: faultWords(issue, this.names),
        };
        return;
      }
      this.draft = null;
      this.fault = null;
      send(this, "db-relabelled", journal);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-status-rules": DbStatusRules;
  }
}
