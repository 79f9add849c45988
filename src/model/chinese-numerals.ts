const smallDigits = "〇一二三四五六七八九";
const formalDigits = "零壹贰叁肆伍陆柒捌玖";
const wideDigits = "０１２３４５６７８９";

/** Each digit by itself: 二〇二一. */
export function digitByDigit(text: string, numerals: number): string {
  const digits =
    numerals === 1 ? smallDigits : numerals === 2 ? formalDigits : wideDigits;
  return text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

/** `[DBNum1]` 一千二百三十, `[DBNum2]` 壹仟贰佰叁拾, `[DBNum3]` full-width digits. */
export function chineseNumber(text: string, numerals: number): string {
  if (numerals === 3 || text.includes("E")) return digitByDigit(text, numerals);
  return text.replace(
    /(\d+)(?:\.(\d+))?/,
    (_all, whole: string, part?: string) => {
      const front = wholeInChinese(whole, numerals);
      return part === undefined
        ? front
        : `${front}.${digitByDigit(part, numerals)}`;
    },
  );
}

function wholeInChinese(text: string, numerals: number): string {
  const digits = numerals === 1 ? smallDigits : formalDigits;
  const units =
    numerals === 1 ? ["", "十", "百", "千"] : ["", "拾", "佰", "仟"];
  const groups = ["", "万", "亿", "兆"];
  const clean = text.replace(/^0+(?=\d)/, "");
  if (clean === "0" || clean.length > 16)
    return clean === "0" ? (digits[0] ?? "") : digitByDigit(clean, numerals);
  let out = "";
  let gap = false;
  for (let index = 0; index < clean.length; index++) {
    const place = clean.length - 1 - index;
    const digit = Number(clean[index]);
    if (digit === 0) gap = out !== "";
    else {
      if (gap) out += digits[0] ?? "";
      gap = false;
      out += (digits[digit] ?? "") + (units[place % 4] ?? "");
    }
    if (
      place > 0 &&
      place % 4 === 0 &&
      /[1-9]/.test(clean.slice(Math.max(0, index - 3), index + 1))
    )
      out += groups[place / 4] ?? "";
  }
  return out;
}
