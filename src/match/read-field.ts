import type { Catalog } from "../model/catalog.ts";
import type { Guess } from "../model/facets.ts";
import { fold, normalise } from "./normalise.ts";

export type FieldGuess = Guess<{
  readonly kind: string;
  readonly field: string;
}>;

/**
 * Reads header texts as record fields: 1 for a spelling of the list, 0.95 when
 * only a remark in brackets is more (`公示时间(7天)`), 0.7 when a spelling of
 * three characters or more begins or ends the text.
 */
export function createFieldReader(
  catalog: Catalog,
): (text: string) => readonly FieldGuess[] {
  const known = new Map<string, { kind: string; field: string }[]>();
  for (const kind of catalog.recordKinds.values())
    for (const field of kind.fields)
      for (const text of [field.label.zh, field.label.en, ...field.aliases]) {
        const key = plain(text);
        const list = known.get(key) ?? [];
        if (!list.some((f) => f.kind === kind.code && f.field === field.code))
          list.push({ kind: kind.code, field: field.code });
        known.set(key, list);
      }
  return (text) => {
    const whole = plain(text);
    const exact = known.get(whole);
    if (exact !== undefined) return guesses(exact, whole, 1);
    const bare = whole.replace(/\([^()]*\)/g, "");
    const unbracketed = known.get(bare);
    if (unbracketed !== undefined) return guesses(unbracketed, bare, 0.95);
    for (let length = bare.length - 1; length >= 3; length -= 1)
      for (const part of [bare.slice(-length), bare.slice(0, length)]) {
        const inside = known.get(part);
        if (inside !== undefined) return guesses(inside, part, 0.7);
      }
    return [];
  };
}

function plain(text: string): string {
  return fold(normalise(text)).replace(/[:.、, ]/g, "");
}

function guesses(
  fields: readonly { kind: string; field: string }[],
  words: string,
  confidence: number,
): FieldGuess[] {
  return fields.map((value) => ({ value, words, confidence }));
}
