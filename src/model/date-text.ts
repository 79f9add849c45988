import { pad } from "./calendar.ts";
import { chineseNumber, digitByDigit } from "./chinese-numerals.ts";
import { serialParts, type SerialParts } from "./date-serial.ts";
import {
  parseFormatCode,
  type FormatSection,
  type FormatToken,
} from "./format-code.ts";

const monthsEnglish = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
]; // prettier-ignore
const daysEnglish = [
  "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
]; // prettier-ignore
const daysChinese = "日一二三四五六";

/** `[$-F800]` and `[$-F400]` stand for the system's long date and time, here the Chinese ones. */
export function isSystemDate(section: FormatSection): boolean {
  return section.locale === "f800" || section.locale === "f400";
}

const systemLongDate = parseFormatCode('yyyy"年"m"月"d"日"')[0];
const systemTime = parseFormatCode("h:mm:ss")[0];

/** A serial in a section with dates; `########` where there is no such day. */
export function dateText(
  value: number,
  asked: FormatSection,
  date1904: boolean,
): string {
  const section =
    (asked.locale === "f800"
      ? systemLongDate
      : asked.locale === "f400"
        ? systemTime
        : undefined) ?? asked;
  const { tokens } = section;
  const fraction = tokens.find((token) => token.type === "fraction");
  const decimals = fraction?.type === "fraction" ? fraction.decimals : 0;
  const seconds = tokens.some(
    (token) =>
      (token.type === "date" || token.type === "elapsed") &&
      token.text.startsWith("s"),
  );
  const parts = serialParts(value, date1904, seconds ? decimals : 3);
  if (parts === null) return "########";
  const perSecond = 10 ** (seconds ? decimals : 3);
  const clock: Clock = {
    parts,
    serial: Math.floor(value) + (parts.ticks === 0 && value % 1 > 0.5 ? 1 : 0),
    second: Math.floor(parts.ticks / perSecond),
    fraction: parts.ticks % perSecond,
    half: tokens.some((token) => token.type === "half"),
    chinese: /^(?:[0-9a-f]*)(?:0?804|1004|c04|404|1404)$/.test(section.locale),
    numerals: section.numerals,
  };
  return tokens.map((token) => dateToken(token, clock)).join("");
}

interface Clock {
  readonly parts: SerialParts;
  /** Whole days of the serial, for elapsed hours. */
  readonly serial: number;
  /** Whole seconds of the day. */
  readonly second: number;
  readonly fraction: number;
  readonly half: boolean;
  readonly chinese: boolean;
  readonly numerals: number;
}

function dateToken(token: FormatToken, clock: Clock): string {
  const { parts, second, numerals } = clock;
  switch (token.type) {
    case "literal":
      return token.text;
    case "digit":
      return "0";
    case "fraction":
      return `.${pad(clock.fraction, token.decimals)}`;
    case "half": {
      const late = second >= 43200;
      if (token.text === "A/P") return late ? "P" : "A";
      return token.text === "AM/PM" && !clock.chinese
        ? late
          ? "PM"
          : "AM"
        : late
          ? "下午"
          : "上午";
    }
    case "elapsed": {
      const total = clock.serial * 86400 + second;
      const per = token.text.startsWith("h")
        ? 3600
        : token.text.startsWith("m")
          ? 60
          : 1;
      return pad(Math.floor(total / per), token.text.length);
    }
    case "date":
      break;
    default:
      return "";
  }
  const { text } = token;
  const count = text.length;
  const number = (value: number): string =>
    numerals > 0
      ? chineseNumber(String(value), numerals).replace(/^一十/, "十")
      : pad(value, Math.min(count, 2));
  switch (text[0]) {
    case "y":
    case "e": {
      const year =
        text[0] === "y" && count <= 2
          ? pad(parts.year % 100, 2)
          : pad(parts.year, 4);
      return numerals > 0 ? digitByDigit(year, numerals) : year;
    }
    case "b":
      return pad(count > 2 ? parts.year + 543 : (parts.year + 543) % 100, 2);
    case "m": {
      if (count <= 2) return number(parts.month);
      if (clock.chinese)
        return count === 4
          ? `${chineseNumber(String(parts.month), 1).replace(/^一十/, "十")}月`
          : `${parts.month}月`;
      const name = monthsEnglish[parts.month - 1] ?? "";
      return count === 3
        ? name.slice(0, 3)
        : count === 4
          ? name
          : name.slice(0, 1);
    }
    case "d": {
      if (count <= 2) return number(parts.day);
      if (clock.chinese)
        return `${count === 3 ? "周" : "星期"}${daysChinese[parts.weekday] ?? ""}`;
      const name = daysEnglish[parts.weekday] ?? "";
      return count === 3 ? name.slice(0, 3) : name;
    }
    case "a":
      return `${count > 3 ? "星期" : ""}${daysChinese[parts.weekday] ?? ""}`;
    case "h": {
      const hour = Math.floor(second / 3600);
      return number(clock.half ? ((hour + 11) % 12) + 1 : hour);
    }
    case "n":
      return number(Math.floor(second / 60) % 60);
    case "s":
      return number(second % 60);
    default:
      return "";
  }
}
