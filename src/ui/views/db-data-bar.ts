import { consume } from "@lit/context";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { statuses } from "../../model/catalog.ts";
import { measures } from "../../model/observation.ts";
import type { Cube } from "../../worker/api.ts";
import { periodText } from "../format/period-text.ts";
import {
  type Filters,
  hiddenFilters,
  valueFilters,
} from "../grid/arrangement.ts";
import {
  type Dimension,
  layoutCodes,
  layoutOf,
  pickedIn,
} from "../grid/layout.ts";
import type { Choices, Place } from "../grid/sheet.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { icon } from "../parts/icon.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import type { Names } from "../state/names.ts";
import { valueOf } from "../state/value-of.ts";
import { allMeasures, layoutCode, measureOf } from "./data-sheet.ts";

type Option = readonly [value: string, words: string];

/**
 * The line over the data: layout, what is picked, how rows are narrowed. What
 * stands in the element comes last. Sends `db-narrow` ({@link Filters} to set).
 */
@customElement("db-data-bar")
export class DbDataBar extends DbElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        position: relative;
        z-index: 6;
        container-type: inline-size;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 4px 8px;
        min-height: 40px;
        padding: 4px 12px;
        border-bottom: 1px solid var(--line);
      }
      /* Projected, or beside the inspector on a small screen. */
      @container (max-width: 880px) {
        .bar {
          flex-wrap: wrap;
        }
      }
      h1 {
        margin-right: 4px;
        white-space: nowrap;
      }
      select {
        flex: 0 1 132px;
        min-width: 64px;
        width: 132px;
        text-overflow: ellipsis;
      }
      label {
        display: inline-flex;
        flex: none;
        align-items: center;
        gap: 6px;
        white-space: nowrap;
      }
      .space {
        flex: 1;
      }
      /* At the right on whichever line it comes to stand. */
      .space + * {
        margin-left: auto;
      }
      .bar > span {
        white-space: nowrap;
      }
      .chip {
        flex: 0 1 auto;
        min-width: 60px;
        height: 24px;
        padding: 0 8px;
        border-color: var(--accent);
        border-radius: 12px;
        background: var(--accent-soft);
      }
      .chip span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  /** Of the route. */
  @property({ attribute: false }) filters: Filters = {};
  @property({ attribute: false }) cube: Cube | undefined;
  @property({ attribute: false }) choices: Choices = {
    items: [],
    regions: [],
    periods: [],
  };
  @property({ attribute: false }) picked: Place | null = null;
  /** Rows shown. */
  @property({ attribute: false }) count = 0;
  /** Columns hidden by hand. */
  @property({ attribute: false }) hiddenCount = 0;
  /** The value rows are narrowed to, in words; empty for none. */
  @property({ attribute: false }) only = "";
  /** Names an item as the grid does. */
  @property({ attribute: false }) itemName: (
    item: Choices["items"][number],
  ) => string = ({ id }) => id;

  @consume({ context: namesContext, subscribe: true })
  @state()
  private names!: Names;

  protected override render() {
    const picked = pickedIn(layoutOf(layoutCode(this.filters)));
    return html`<div class="bar">
      <h1>${this.say("ui.view.data")}</h1>
      ${this.#select(
        this.say("grid.layout"),
        "layout",
        layoutCodes.map((code) => [code, this.say(`grid.layout.${code}`)]),
        layoutCode(this.filters),
      )}
      ${picked.map((dimension) => this.#picker(dimension))}
      ${picked.includes("indicator") ? nothing : this.#indicators()}
      ${picked.includes("region") ? nothing : this.#regions()}
      ${this.#measures()} ${this.#statuses()}
      ${this.#check("grid.behind_only", "status", "behind")}
      ${this.#check("ui.data.conflicts", "mark", "conflict")} ${this.#chips()}
      <span class="space"></span>
      <span class="muted tabular" role="status"
        >${this.say("ui.rows", { n: this.count })}</span
      >
      <slot></slot>
    </div>`;
  }

  #indicators() {
    const codes = new Set(this.cube?.rows.map((row) => row.indicator));
    return this.#select(
      this.say("ui.column.indicator"),
      "indicator",
      [
        ["", this.say("grid.all.indicators")],
        ...[...codes].map((code): Option => [code, this.names.indicator(code)]),
      ],
      this.filters["indicator"] ?? "",
    );
  }

  #regions() {
    const codes = new Set(this.cube?.rows.map((row) => row.region));
    return this.#select(
      this.say("ui.column.region"),
      "region",
      [
        ["", this.say("grid.all.regions")],
        ...[...codes].map((code): Option => [
          code,
          this.names.regionShort(code),
        ]),
      ],
      this.filters["region"] ?? "",
    );
  }

  #measures() {
    const used = new Set(this.cube?.rows.map((row) => row.measure));
    return this.#select(
      this.say("ui.column.measure"),
      "measure",
      [
        [allMeasures, this.say("grid.all.measures")],
        ...measures
          .filter((measure) => used.has(measure))
          .map((measure): Option => [
            measure,
            this.say(`ui.measure.${measure}`),
          ]),
      ],
      measureOf(this.filters),
    );
  }

  #statuses() {
    return this.#select(
      this.say("grid.status"),
      "status",
      [
        ["", this.say("grid.all.statuses")],
        ["behind", this.say("grid.status.behind")],
        ...statuses.map((code): Option => [code, this.names.status(code)]),
      ],
      this.filters["status"] ?? "",
    );
  }

  /** What stands on neither axis, one value at a time. */
  #picker(dimension: Dimension) {
    const { items, regions, periods } = this.choices;
    const { picked } = this;
    const [options, chosen]: [readonly Option[], string] =
      dimension === "indicator"
        ? [
            items.map((item): Option => [item.id, this.itemName(item)]),
            picked?.item?.id ?? "",
          ]
        : dimension === "region"
          ? [
              regions.map((code): Option => [
                code,
                this.names.regionShort(code),
              ]),
              picked?.region ?? "",
            ]
          : [
              periods.map((code): Option => [
                code,
                periodText(code, this.language),
              ]),
              picked?.period ?? "",
            ];
    return this.#select(
      this.say(`ui.column.${dimension}`),
      `pick-${dimension}`,
      options,
      chosen,
    );
  }

  /** The first choice says what the list is of; the name is for readers and on hover. */
  #select(
    label: string,
    name: string,
    options: readonly Option[],
    chosen: string,
  ) {
    const words = options.find(([value]) => value === chosen)?.[1] ?? "";
    return html`<select
      name=${name}
      aria-label=${label}
      title=${this.say("ui.chosen", { what: label, chosen: words })}
      @change=${(event: Event) => {
        this.#narrow({ [name]: valueOf(event) });
      }}
    >
      ${options.map(
        ([value, text]) =>
          html`<option value=${value} ?selected=${value === chosen}>
            ${text}
          </option>`,
      )}
    </select>`;
  }

  #check(
    code: "grid.behind_only" | "ui.data.conflicts",
    name: string,
    value: string,
  ) {
    const on = this.filters[name] === value;
    return html`<label>
      <input
        type="checkbox"
        .checked=${on}
        @change=${() => {
          this.#narrow({ [name]: on ? "" : value });
        }}
      />${this.say(code)}</label
    >`;
  }

  #chips() {
    return [
      this.only === ""
        ? nothing
        : this.#chip(
            this.say("grid.narrowed", { what: this.only }),
            this.say("grid.narrowed.end", { what: this.only }),
            valueFilters(null),
          ),
      this.hiddenCount === 0
        ? nothing
        : this.#chip(
            this.say("grid.hidden", { n: this.hiddenCount }),
            this.say("grid.hidden.show"),
            hiddenFilters([]),
          ),
    ];
  }

  #chip(words: string, does: string, changes: Filters) {
    return html`<button
      type="button"
      class="chip"
      title=${does}
      aria-label=${does}
      @click=${() => {
        this.#narrow(changes);
      }}
    >
      <span>${words}</span>${icon("close", 10)}
    </button>`;
  }

  #narrow(changes: Filters): void {
    this.dispatchEvent(
      new CustomEvent<Filters>("db-narrow", { detail: changes }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-data-bar": DbDataBar;
  }
}
