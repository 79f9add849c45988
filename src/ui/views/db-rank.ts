import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CubeRow } from "../../worker/api.ts";
import "../chart/db-multiples.ts";
import { picture } from "../chart/picture.ts";
import { pictureButtons } from "../chart/picture-buttons.ts";
import { pictureFailed } from "../chart/picture-failed.ts";
import { rankPicture } from "../chart/rank-picture.ts";
import { savePicture } from "../chart/save-picture.ts";
import { tokensOf } from "../chart/tokens-of.ts";
import { dayWords } from "../format/period-text.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import type { Printable } from "../parts/printable.ts";
import { send } from "../state/events.ts";
import { Question } from "../state/question.ts";
import { periodOfChoice } from "../state/scope-period.ts";
import { ViewElement } from "../state/view-element.ts";
import { multiplesOf } from "./multiples-of.ts";
import "./db-rank-controls.ts";
import "./db-rank-table.ts";
import {
  chooseRank,
  type ChosenRank,
  type RankFilters,
} from "./rank-choice.ts";
import { rankGoals } from "./rank-goals.ts";
import { rankBars, type RankOnShow, rankPrintable } from "./rank-output.ts";
import { rankHeadStyles } from "./rank-head-styles.ts";
import { rankStyles } from "./rank-styles.ts";
import { type RankBy, rankTable } from "./rank-table.ts";
import { RankWords } from "./rank-words.ts";

/** 排名: regions by one indicator, with ties, change on last year, and each region's own line. */
@customElement("db-rank")
export class DbRank extends ViewElement {
  static override styles = [baseStyles, viewStyles, rankHeadStyles, rankStyles];

  /** Of the route: `indicator`, `variant`, `base`, `level`, `parent`, `period`, `by`. */
  @property({ attribute: false }) filters: Readonly<Record<string, string>> =
    {};

  @state() private inspected = "";

  #chosen: ChosenRank | null = null;

