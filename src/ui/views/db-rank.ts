import { consume } from "@lit/context";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type {
  CubeRow,
  EngineApi,
  RankChoice,
  Ranking,
  StateInfo,
} from "../../worker/api.ts";
import "../chart/db-multiples.ts";
import { picture } from "../chart/picture.ts";
import { pictureButtons } from "../chart/picture-buttons.ts";
import { pictureFailed } from "../chart/picture-failed.ts";
import { type RankBar, rankPicture } from "../chart/rank-picture.ts";
import { savePicture } from "../chart/save-picture.ts";
import { tokensOf } from "../chart/tokens-of.ts";
import { figureText } from "../format/figure.ts";
import { dayWords, periodText } from "../format/period-text.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import type { Printable } from "../parts/printable.ts";
import {
  engineContext,
  namesContext,
  scopeContext,
  stateContext,
  type ViewScope,
} from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import type { Names } from "../state/names.ts";
import { Question } from "../state/question.ts";
import { valueOf } from "../state/value-of.ts";
import { multiplesOf } from "./multiples-of.ts";
import {
  amongId,
  chooseRank,
  type ChosenRank,
  seriesId,
} from "./rank-choice.ts";
import { rankStyles } from "./rank-styles.ts";
import {
  countChanges,
  goesBothWays,
  type RankBy,
  type RankShown,
  rankTable,
} from "./rank-table.ts";

/** 排名: regions by one indicator, with ties, change on last year, and each region's own line. */
@customElement("db-rank")
export class DbRank extends DbElement {
  static override styles = [baseStyles, viewStyles, rankStyles];

  /** Of the route: `indicator`, `variant`, `base`, `level`, `parent`, `period`, `by`. */
  @property({ attribute: false }) filters: Readonly<Record<string, string>> =
    {};

  @consume({ context: engineContext }) private engine!: EngineApi;
  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;
  @consume({ context: scopeContext, subscribe: true })
  @state()
  private scope!: ViewScope;
  @consume({ context: stateContext, subscribe: true })
  @state()
  private journal!: StateInfo;
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
      const chosen = chooseRank(this.#choices.answer ?? [], this.filters);
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
      const chosen = chooseRank(this.#choices.answer ?? [], this.filters);
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
    this.#chosen = chooseRank(this.#choices.answer ?? [], this.filters);
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
    const ranking = this.#ranking.answer;
    return html`${this.#bar(chosen)}
      <div class="columns">
        <section
          class="ranking"
          tabindex="0"
          aria-label=${this.say("ui.view.rank")}
        >
          ${ranking === undefined ? nothing : this.#table(chosen, ranking)}
        </section>
        <section
          class="trends"
          tabindex="0"
          aria-label=${this.say("views.rank.trends")}
        >
          ${ranking === undefined ? nothing : this.#multiples(chosen, ranking)}
        </section>
      </div>`;
  }

  get #by(): RankBy {
    return this.filters["by"] === "change" ? "change" : "level";
  }

