import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ProgressRow } from "../../model/progress.ts";
import type { RowOutlook } from "../../worker/api.ts";
import { figureText } from "../format/figure.ts";
import { describeNamed } from "../format/param-words.ts";
import { periodText } from "../format/period-text.ts";
import { PointColumns } from "../format/point-columns.ts";
import { remainingWords } from "../format/remaining-words.ts";
import {
  type TargetFigure,
  targetFigure,
  targetFigures,
} from "../format/target-figure.ts";
import { stampText } from "../format/time-text.ts";
import { chanceText } from "../inspector/outlook-words.ts";
import { baseStyles, viewStyles } from "../parts/base-styles.ts";
import type { Printable, PrintBlock } from "../parts/printable.ts";
import { statusGlyph, statusMark } from "../parts/status-mark.ts";
import { send } from "../state/events.ts";
import { Question } from "../state/question.ts";
import { ViewElement } from "../state/view-element.ts";
import "./db-overview-changes.ts";
import "./db-overview-headline.ts";
import { setToMiss } from "./set-to-miss.ts";
import { withOutlooks } from "./with-outlooks.ts";
import { targetColumns, targetRows } from "./target-rows.ts";
import { needsBackup } from "./backup-reminder.ts";
import { overviewStyles } from "./overview-styles.ts";
import {
  everything,
  filterProgress,
  isUnmet,
  isUnreported,
  type ProgressTally,
  type StatusGroup,
  tallyProgress,
  withStatus,
  worstFirst,
} from "./progress-filter.ts";
import type { Standpoint } from "./target-window.ts";

const most = 40;
const none: readonly RowOutlook[] = [];
const fewWaiting = 6;
const fewRegions = 6;

/** 总览: five numbers, what is behind worst first, what has not come in, what was done last. */
@customElement("db-overview")
export class DbOverview extends ViewElement {
  static override styles = [baseStyles, viewStyles, overviewStyles];

  /** Of the route: `headline`. */
  @property({ attribute: false }) filters: Readonly<Record<string, string>> =
    {};

