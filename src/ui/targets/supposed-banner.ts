import { html, nothing, type TemplateResult } from "lit";
import type { ProgressRow } from "../../model/progress.ts";
import type { Language } from "../../text/message.ts";
import { describe } from "../../text/words.ts";

/** Says over figures that some of them are supposed. */
export function supposedBanner(
  rows: readonly ProgressRow[] | null,
  language: Language,
): TemplateResult | typeof nothing {
  if (rows === null) return nothing;
  return html`<p
    role="status"
    style="flex:none;padding:4px 12px;border:1px dashed var(--behind);background:var(--behind-soft);color:var(--behind);font-weight:600"
  >
    ${describe("targets.what_if.banner", { n: rows.length }, language)}
  </p>`;
}
