import type { Language } from "../../text/message.ts";

/** Words that stand alone in a cell or a line: an English reason, written to follow a colon, begins with a capital there. */
export function standingAlone(words: string, language: Language): string {
  return language === "en"
    ? words.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase())
    : words;
}
