import type { TraceStep } from "../../src/model/progress.ts";
import {
  type Language,
  type Messages,
  fillIn,
} from "../../src/text/message.ts";
import { formulaMessages } from "../../src/text/messages/formulas.ts";
import { progressMessages } from "../../src/text/messages/progress.ts";

const messages: Messages = { ...progressMessages, ...formulaMessages };

/** A step as a sentence, from this area's words alone. */
export function wordsOf(step: TraceStep, language: Language): string {
  const message = messages[step.code]?.[language].message;
  if (message === undefined) throw new Error(`no words for ${step.code}`);
  return fillIn(message, step.params);
}