  #rows: readonly ProgressRow[] = [];
  #narrowedBy: readonly unknown[] = [];
  #progress = new Question(
    this,
    () => [this.scope.region, this.scope.asOf, this.journal] as const,
    ([region, asOf]) => this.engine.progress({ region, asOf }),
  );
  /** They take longer than the rows, and come after them. */
  #outlooks = new Question(
    this,
    () => [this.scope.region, this.scope.asOf, this.journal] as const,
    ([region, asOf]) => this.engine.outlooks({ region, asOf }),
  );
  #log = new Question(
    this,
    () => [this.journal] as const,
    () => this.engine.log(),
  );

  get #from(): Standpoint {
    return {
      asOf: this.scope.asOf,
      regions: new Set(this.journal.dataRegions),
    };
  }

  /** The same rows as long as nothing they depend on changed: parts of the view ask by them. */
  protected override willUpdate(): void {
    const { answer } = this.#progress;
    const outlooks = this.#outlooks.answer ?? none;
    const by = [answer, outlooks, this.scope, this.names, this.journal];
    if (
      answer === undefined ||
      by.every((part, i) => part === this.#narrowedBy[i])
    )
      return;
    this.#narrowedBy = by;
    this.#rows = filterProgress(
      withOutlooks(answer, outlooks),
      {
        ...everything,
        closed: true,
        search: this.scope.search,
        spell: this.scope.spell,
      },
      this.names,
      this.#from,
    );
  }

  protected override render() {
    const { answer, failure } = this.#progress;
    if (failure !== null)
      return html`<p class="message" role="alert">
        ${this.say(failure.code, failure.params)}
      </p>`;
    if (answer === undefined) return nothing;
    const from = this.#from;
    const rows = this.#rows;
    const tally = tallyProgress(rows, from);
    return html`<h1 class="hidden-text">${this.say("ui.view.overview")}</h1>
      ${this.#tiles(tally)}
      <div class="columns">
        <section
          class="behind"
          tabindex="0"
          aria-label=${this.say("ui.overview.behind")}
        >
          ${this.#behind(rows, tally, from)}
        </section>
        <div
          class="side"
          tabindex="0"
          role="region"
          aria-label=${this.say("views.overview.changes")}
        >
          <db-overview-changes .rows=${rows}></db-overview-changes>
          <section>${this.#unreported(rows, tally, from)}</section>
          <section>${this.#recent()}</section>
        </div>
      </div>
      <db-overview-headline
        .rows=${rows}
        .indicator=${this.filters["headline"] ?? ""}
      ></db-overview-headline>`;
  }

  #tiles(tally: ProgressTally) {
    return html`<div class="tiles">
      ${this.#tile("met", tally.met, statusGlyph("已达标", 14))}
      ${this.#tile("onPace", tally.onPace, statusGlyph("达序时", 14))}
      ${this.#tile("behind", tally.behind, statusGlyph("滞后", 14))}
      ${this.#tile(
        "unreported",
        tally.unreported,
        nothing,
        tally.undecided > 0
          ? this.say("ui.overview.undecided", { n: tally.undecided })
          : "",
      )}
      <button
        type="button"
        class="tile"
        @click=${() => {
          send(this, "db-navigate", {
            view: "data",
            filters: { mark: "conflict", measure: "all" },
          });
        }}
      >
        <span class="what">${this.say("ui.group.conflicts")}</span>
        <b>${this.journal.conflicts}</b>
        <span class="note">${this.say("ui.overview.conflicts")}</span>
      </button>
    </div>`;
  }

  printable(): Printable | null {
    if (this.#progress.answer === undefined) return null;
    const from = this.#from;
    const rows = this.#rows;
    const tally = tallyProgress(rows, from);
    const columns = targetColumns(this.names);
    const table = (
      title:
        "ui.overview.behind" | "ui.overview.unmet" | "views.overview.missing",
      listed: readonly ProgressRow[],
      none: string,
    ): PrintBlock[] => [
      { kind: "heading", text: `${this.say(title)} ${listed.length}` },
      listed.length === 0
        ? { kind: "text", text: none }
        : { kind: "table", columns, rows: targetRows(listed, this.names) },
    ];
    return {
      title: this.say("ui.title"),
      line: this.say("views.print.units_in_rows"),
      blocks: [
        {
          kind: "text",
          text: (
            [
              ["ui.group.met", tally.met],
              ["ui.group.onPace", tally.onPace],
              ["ui.group.behind", tally.behind],
              ["ui.group.unreported", tally.unreported],
              ["ui.group.conflicts", this.journal.conflicts],
            ] as const
          )
            .map(([code, n]) => `${this.say(code)} ${n}`)
            .join("　"),
        },
        ...table(
          "ui.overview.behind",
          worstFirst(withStatus(rows, "behind", this.names, from)),
          this.say("ui.overview.none_behind"),
        ),
        ...table(
          "views.overview.missing",
          worstFirst(rows.filter((row) => setToMiss(row, from) !== null)),
          this.say("views.overview.none_missing") +
            this.#unknownForecasts(rows),
        ),
        ...table(
          "ui.overview.unmet",
          worstFirst(rows.filter((row) => isUnmet(row, from))),
          figureText(null, null),
        ),
        { kind: "heading", text: this.say("ui.group.unreported") },
        ...this.#waiting(rows, from).map(
          ([indicator, regions]): PrintBlock => ({
            kind: "text",
            text: [
              this.names.indicator(indicator),
              regions
                .map((region) => this.names.regionShort(region))
                .join(this.say("ui.comma")),
            ].join(this.language === "zh" ? "：" : ": "),
          }),
        ),
      ],
    };
  }

  /** Regions a figure is still due from, by indicator. */
  #waiting(
    rows: readonly ProgressRow[],
    from: Standpoint,
  ): readonly (readonly [string, readonly string[]])[] {
    const waiting = new Map<string, Set<string>>();
    for (const row of rows) {
      if (!isUnreported(row, from)) continue;
      const known = waiting.get(row.indicator) ?? new Set<string>();
      waiting.set(row.indicator, known.add(row.region));
    }
    return [...waiting].map(([indicator, regions]) => [
      indicator,
      [...regions],
    ]);
  }

  /** Said while nothing here carries a forecast. */
  #unknownForecasts(rows: readonly ProgressRow[]): string {
    return this.#outlooks.answer === undefined ||
      rows.some(({ forecast }) => forecast !== null)
      ? ""
      : (this.language === "zh" ? "" : " ") +
          this.say("views.overview.no_forecast");
  }

  #tile(
    group: StatusGroup | "unreported",
    n: number,
    glyph: unknown,
    note = "",
  ) {
    return html`<button
      type="button"
      class="tile"
      @click=${() => {
        this.#go({ status: group });
      }}
    >
      <span class="what">${glyph}${this.say(`ui.group.${group}`)}</span>
      <b>${n}</b>
      <span class="note">${note}</span>
    </button>`;
  }

  #behind(
    rows: readonly ProgressRow[],
    tally: ProgressTally,
    from: Standpoint,
  ) {
    const behind = worstFirst(withStatus(rows, "behind", this.names, from));
    const unmet = worstFirst(rows.filter((row) => isUnmet(row, from)));
    return html`${this.#table(
      "ui.overview.behind",
      behind,
      this.say("ui.overview.none_behind"),
      { status: "behind" },
    )}
    ${this.#missing(rows, from)}
    ${
      unmet.length === 0
        ? nothing
        : this.#table("ui.overview.unmet", unmet, "", { status: "unmet" })
    }
    ${
      tally.closed === 0
        ? nothing
        : html`<p class="pad muted">
            ${this.say("ui.overview.closed", {
              n: tally.closed,
              year: from.asOf.slice(0, 4),
            })}
            ${this.#link(this.say("ui.overview.show"), { status: "closed" })}
          </p>`
    }`;
  }

  /** What will miss its goal, as far as that is known. */
  #missing(rows: readonly ProgressRow[], from: Standpoint) {
    const missing = worstFirst(
      rows.filter((row) => setToMiss(row, from) !== null),
    );
    const unknown = this.#unknownForecasts(rows);
    if (missing.length === 0)
      return html`<h2>
        ${this.say("views.overview.missing")}
        <span class="muted none"
          >${this.say("views.overview.none_missing") + unknown}</span
        >
      </h2>`;
    return html`${this.#table("views.overview.missing", missing, "", {
      status: "missing",
    })}
    ${unknown === "" ? nothing : html`<p class="pad note muted">${unknown.trim()}</p>`}`;
  }

  #table(
    title:
      "ui.overview.behind" | "ui.overview.unmet" | "views.overview.missing",
    rows: readonly ProgressRow[],
    none: string,
    all: Readonly<Record<string, string>>,
  ) {
    if (rows.length === 0)
      return html`<h2>${this.say(title)}</h2>
        <p class="muted pad">${none}</p>`;
    const shown = rows.slice(0, most);
    const points = new PointColumns<ProgressRow, TargetFigure>(
      targetFigures,
      targetFigure,
    );
    points.take(shown);
    return html`<h2>
        ${this.say(title)} <span class="muted">${rows.length}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col" class="status">${this.say("ui.column.status")}</th>
            <th scope="col" class="what">${this.say("ui.column.indicator")}</th>
            <th scope="col" class="period">${this.say("ui.column.period")}</th>
            <th scope="col" class="number">${this.say("ui.column.actual")}</th>
            <th scope="col" class="number">${this.say("ui.column.target")}</th>
            <th scope="col" class="number">${this.say("ui.column.gap")}</th>
            <th scope="col" class="remaining">
              ${this.say("ui.column.remaining")}
            </th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => this.#row(row, points))}
        </tbody>
      </table>
      ${
        rows.length > most
          ? html`<p class="pad">
              ${this.#link(
                this.say("ui.issues.more", { n: rows.length - most }),
                all,
              )}
            </p>`
          : nothing
      }`;
  }

  #row(row: ProgressRow, points: PointColumns<ProgressRow, TargetFigure>) {
    const { names } = this;
    const forecast =
      row.forecast !== null && setToMiss(row, this.#from) === "forecast"
        ? `${this.say("views.overview.forecast", {
            value: figureText(row.forecast, row.decimals),
            unit: names.unit(row.unit),
            chance:
              row.outlook === null || row.outlook.chance === null
                ? figureText(null, null)
                : chanceText(row.outlook.chance),
          })}${this.language === "zh" ? "；" : "; "}`
        : "";
    const figure = (field: TargetFigure) =>
      html`<td class=${["number", ...points.classes(row, field)].join(" ")}>
        ${targetFigure(row, field)}
      </td>`;
    return html`<tr>
      <td>${statusMark(row.status, names.status(row.status))}</td>
      <td class="what">
        ${this.#link(
          html`${names.regionShort(row.region)}
            ${names.indicator(row.indicator)}${
              // Not broken before the unit.
              "\u00a0"
            }<span class="muted unit">${names.unit(row.unit)}</span>`,
          { indicator: row.indicator, region: row.region },
        )}
      </td>
      <td class="muted">${periodText(row.period, this.language)}</td>
      ${figure("actual")}${figure("target")}${figure("gap")}
      <td class="remaining" title=${forecast + remainingWords(row, names)}>
        ${forecast + remainingWords(row, names, "short")}
      </td>
    </tr>`;
  }

  #unreported(
    rows: readonly ProgressRow[],
    tally: ProgressTally,
    from: Standpoint,
  ) {
    const waiting = this.#waiting(rows, from);
    return html`<h2>${this.say("ui.group.unreported")}</h2>
      ${
        waiting.length === 0
          ? html`<p class="muted pad">
              ${this.say("ui.overview.all_reported")}
            </p>`
          : html`<ul>
              ${waiting.slice(0, fewWaiting).map(([indicator, missing]) => {
                return html`<li>
                  ${this.#link(this.names.indicator(indicator), {
                    status: "unreported",
                    indicator,
                  })}
                  <span class="muted"
                    >${missing
                      .slice(0, fewRegions)
                      .map((region) => this.names.regionShort(region))
                      .join(this.say("ui.comma"))}${
                      missing.length > fewRegions
                        ? this.say("ui.and_more", { n: missing.length })
                        : ""
                    }</span
                  >
                </li>`;
              })}
              ${
                waiting.length > fewWaiting
                  ? html`<li>
                      ${this.#link(
                        this.say("ui.issues.more", {
                          n: waiting.length - fewWaiting,
                        }),
                        { status: "unreported" },
                      )}
                    </li>`
                  : nothing
              }
            </ul>`
      }
      ${
        tally.elsewhere === 0
          ? nothing
          : html`<p class="muted pad small">
              ${this.say("ui.overview.elsewhere", { n: tally.elsewhere })}
              ${this.#link(this.say("ui.overview.show"), {
                status: "elsewhere",
              })}
            </p>`
      }`;
  }

  #recent() {
    const lines = this.#log.answer ?? [];
    return html`<h2>${this.say("ui.overview.recent")}</h2>
      ${
        needsBackup(this.journal, Date.now())
          ? html`<p class="reminder">
              ${this.say("ui.backup.reminder")}
              <button
                type="button"
                class="link"
                @click=${() => {
                  send(this, "db-settings", null);
                }}
              >
                ${this.say("ui.backup.now")}
              </button>
            </p>`
          : nothing
      }
      <ul>
        ${lines.slice(0, 8).map(
          (line) =>
            html`<li class=${line.undone ? "undone" : ""}>
              <span>${describeNamed(line.code, line.params, this.names)}</span>
              <span class="muted tabular"
                >${[
                  stampText(line.at),
                  line.who,
                  line.undone ? this.say("ui.history.undone") : "",
                ]
                  .filter((part) => part !== "")
                  .join(" · ")}</span
              >
            </li>`,
        )}
      </ul>`;
  }

  #link(words: unknown, filters: Readonly<Record<string, string>>) {
    return html`<button
      type="button"
      class="link"
      @click=${() => {
        this.#go(filters);
      }}
    >
      ${words}
    </button>`;
  }

  #go(filters: Readonly<Record<string, string>>): void {
    send(this, "db-navigate", { view: "targets", filters });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-overview": DbOverview;
  }
}
