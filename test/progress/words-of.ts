import type { TraceStep } from "../../src/model/progress.ts";
import { type Language, fillIn } from "../../src/text/message.ts";
import { progressMessages } from "../../src/text/messages/progress.ts";

/** A step as a sentence, from this area's words alone. */
export function wordsOf(step: TraceStep, language: Language): string {
  const message = progressMessages[step.code]?.[language].message;
  if (message === undefined) throw new Error(`no words for ${step.code}`);
  return fillIn(message, step.params);
}
