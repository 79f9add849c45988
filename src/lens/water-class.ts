/** Water classes from best to worst, as values are kept. */
export const waterClasses = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"] as const;
export type WaterClass = (typeof waterClasses)[number];

/** How each style writes the classes; `style` names it by its word for class Ⅲ. */
const numerals: Readonly<Record<string, readonly string[]>> = {
  Ⅲ: ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"],
  III: ["I", "II", "III", "IV", "V"],
  三: ["一", "二", "三", "四", "五"],
  "3": ["1", "2", "3", "4", "5"],
};

/** The class a text names, and its style: `Ⅲ`, `III类`, `三类`, `3类`; null when it names none. */
export function readClass(
  text: string,
): { readonly value: WaterClass; readonly style: string } | null {
  const match = /^(劣?)\s*(.+?)\s*(类?)$/.exec(text.trim());
  if (match === null) return null;
  const [, worse = "", digits = "", suffix = ""] = match;
  for (const [name, words] of Object.entries(numerals)) {
    const index = words.indexOf(digits);
    if (index === -1 || (name === "三" && suffix === "")) continue;
    if (worse !== "" && index !== 4) return null;
    const value = waterClasses[worse === "" ? index : 5];
    return value === undefined ? null : { value, style: name + suffix };
  }
  return null;
}

/** Writes a class in a style; null when the value is no class or the style is unknown. */
export function printClass(value: string, style: string): string | null {
  const index = waterClasses.findIndex((known) => known === value);
  const suffix = style.endsWith("类") ? "类" : "";
  const words = numerals[suffix === "" ? style : style.slice(0, -1)];
  const word = words?.[Math.min(index, 4)];
  if (index === -1 || word === undefined) return null;
  return (index === 5 ? "劣" : "") + word + suffix;
}