  #choices = new Question(
    this,
    () => [this.scope.region, this.scope.asOf, this.journal] as const,
    ([region, asOf]) => this.engine.rankChoices({ region, asOf }),
  );
  #ranking = new Question(
    this,
    () => {
      const chosen = this.#choose();
      if (chosen === null) return null;
      const { indicator, variant, base, level, parent } = chosen.choice;
      return [
        indicator,
        variant,
        base,
        level,
        parent,
        chosen.period,
        this.journal,
      ] as const;
    },
    ([indicator, variant, base, level, parent, period]) =>
      this.engine.ranking({ indicator, variant, base, level, parent, period }),
  );
  #trends = new Question(
    this,
    () => {
      const chosen = this.#choose();
      return chosen === null
        ? null
        : ([
            chosen.choice.indicator,
            this.scope.asOf,
            this.scope.region,
            this.journal,
          ] as const);
    },
    ([indicator, asOf, region]) =>
      this.engine.trends([indicator], { region, asOf }),
  );
  #progress = new Question(
    this,
    () => [this.scope.region, this.scope.asOf, this.journal] as const,
    ([region, asOf]) => this.engine.progress({ region, asOf }),
  );

  protected override willUpdate(): void {
    this.#chosen = this.#choose();
  }

  protected override render() {
    const { answer, failure } = this.#choices;
    const failed = failure ?? this.#ranking.failure;
    const chosen = this.#chosen;
    if (failed !== null)
      return html`${this.#bar(null)}
        <p class="message" role="alert">
          ${this.say(failed.code, failed.params)}
        </p>`;
    if (answer === undefined) return this.#bar(null);
    if (chosen === null)
      return html`${this.#bar(null)}
        <p class="message muted">${this.say("views.rank.empty")}</p>`;
    const shown = this.#shown;
    return html`${this.#bar(chosen)}
      <div class="columns">
        <section
          class="ranking"
          tabindex="0"
          aria-label=${this.say("ui.view.rank")}
        >
          ${
            shown === null
              ? nothing
              : html`<db-rank-table
                  .shown=${shown}
                  .inspected=${this.inspected}
                  @db-rank-region=${(event: CustomEvent<string>) => {
                    this.#inspect(shown, event.detail);
                  }}
                ></db-rank-table>`
          }
        </section>
        <section
          class="trends"
          tabindex="0"
          aria-label=${this.say("views.rank.trends")}
        >
          ${shown === null ? nothing : this.#multiples(shown)}
        </section>
      </div>`;
  }

  get #by(): RankBy {
    return this.filters["by"] === "change" ? "change" : "level";
  }

  #choose(): ChosenRank | null {
    return chooseRank(
      this.#choices.answer ?? [],
      this.filters,
      periodOfChoice(this.scope),
    );
  }

  /** The ranking with its goals; null before it is there. */
  get #shown(): RankOnShow | null {
    const chosen = this.#chosen;
    const ranking = this.#ranking.answer;
    if (chosen === null || ranking === undefined) return null;
    const by = this.#by;
    return {
      chosen,
      ranking,
      by,
      goals:
        by === "level"
          ? rankGoals(this.#progress.answer ?? [], chosen, ranking)
          : new Map(),
    };
  }

  #bar(chosen: ChosenRank | null) {
    const wanted = this.filters["period"] ?? periodOfChoice(this.scope);
    return html`<div class="bar">
      <h1>${this.say("ui.view.rank")}</h1>
      ${
        chosen === null
          ? nothing
          : html`<db-rank-controls
                .choices=${this.#choices.answer ?? []}
                .chosen=${chosen}
                .by=${this.#by}
                .missing=${wanted === chosen.period ? "" : wanted}
                @db-rank=${(event: CustomEvent<RankFilters>) => {
                  this.#go(event.detail);
                }}
              ></db-rank-controls>
              <span class="space"></span>
              ${pictureButtons((kind) => {
                void this.#save(kind);
              }, this.language)}`
      }
    </div>`;
  }

  #go(filters: RankFilters): void {
    send(this, "db-navigate", {
      view: "rank",
      filters: {
        ...(this.filters["by"] === undefined ? {} : { by: this.filters["by"] }),
        ...filters,
      },
    });
  }

  #multiples({ chosen, ranking }: RankOnShow) {
    const { choice } = chosen;
    return html`<div class="head">
        <h2>${this.say("views.rank.trends")}</h2>
      </div>
      <db-multiples
        .cells=${multiplesOf(
          {
            ...choice,
            regions: rankTable(ranking, this.#by).map(
              ({ line }) => line.region,
            ),
          },
          this.#trends.answer ?? [],
          this.#progress.answer ?? [],
          this.names,
        )}
        .decimals=${ranking.decimals}
        .unit=${this.names.unit(ranking.unit)}
        .height=${66}
        @db-multiple=${(event: CustomEvent<string>) => {
          send(this, "db-navigate", {
            view: "targets",
            filters: { indicator: choice.indicator, region: event.detail },
          });
        }}
      ></db-multiples>`;
  }

  #inspect({ chosen, ranking }: RankOnShow, region: string): void {
    const line = ranking.lines.find((other) => other.region === region);
    if (line === undefined) return;
    const { indicator, variant, base } = chosen.choice;
    const row: CubeRow = {
      indicator,
      region,
      variant,
      base,
      measure: "actual",
      unit: ranking.unit,
      decimals: ranking.decimals,
    };
    this.inspected = region;
    send(this, "db-inspect", {
      type: "cell",
      row,
      period: chosen.period,
      cell: line.cell,
    });
  }

  async #save(kind: "png" | "svg"): Promise<void> {
    const shown = this.#shown;
    if (shown === null) return;
    const words = new RankWords(this.names, shown.by);
    const token = tokensOf(this);
    const look = {
      text: token("--text"),
      muted: token("--muted"),
      line: token("--line-strong"),
      surface: token("--surface"),
      bar: token("--accent"),
      goal: token("--text"),
      font: getComputedStyle(this).fontFamily,
    };
    const drawing = rankPicture(
      rankBars(shown, this.names),
      {
        rank: this.say("views.rank.column.rank"),
        region: this.say("ui.column.region"),
        value: this.say("ui.column.actual"),
        change: this.say("views.rank.column.change"),
      },
      look,
    );
    const title = words.title(shown.chosen);
    await savePicture(
      picture(
        drawing,
        {
          title,
          line: words.line(shown.ranking, shown.goals.size > 0),
          foot: this.say("views.picture.as_of", {
            day: dayWords(this.scope.asOf, this.language),
          }),
        },
        look,
      ),
      title,
      kind,
    ).catch(() => {
      send(this, "db-notice", pictureFailed);
    });
  }

  printable(): Printable | null {
    const shown = this.#shown;
    return shown === null ? null : rankPrintable(shown, this.names);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-rank": DbRank;
  }
}
