import { html, nothing, type TemplateResult } from "lit";
import type { PreviewCell, TemplatePreview } from "../../worker/api.ts";
import { readableFill } from "../review/cell-colour.ts";

/** A small picture of a sheet's first rows, cells that would be filled in a tint; decoration beside its name. */
export function templatePicture(
  preview: TemplatePreview | null | undefined,
  dark: boolean,
): TemplateResult {
  // Its room is kept until it comes.
  if (preview == null)
    return html`<span class="picture" aria-hidden="true"></span>`;
  const whole = preview.widths.reduce((sum, width) => sum + width, 0);
  return html`<span class="picture" aria-hidden="true">
    <table>
      <colgroup>
        ${preview.widths.map(
          (width) => html`<col style="width:${(width / whole) * 100}%" />`,
        )}
      </colgroup>
      ${preview.rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => pictured(cell, dark))}
          </tr>`,
      )}
    </table>
  </span>`;
}

function pictured(cell: PreviewCell, dark: boolean): TemplateResult {
  const fill =
    cell.fill === undefined || cell.slot === true
      ? null
      : readableFill(cell.fill, dark);
  const style = [
    fill === null ? "" : `background:${fill}`,
    cell.across === undefined ? "" : `text-align:${cell.across}`,
  ].filter((part) => part !== "");
  return html`<td
    class="${cell.slot === true ? "slot" : ""}${cell.bold === true ? " bold" : ""}"
    colspan=${cell.columnSpan}
    rowspan=${cell.rowSpan}
    style=${style.length === 0 ? nothing : style.join(";")}
  >
    ${cell.text}
  </td>`;
}
