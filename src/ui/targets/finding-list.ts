import { html, nothing, type TemplateResult } from "lit";
import type { BreakdownFinding } from "../../worker/api.ts";
import { describe } from "../../text/words.ts";
import type { Params } from "../../model/issue.ts";
import { comparatorText } from "../format/figure.ts";
import { paramWords } from "../format/param-words.ts";
import type { Names } from "../state/names.ts";

/** Parts are named by their regions' codes, goals with typed signs. */
function findingParams(code: string, params: Params, names: Names): Params {
  return Object.fromEntries(
    Object.entries(paramWords(code, params, names)).map(([name, value]) => [
      name,
      typeof value === "string" && name !== "id" && name !== "of"
        ? value
            .replace(/[<>]=/g, comparatorText)
            .replace(/\b\d{6}\b/g, (region) => names.region(region))
        : value,
    ]),
  );
}

const tones = { error: "far", warning: "behind", info: "good" } as const;

/** How the parts of targets fit their wholes, as sentences with their arithmetic; `show` goes to a target. */
export function findingList(
  findings: readonly BreakdownFinding[],
  names: Names,
  show: (id: string) => void,
): TemplateResult {
  const say = (code: string) => describe(code, {}, names.language);
  if (findings.length === 0)
    return html`<p class="muted">${say("targets.findings.none")}</p>`;
  return html`<ul style="display:grid;gap:6px">
    ${findings.map(
      ({ code, severity, params, whole, part }) =>
        html`<li
          style="border-left:3px solid var(--${tones[severity]});padding-left:8px;overflow-wrap:anywhere"
        >
          <span style="color:var(--${tones[severity]});font-weight:600"
            >${say(severity === "info" ? "targets.findings.fits" : `ui.severity.${severity}`)}</span
          >
          ${describe(code, findingParams(code, params, names), names.language)}
          ${[whole, part]
            .filter((id) => id !== "")
            .map(
              (id, at) =>
                html`<button
                    type="button"
                    class="link"
                    @click=${() => {
                      show(id);
                    }}
                  >
                    ${say(at === 0 ? "targets.findings.whole" : "targets.findings.part")}</button
                  >${at === 0 && part !== "" ? " " : nothing}`,
            )}
        </li>`,
    )}
  </ul>`;
}
