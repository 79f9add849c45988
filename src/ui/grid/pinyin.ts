import type { Spell } from "./find-cells.ts";

let loading: Promise<Spell> | null = null;

/** Loads the spelling of Chinese characters, once, when somebody looks for letters. */
export function loadPinyin(): Promise<Spell> {
  loading ??= import("pinyin-pro").then(({ pinyin }): Spell => (text) => {
    const syllables = pinyin(text, {
      toneType: "none",
      type: "array",
      v: true,
    }).map((syllable) => syllable.toLowerCase());
    return [
      syllables.join(""),
      syllables.map((syllable) => syllable.slice(0, 1)).join(""),
    ];
  });
  return loading;
}
