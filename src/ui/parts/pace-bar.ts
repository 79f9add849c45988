import { type TemplateResult, html, nothing } from "lit";
import type { StatusCode } from "../../model/catalog.ts";
import type { BarShape } from "../format/bar-shape.ts";
import { statusShape } from "../format/status-shape.ts";

/** A thin bar; the tick is where the time share stands. */
export function paceBar(
  shape: BarShape,
  status: StatusCode,
  label: string,
): TemplateResult {
  return html`<span
    role="img"
    aria-label=${label}
    style="position:relative;display:block;flex:1;height:8px;border-radius:2px;background:var(--bar)"
    ><span
      style="position:absolute;inset:0 auto 0 0;width:${shape.fill}%;border-radius:2px;background:${statusShape(status).color}"
    ></span
    >${
      shape.tick === null
        ? nothing
        : html`<span
            style="position:absolute;top:-3px;bottom:-3px;left:calc(${shape.tick}% - 1px);width:2px;background:var(--text);box-shadow:0 0 0 1px var(--surface)"
          ></span>`
    }</span
  >`;
}
