import { type TemplateResult, html, nothing } from "lit";
import type { Issue } from "../../model/issue.ts";
import { describe, describeIssue } from "../../text/words.ts";
import { paramWords } from "../format/param-words.ts";
import type { Names } from "../state/names.ts";

const tones = { error: "far", warning: "behind", info: "pace" } as const;

/**
 * Issues as sentences: what is wrong, where, what to do. At most `most` are
 * spelled out. With `show`, the place of one that has a cell is a button.
 */
export function issueList(
  issues: readonly Issue[],
  names: Names,
  most = 50,
  show: ((issue: Issue) => void) | null = null,
): TemplateResult {
  return html`<ul style="display:grid;gap:6px">
    ${issues.slice(0, most).map((issue) => issueLine(issue, names, show))}
    ${
      issues.length > most
        ? html`<li style="color:var(--muted)">
            ${describe("ui.issues.more", { n: issues.length - most }, names.language)}
          </li>`
        : nothing
    }
  </ul>`;
}

function issueLine(
  issue: Issue,
  names: Names,
  show: ((issue: Issue) => void) | null,
): TemplateResult {
  const { language } = names;
  const { message, hint } = describeIssue(
    { ...issue, params: paramWords(issue.code, issue.params ?? {}, names) },
    language,
  );
  const place = [issue.file, issue.sheet, issue.cell]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
  return html`<li
    style="border-left:3px solid var(--${tones[issue.severity]});padding-left:8px;overflow-wrap:anywhere"
  >
    <span style="color:var(--${tones[issue.severity]});font-weight:600"
      >${describe(`ui.severity.${issue.severity}`, {}, language)}</span
    >
    ${message}${placeOf(place, issue, language, show)}
    ${hint === "" ? nothing : html`<div style="color:var(--muted)">${hint}</div>`}
  </li>`;
}

function placeOf(
  place: string,
  issue: Issue,
  language: Names["language"],
  show: ((issue: Issue) => void) | null,
): TemplateResult | typeof nothing {
  if (place === "") return nothing;
  const words = describe("ui.aside", { text: place }, language);
  return show === null || (issue.cell ?? "") === ""
    ? html`<span style="color:var(--muted)">${words}</span>`
    : html`<button
        type="button"
        class="link"
        style="display:inline;white-space:normal;text-align:left"
        @click=${() => {
          show(issue);
        }}
      >
        ${words}
      </button>`;
}
