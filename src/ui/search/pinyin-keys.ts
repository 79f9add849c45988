import { plainQuery, type SearchKeys } from "./search-keys.ts";

type Pinyin = typeof import("pinyin-pro").pinyin;

/** Keys by names alone, until pinyin is there. */
export function nameKeys(names: readonly string[]): SearchKeys {
  return {
    names: names.map(plainQuery).filter((name) => name !== ""),
    pinyin: [],
    initials: [],
  };
}

/** Loads pinyin when first asked for, and makes keys that hold it. */
export async function loadPinyin(): Promise<
  (names: readonly string[]) => SearchKeys
> {
  const { pinyin } = await import("pinyin-pro");
  return (names) => pinyinKeys(names, pinyin);
}

function pinyinKeys(names: readonly string[], pinyin: Pinyin): SearchKeys {
  const chinese = names.filter((name) => /[\u4e00-\u9fff]/.test(name));
  const spelt = (name: string, pattern: "pinyin" | "first"): string =>
    plainQuery(
      pinyin(name, {
        toneType: "none",
        pattern,
        type: "array",
        nonZh: "consecutive",
        v: true,
      }).join(""),
    );
  return {
    ...nameKeys(names),
    pinyin: chinese.map((name) => spelt(name, "pinyin")),
    initials: chinese.map((name) => spelt(name, "first")),
  };
}

/** Typed words in simplified characters; the converter is loaded when there are Chinese ones. */
export async function simplified(typed: string): Promise<string> {
  if (!/[\u4e00-\u9fff]/.test(typed)) return typed;
  const { Converter } = await import("opencc-js/t2cn");
  return Converter({ from: "tw", to: "cn" })(typed);
}
