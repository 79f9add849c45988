import { html, type TemplateResult } from "lit";
import type { Language } from "../../text/message.ts";
import { describe } from "../../text/words.ts";

/** What stands beside each other in 目标. */
export const targetTabs = ["progress", "list", "rules", "formulas"] as const;
export type TargetTab = (typeof targetTabs)[number];

/** The tab of a route; anything unknown is the progress. */
export function tabOf(filters: Readonly<Record<string, string>>): TargetTab {
  return targetTabs.find((tab) => tab === filters["tab"]) ?? "progress";
}

const tab =
  "display:inline-block;padding:2px 8px;border-radius:4px;text-decoration:none;white-space:nowrap;";

/** Links to the pages of 目标, for its bar. */
export function targetTabLinks(
  current: TargetTab,
  language: Language,
): TemplateResult {
  return html`<nav
    aria-label=${describe("targets.tabs", {}, language)}
    style="display:flex;gap:2px;margin-right:8px"
  >
    ${targetTabs.map(
      (name) =>
        html`<a
          href=${name === "progress" ? "#/targets" : `#/targets?tab=${name}`}
          aria-current=${name === current ? "true" : "false"}
          style=${
            tab +
            (name === current
              ? "background:var(--selected);color:var(--text);font-weight:600"
              : "color:var(--accent)")
          }
          >${describe(`targets.tab.${name}`, {}, language)}</a
        >`,
    )}
  </nav>`;
}
