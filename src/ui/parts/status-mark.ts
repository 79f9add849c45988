import { type TemplateResult, html, nothing, svg } from "lit";
import type { StatusCode } from "../../model/catalog.ts";
import { statusShape } from "../format/status-shape.ts";

/** The shape of a status alone, where its word stands elsewhere. */
export function statusGlyph(status: StatusCode, size = 12): TemplateResult {
  const { path, outline, inner, color } = statusShape(status);
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 12 12"
    aria-hidden="true"
    style="flex:none;color:${color}"
  >
    ${svg`<path
      d=${path}
      fill=${outline ? "none" : "currentColor"}
      stroke="currentColor"
      stroke-width=${outline ? 1.4 : 0}
    ></path>`}
    ${inner === "" ? nothing : svg`<path d=${inner} fill="currentColor"></path>`}
  </svg>`;
}

/** Shape, colour and word. */
export function statusMark(status: StatusCode, word: string): TemplateResult {
  return html`<span
    style="display:inline-flex;align-items:center;gap:5px;white-space:nowrap;color:${statusShape(status).color}"
    >${statusGlyph(status)}<span>${word}</span></span
  >`;
}
