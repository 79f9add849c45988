import { html, type TemplateResult } from "lit";
import type { Language } from "../../text/message.ts";
import { describe } from "../../text/words.ts";
import { icon } from "../parts/icon.ts";

/** Two small buttons that save a chart. */
export function pictureButtons(
  save: (kind: "png" | "svg") => void,
  language: Language,
): TemplateResult {
  return html`<span style="display:inline-flex;flex:none">
    ${(["png", "svg"] as const).map((kind) => {
      const words = describe(`views.picture.${kind}`, {}, language);
      return html`<button
        type="button"
        class="quiet small"
        title=${words}
        aria-label=${words}
        @click=${() => {
          save(kind);
        }}
      >
        ${icon("down", 13)}${kind.toUpperCase()}
      </button>`;
    })}
  </span>`;
}
