import { html, nothing, type TemplateResult } from "lit";
import type { Params } from "../../model/issue.ts";
import { cellRef } from "../../model/sheet.ts";
import type { UiCode } from "../../text/messages/ui.ts";
import { figureText } from "../format/figure.ts";
import type { Names } from "../state/names.ts";
import { askedCode } from "./asked-code.ts";
import { bindingWords } from "./binding-words.ts";
import type { LaidCell } from "./sheet-layout.ts";
import { whyWords } from "./why-words.ts";

/** The lines that say what a cell was taken for, and why; `asked` is what a person is asked about it. */
export function toldCell(
  laid: LaidCell,
  asked: string | undefined,
  names: Names,
  say: (code: UiCode, params?: Params) => string,
): TemplateResult {
  const role = asked === undefined ? (laid.cell?.role ?? "plain") : "question";
  const [first, ...others] = laid.bindings.map((binding) => {
    const told = bindingWords(binding, names, say).join(" · ");
    const stored =
      binding.change === "different"
        ? say("ui.change.stored", { value: figureText(binding.stored, null) })
        : "";
    const change =
      binding.change === "none" ? "" : say(`ui.change.${binding.change}`);
    return html`<span
      >${told}${change === "" ? nothing : html` <em>${change}${stored}</em>`}</span
    >`;
  });
  const why = laid.bindings.flatMap((binding) => whyWords(binding, names));
  return html`<p>
      <b>${cellRef(laid.row, laid.column)}</b>
      <span class="muted">${say(`ui.role.${role}`)}</span>
      ${
        asked === undefined
          ? nothing
          : say("ui.review.asks", { role: say(askedCode(asked)) })
      }
      ${first ?? html`<span class="muted">${laid.cell?.text ?? ""}</span>`}
      ${others.map((other) => html`<span>／ ${other}</span>`)}
    </p>
    <p class="muted why">${[...new Set(why)].join(" · ")}</p>`;
}
