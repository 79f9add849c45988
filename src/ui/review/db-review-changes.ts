import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { measures } from "../../model/observation.ts";
import type {
  ImportChoices,
  ReviewChange,
  ReviewChanges,
  ReviewConflict,
  ReviewMissing,
  Stated,
} from "../../worker/api.ts";
import { figureText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";

/** Lines drawn at once. */
const step = 60;

interface Keyed {
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  readonly measure: string;
  readonly unit: string;
}

/** What holds of a change where nothing was chosen: an edit by hand stays, an imported value gives way. */
export function defaultChoice({ held }: ReviewChange): "keep" | "take" {
  return held.edited ? "keep" : "take";
}

/**
 * What importing would do: counts, the values that change with accept or keep,
 * what files state differently, and what the last import of the form had and
 * this one has not. Sends `db-choose` ({@link ImportChoices}) with all choices.
 */
@customElement("db-review-changes")
export class DbReviewChanges extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
        align-content: start;
      }
      .sums {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        font-size: var(--size-small);
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-bottom: 4px;
      }
      .head h2 {
        flex: 1;
      }
      .head button {
        height: 24px;
        padding: 0 8px;
        font-size: var(--size-small);
      }
      li.line {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px 8px;
        padding: 5px 0;
        border-bottom: 1px solid var(--line);
        font-size: var(--size-small);
      }
      .what {
        grid-column: 1 / -1;
        overflow-wrap: anywhere;
      }
      .values b {
        color: var(--behind);
      }
      .kept .values b {
        font-weight: 400;
        color: var(--muted);
        text-decoration: line-through;
      }
      fieldset {
        display: flex;
        gap: 10px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      fieldset.stack {
        grid-column: 1 / -1;
        display: grid;
        gap: 2px;
      }
      label {
        display: inline-flex;
        gap: 4px;
        align-items: baseline;
        white-space: nowrap;
      }
      .stack label {
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .missing {
        display: grid;
        gap: 2px;
        padding-left: 8px;
        border-left: 3px solid var(--behind);
        font-size: var(--size-small);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) changes!: ReviewChanges;
  @property({ attribute: false }) choices: ImportChoices = {};
  /** Files that would be imported. */
  @property({ attribute: false }) files = 0;

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;
  @state() private most = step;

  protected override render() {
    const { fresh, same, different, conflicts, missing } = this.changes;
    const calm = different.length + conflicts.length + missing.length === 0;
    return html`<div>
        <h2>${this.say("review.sum", { files: this.files })}</h2>
        <p class="sums tabular">
          <span>${this.say("review.sum.fresh", { n: fresh })}</span>
          <span
            >${this.say("review.sum.different", { n: different.length })}</span
          >
          <span>${this.say("review.sum.same", { n: same })}</span>
          <span
            >${this.say("review.sum.conflicts", { n: conflicts.length })}</span
          >
          <span
            >${this.say("review.sum.missing", { n: countMissing(missing) })}</span
          >
        </p>
      </div>
      ${calm ? html`<p class="muted">${this.say("review.no_changes")}</p>` : nothing}
      ${conflicts.length === 0 ? nothing : this.#conflicts(conflicts)}
      ${different.length === 0 ? nothing : this.#different(different)}
      ${missing.length === 0 ? nothing : this.#missing(missing)}`;
  }

  #different(different: readonly ReviewChange[]) {
    return html`<section>
      <div class="head">
        <h2>${this.say("review.different")}</h2>
        <button
          type="button"
          @click=${() => {
            this.#chooseAll("take");
          }}
        >
          ${this.say("review.take_all")}
        </button>
        <button
          type="button"
          @click=${() => {
            this.#chooseAll("keep");
          }}
        >
          ${this.say("review.keep_all")}
        </button>
      </div>
      <ul>
        ${different.slice(0, this.most).map((change) => this.#change(change))}
      </ul>
      ${
        different.length > this.most
          ? html`<button
              type="button"
              @click=${() => {
                this.most += step * 4;
              }}
            >
              ${this.say("review.more", { n: different.length - this.most })}
            </button>`
          : nothing
      }
    </section>`;
  }

  #change(change: ReviewChange) {
    const { key, held, found, delta, rate } = change;
    const chosen = this.choices[key] ?? defaultChoice(change);
    const what = this.#what(change);
    const unit = this.names.unit(change.unit);
    const by =
      delta === ""
        ? ""
        : `${delta.startsWith("-") ? "" : "+"}${delta.replace("-", "−")}${
            rate === "" ? "" : ` (${rate.replace("-", "−")}%)`
          }`;
    return html`<li class="line ${chosen === "keep" ? "kept" : ""}">
      <span class="what">${what}</span>
      <span class="values tabular" title=${`${place(held)} → ${place(found)}`}
        >${this.#value(held)} → <b>${this.#value(found)}</b> ${unit}
        <span class="muted">${by}</span>
        ${held.edited ? html`<em>${this.say("review.edited")}</em>` : nothing}</span
      >
      <fieldset>
        <legend class="hidden-text">
          ${this.say("review.change_choice", { what })}
        </legend>
        ${(["take", "keep"] as const).map(
          (choice) =>
            html`<label
              ><input
                type="radio"
                name=${`change-${key}`}
                .checked=${chosen === choice}
                @change=${() => {
                  this.#choose({ ...this.choices, [key]: choice });
                }}
              />${this.say(`review.${choice}`)}</label
            >`,
        )}
      </fieldset>
    </li>`;
  }

  #conflicts(conflicts: readonly ReviewConflict[]) {
    return html`<section>
      <div class="head"><h2>${this.say("review.conflicts")}</h2></div>
      <ul>
        ${conflicts.slice(0, this.most).map((conflict) => {
          const { key, options } = conflict;
          const chosen = this.choices[key];
          const what = this.#what(conflict);
          return html`<li class="line">
            <span class="what">${what}</span>
            <fieldset class="stack">
              <legend class="hidden-text">
                ${this.say("review.conflict_choice", { what })}
              </legend>
              ${options.map(
                (option, at) =>
                  html`<label class="tabular"
                    ><input
                      type="radio"
                      name=${`conflict-${key}`}
                      .checked=${
                        typeof chosen === "object"
                          ? chosen.file === option.file &&
                            chosen.sheet === option.sheet &&
                            chosen.cell === option.cell
                          : at === options.length - 1
                      }
                      @change=${() => {
                        const { file, sheet, cell } = option;
                        this.#choose({
                          ...this.choices,
                          [key]: { file, sheet, cell },
                        });
                      }}
                    />${this.#value(option)} ${this.names.unit(conflict.unit)}
                    <span class="muted">${place(option)}</span></label
                  >`,
              )}
            </fieldset>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #missing(missing: readonly ReviewMissing[]) {
    const list = (codes: readonly string[]): string =>
      codes.join(this.say("ui.comma"));
    return html`<section>
      <div class="head"><h2>${this.say("review.missing")}</h2></div>
      ${missing.map(({ file, last, regions, indicators, others }) => {
        const pairs = others
          .slice(0, 20)
          .map(
            ([indicator, region]) =>
              `${this.names.regionShort(region)} ${this.names.indicator(indicator)}`,
          );
        return html`<div class="missing">
          <b>${this.say("review.missing.in", { file, last })}</b>
          ${
            regions.length === 0
              ? nothing
              : html`<span
                  >${this.say("review.missing.regions", {
                    names: list(
                      regions.map((code) => this.names.regionShort(code)),
                    ),
                  })}</span
                >`
          }
          ${
            indicators.length === 0
              ? nothing
              : html`<span
                  >${this.say("review.missing.indicators", {
                    names: list(
                      indicators.map((code) => this.names.indicator(code)),
                    ),
                  })}</span
                >`
          }
          ${
            others.length === 0
              ? nothing
              : html`<span
                  >${this.say("review.missing.others", {
                    names:
                      list(pairs) +
                      (others.length > pairs.length
                        ? this.say("ui.and_more", { n: others.length })
                        : ""),
                  })}</span
                >`
          }
        </div>`;
      })}
    </section>`;
  }

  #what({ region, indicator, period, measure }: Keyed): string {
    const known = measures.find((one) => one === measure);
    return [
      this.names.regionShort(region),
      this.names.indicator(indicator),
      periodText(period, this.names.language),
      known === undefined || known === "actual"
        ? ""
        : this.say(`ui.measure.${known}`),
    ]
      .filter((part) => part !== "")
      .join(" · ");
  }

  #value({ value, missing, decimals }: Stated): string {
    return value === null ? missing || "—" : figureText(value, decimals);
  }

  #chooseAll(choice: "keep" | "take"): void {
    this.#choose({
      ...this.choices,
      ...Object.fromEntries(
        this.changes.different.map(({ key }) => [key, choice]),
      ),
    });
  }

  #choose(choices: ImportChoices): void {
    this.dispatchEvent(
      new CustomEvent<ImportChoices>("db-choose", { detail: choices }),
    );
  }
}

function place({ file, sheet, cell }: Stated): string {
  return [file, sheet, cell].filter((part) => part !== "").join(" · ");
}

/** Regions, indicators and pairs that are missing, over all files. */
export function countMissing(missing: readonly ReviewMissing[]): number {
  return missing.reduce(
    (sum, { regions, indicators, others }) =>
      sum + regions.length + indicators.length + others.length,
    0,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "db-review-changes": DbReviewChanges;
  }
}
