import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ThresholdVersion } from "../../model/catalog.ts";
import { baseStyles } from "../parts/base-styles.ts";
import { DbElement } from "../state/db-element.ts";
import { valueOf } from "../state/value-of.ts";
import { ruleWords } from "./rule-field.ts";

const columns = [
  "name",
  "from",
  "to",
  "ahead",
  "onPace",
  "behind",
  "source",
] as const;
const dates: ReadonlySet<string> = new Set(["from", "to"]);
const figures: ReadonlySet<string> = new Set(["ahead", "onPace", "behind"]);

/**
 * The thresholds that hold on certain days in place of the others.
 *
 * @fires db-versions - All versions as the user wants them.
 */
@customElement("db-threshold-versions")
export class DbThresholdVersions extends DbElement {
  static override styles = [
    baseStyles,
    css`
      th,
      td {
        padding: 4px 8px 4px 0;
        text-align: left;
        vertical-align: top;
      }
      th {
        font-weight: 600;
        color: var(--muted);
        white-space: nowrap;
      }
      input.figure {
        width: 64px;
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      input[type="date"] {
        width: 130px;
      }
      [aria-invalid="true"] {
        border-color: var(--far);
      }
    `,
  ];

  @property({ attribute: false }) versions: readonly ThresholdVersion[] = [];
  /** What a new version starts with. */
  @property({ attribute: false }) fresh!: ThresholdVersion;
  /** The field that was refused: `versions.0.to`; empty for none. */
  @property() fault = "";

  protected override render() {
    const { versions } = this;
    return html`
      ${
        versions.length === 0
          ? nothing
          : html`<table>
              <caption class="hidden-text">
                ${this.say("targets.rules.versions")}
              </caption>
              <thead>
                <tr>
                  ${columns.map(
                    (column) => html`<th>${this.say(ruleWords[column])}</th>`,
                  )}
                  <th></th>
                </tr>
              </thead>
              <tbody>
                ${versions.map((version, at) => this.#row(version, at))}
              </tbody>
            </table>`
      }
      <button
        type="button"
        @click=${() => {
          this.#tell([...versions, this.fresh]);
        }}
      >
        ${this.say("targets.rules.add_version")}
      </button>
    `;
  }

  #row(version: ThresholdVersion, at: number) {
    return html`<tr>
      ${columns.map(
        (column) =>
          html`<td>
            <input
              type=${dates.has(column) ? "date" : "text"}
              class=${figures.has(column) ? "figure" : ""}
              autocomplete="off"
              aria-label=${`${String(at + 1)} · ${this.say(ruleWords[column])}`}
              aria-invalid=${this.fault === `versions.${at}.${column}` ? "true" : "false"}
              .value=${version[column]}
              @input=${(event: Event) => {
                const typed = valueOf(event);
                this.#tell(
                  this.versions.map((one, place) =>
                    place === at
                      ? {
                          ...one,
                          [column]: figures.has(column)
                            ? typed.normalize("NFKC").trim()
                            : typed,
                        }
                      : one,
                  ),
                );
              }}
            />
          </td>`,
      )}
      <td>
        <button
          type="button"
          class="quiet"
          @click=${() => {
            this.#tell(this.versions.filter((_, place) => place !== at));
          }}
        >
          ${this.say("targets.rules.remove_version")}
        </button>
      </td>
    </tr>`;
  }

  #tell(versions: readonly ThresholdVersion[]): void {
    this.dispatchEvent(
      new CustomEvent<readonly ThresholdVersion[]>("db-versions", {
        detail: versions,
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "db-threshold-versions": DbThresholdVersions;
  }
}
