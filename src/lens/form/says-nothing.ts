import { isDash } from "../dash.ts";
import type { FormContext } from "../form-context.ts";

/** Words for nothing in a column of words; other placeholders (停产, 待核实) say something there. */
const saysNone = /^(?:无|暂无|NA|N\/A)$/i;

/** True for a text in a column of words that says nothing there; others stand as they are. */
export function saysNothing(text: string, context: FormContext): boolean {
  return (
    isDash(text) ||
    saysNone.test(text) ||
    (context.verdicts === true && context.words.placeholder(text) !== null)
  );
}