  #bar(chosen: ChosenRank | null) {
    return html`<div class="bar">
      <h1>${this.say("ui.view.rank")}</h1>
      ${chosen === null ? nothing : this.#controls(chosen)}
    </div>`;
  }

  #controls({ choice, period }: ChosenRank) {
    const choices = this.#choices.answer ?? [];
    const series = distinct(choices, seriesId);
    const among = choices.filter(
      (other) => seriesId(other) === seriesId(choice),
    );
    return html`<label
        >${this.say("ui.column.indicator")}
        <select
          class="wide"
          @change=${(event: Event) => {
            const to = series.find(
              (other) => seriesId(other) === valueOf(event),
            );
            if (to !== undefined)
              this.#go({
                indicator: to.indicator,
                variant: to.variant,
                base: to.base,
                level: choice.level,
                parent: choice.parent,
              });
          }}
        >
          ${series.map((other) =>
            option(
              seriesId(other),
              this.#seriesWords(other),
              seriesId(other) === seriesId(choice),
            ),
          )}
        </select></label
      >
      <label
        >${this.say("views.rank.period")}
        <select
          @change=${(event: Event) => {
            this.#go({ ...this.#asFilters(choice), period: valueOf(event) });
          }}
        >
          ${choice.periods.map(({ code }) =>
            option(code, periodText(code, this.language), code === period),
          )}
        </select></label
      >
      <label
        >${this.say("views.rank.among")}
        <select
          @change=${(event: Event) => {
            const to = among.find((other) => amongId(other) === valueOf(event));
            if (to !== undefined) this.#go({ ...this.#asFilters(to), period });
          }}
        >
          ${among.map((other) =>
            option(
              amongId(other),
              this.#amongWords(other),
              amongId(other) === amongId(choice),
            ),
          )}
        </select></label
      >
      <span>${this.say("views.rank.by")}</span>
      <span
        class="segments"
        role="group"
        aria-label=${this.say("views.rank.by")}
      >
        ${(["level", "change"] as const).map(
          (by) =>
            html`<button
              type="button"
              aria-pressed=${by === this.#by}
              @click=${() => {
                this.#go({ ...this.#asFilters(choice), period, by });
              }}
            >
              ${this.say(`views.rank.by.${by}`)}
            </button>`,
        )}
      </span>
      <span class="space"></span>
      ${pictureButtons((kind) => {
        void this.#save(kind);
      }, this.language)}`;
  }

  #asFilters(choice: RankChoice): Readonly<Record<string, string>> {
    const { indicator, variant, base, level, parent } = choice;
    return { indicator, variant, base, level, parent };
  }

  #go(filters: Readonly<Record<string, string>>): void {
    send(this, "db-navigate", {
      view: "rank",
      filters: {
        ...(this.filters["by"] === undefined ? {} : { by: this.filters["by"] }),
        ...filters,
      },
    });
  }

  #seriesWords({ indicator, variant, base }: RankChoice): string {
    const more = [
      this.names.variant(variant),
      base === ""
        ? ""
        : this.say("ui.against_base", {
            base: periodText(base, this.language),
          }),
    ].filter((part) => part !== "");
    const name = this.names.indicator(indicator);
    return more.length === 0
      ? name
      : `${name} (${more.join(this.say("ui.comma"))})`;
  }

  #amongWords({ level, parent }: RankChoice): string {
    if (parent === "") return this.say("views.rank.all_counties");
    return this.say(
      level === "city" ? "views.rank.cities" : "views.rank.counties",
      { region: this.names.region(parent) },
    );
  }

  #title({ choice, period }: ChosenRank): string {
    return [
      this.#amongWords(choice),
      this.#seriesWords(choice),
      periodText(period, this.language),
    ].join(" · ");
  }

  /** Unit, order, rounding. */
  #line(chosen: ChosenRank, ranking: Ranking): string {
    const { better, unit } = ranking;
    const words = this.names.unit(unit);
    const goals = ranking.lines.some(
      ({ region }) => this.#goalShare(chosen, ranking, region) !== null,
    );
    return [
      words === "" ? "" : this.say("views.rank.unit", { unit: words }),
      this.#by === "change"
        ? this.say("views.rank.by_change")
        : this.say(`views.rank.${better}`),
      this.#by === "change" ? "" : this.say("views.rank.rounding"),
      goals ? this.say("views.rank.target_tick") : "",
    ]
      .filter((part) => part !== "")
      .join(" · ");
  }

  #summary(ranking: Ranking): string {
    const { ranked, better, worse, same } = countChanges(ranking);
    return better + worse + same === 0
      ? this.say("views.rank.summary_without_change", { n: ranked })
      : this.say("views.rank.summary", { n: ranked, better, worse, same });
  }

  #table(chosen: ChosenRank, ranking: Ranking) {
    const rows = rankTable(ranking, this.#by);
    const both = goesBothWays(rows);
    return html`<div class="head"><h2>${this.#title(chosen)}</h2></div>
      <p class="line">${this.#line(chosen, ranking)}</p>
      <p class="line">${this.#summary(ranking)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col" class="rank">
              ${this.say("views.rank.column.rank")}
            </th>
            <th scope="col" class="region">${this.say("ui.column.region")}</th>
            <th scope="col" class="bars">
              <span class="hidden-text">${this.say("views.rank.by")}</span>
            </th>
            <th scope="col" class="value number">
              ${this.say("ui.column.actual")}
            </th>
            <th scope="col" class="change number">
              ${this.say("views.rank.column.change")}
            </th>
            <th scope="col" class="change-rank number">
              ${
                this.#by === "level"
                  ? this.say("views.rank.column.change_rank")
                  : this.say("views.rank.column.rank") +
                    ` (${this.say("views.rank.by.level")})`
              }
            </th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.#row(chosen, ranking, row, both))}
        </tbody>
      </table>`;
  }

  #row(chosen: ChosenRank, ranking: Ranking, row: RankShown, both: boolean) {
    const { line } = row;
    const name = this.names.regionShort(line.region);
    return html`<tr
      class="${line.excluded ? "excluded" : ""} ${
        this.inspected === line.region ? "chosen" : ""
      }"
    >
      <td class="rank">
        ${this.#place(row.rank, row.tied, line.excluded, line.reason)}
      </td>
      <td class="region">
        <button
          type="button"
          class="link"
          title=${this.names.region(line.region)}
          @click=${() => {
            this.#inspect(chosen, ranking, line.region);
          }}
        >
          ${name}
        </button>
      </td>
      <td>${this.#drawBar(chosen, row, both, ranking)}</td>
      <td class="value number">${row.value}</td>
      <td
        class="change number"
        title=${line.change !== null && !line.changeComputed ? this.say("views.rank.stated") : ""}
      >
        ${this.#change(row)}
      </td>
      <td class="change-rank number">
        ${
          this.#by === "level"
            ? this.#placeWords(line.changeRank, line.changeTied)
            : this.#placeWords(line.rank, line.tied)
        }
      </td>
    </tr>`;
  }

  #place(
    rank: number | null,
    tied: boolean,
    excluded: boolean,
    reason: string,
  ) {
    if (rank !== null)
      return html`<b>${rank}</b> ${
          tied
            ? html`<span class="muted">${this.say("views.rank.tied")}</span>`
            : nothing
        }`;
    const why = reason === "" ? figureText(null, null) : reason;
    return html`<span
      class="muted"
      title=${this.say(excluded ? "views.rank.excluded.why" : "views.rank.unranked.why", { reason: why })}
      >${excluded ? this.say("views.rank.excluded") : why}</span
    >`;
  }

  #placeWords(rank: number | null, tied: boolean): string {
    if (rank === null) return figureText(null, null);
    return tied ? `${rank} ${this.say("views.rank.tied")}` : String(rank);
  }

  #change({ line, change }: RankShown): string {
    if (line.change === null) return change;
    return line.changeUnit === "pp"
      ? `${change} ${this.say("views.rank.points")}`
      : `${change}${line.changeUnit}`;
  }

  #drawBar(
    chosen: ChosenRank,
    { share, line }: RankShown,
    both: boolean,
    ranking: Ranking,
  ) {
    if (share === null) return nothing;
    const zero = both ? 50 : 0;
    const length = Math.abs(share) * (both ? 50 : 100);
    const left = both && share < 0 ? zero - length : zero;
    const goal = this.#goalShare(chosen, ranking, line.region);
    return html`<span class="stick"
      ><i
        class=${both && share > 0 === (ranking.better === "lower") ? "against" : ""}
        style="left:${left}%;width:${length}%"
      ></i
      >${
        goal === null || both
          ? nothing
          : html`<u style="left:calc(${goal * 100}% - 1px)"></u>`
      }</span
    >`;
  }

  /** Where a region's goal stands among the bars; null without a goal for this period's year. */
  #goalShare(
    { choice, period }: ChosenRank,
    ranking: Ranking,
    region: string,
  ): number | null {
    if (this.#by !== "level") return null;
    const row = (this.#progress.answer ?? []).find(
      (candidate) =>
        candidate.targetId !== null &&
        candidate.region === region &&
        candidate.indicator === choice.indicator &&
        candidate.variant === choice.variant &&
        candidate.base === choice.base &&
        candidate.period === period,
    );
    const most = Math.max(
      ...ranking.lines.map(({ value }) => Math.abs(value ?? 0)),
    );
    const goal = row?.target ?? null;
    return goal === null || most === 0 || goal < 0 || goal > most
      ? null
      : goal / most;
  }

  #multiples({ choice }: ChosenRank, ranking: Ranking) {
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

  #inspect(chosen: ChosenRank, ranking: Ranking, region: string): void {
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
    const chosen = this.#chosen;
    const ranking = this.#ranking.answer;
    if (chosen === null || ranking === undefined) return;
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
      this.#bars(chosen, ranking),
      {
        rank: this.say("views.rank.column.rank"),
        region: this.say("ui.column.region"),
        value: this.say("ui.column.actual"),
        change: this.say("views.rank.column.change"),
      },
      look,
    );
    const title = this.#title(chosen);
    await savePicture(
      picture(
        drawing,
        {
          title,
          line: this.#line(chosen, ranking),
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

  #bars(chosen: ChosenRank, ranking: Ranking): readonly RankBar[] {
    return rankTable(ranking, this.#by).map((row) => ({
      rank: this.#placeWords(row.rank, row.tied),
      region: this.names.regionShort(row.line.region),
      share: row.share,
      value: row.value,
      change: this.#change(row),
      goal: this.#goalShare(chosen, ranking, row.line.region),
    }));
  }

  printable(): Printable | null {
    const chosen = this.#chosen;
    const ranking = this.#ranking.answer;
    if (chosen === null || ranking === undefined) return null;
    const rows = rankTable(ranking, this.#by);
    const both = goesBothWays(rows);
    return {
      title: this.#title(chosen),
      line: this.#line(chosen, ranking),
      blocks: [
        { kind: "text", text: this.#summary(ranking) },
        {
          kind: "table",
          columns: [
            column(this.say("views.rank.column.rank"), 9, "left"),
            column(this.say("ui.column.region"), 11, "left"),
            column("", 40, "left"),
            column(this.say("ui.column.actual"), 10, "right"),
            column(this.say("views.rank.column.change"), 12, "right"),
            column(this.say("views.rank.column.change_rank"), 12, "right"),
          ],
          rows: rows.map((row) => ({
            cells: [
              row.rank === null
                ? this.#place(null, false, row.line.excluded, row.line.reason)
                : this.#placeWords(row.rank, row.tied).replace(/^\d+/, (rank) =>
                    rank.padStart(String(rows.length).length, "\u2007"),
                  ),
              this.names.region(row.line.region),
              this.#paperBar(
                row,
                both,
                both ? null : this.#goalShare(chosen, ranking, row.line.region),
              ),
              row.value,
              this.#change(row),
              this.#placeWords(row.line.changeRank, row.line.changeTied),
            ],
          })),
        },
      ],
    };
  }

  /** Styled in place: the pages have no styles of this view. */
  #paperBar({ share }: RankShown, both: boolean, goal: number | null) {
    if (share === null) return nothing;
    const length = Math.abs(share) * (both ? 50 : 100);
    const left = both ? 50 - (share < 0 ? length : 0) : 0;
    return html`<span style="display:block;position:relative;height:14px"
      ><i
        style="position:absolute;top:2px;height:10px;left:${left}%;width:${length}%;background:#456"
      ></i
      >${
        goal === null
          ? nothing
          : html`<u
              style="position:absolute;top:0;height:14px;left:calc(${goal * 100}% - 1px);width:2px;background:#000;box-shadow:0 0 0 1px #fff"
            ></u>`
      }</span
    >`;
  }
}

function column(head: string, width: number, align: "left" | "right") {
  return { head, width, align };
}

function option(value: string, words: string, selected: boolean) {
  return html`<option value=${value} ?selected=${selected}>${words}</option>`;
}

function distinct(
  choices: readonly RankChoice[],
  id: (choice: RankChoice) => string,
): readonly RankChoice[] {
  return [
    ...new Map([...choices].reverse().map((c) => [id(c), c])).values(),
  ].reverse();
}

declare global {
  interface HTMLElementTagNameMap {
    "db-rank": DbRank;
  }
}
