import { toSimplified } from "../match/traditional.ts";

/** Full-width digits and signs as their plain forms, position by position. */
const plainOf: Readonly<Record<string, string>> = Object.fromEntries(
  [..."０１２３４５６７８９．，％＋－（）"].map((wide, index) => [
    wide,
    [..."0123456789.,%+-()"][index] ?? wide,
  ]),
);

export function plainDigits(text: string): string {
  return text.replace(
    /[０-９．，％＋－（）]/g,
    (wide) => plainOf[wide] ?? wide,
  );
}

export type Direction = "fall" | "rise" | "none";

/** What stands before a number and says which way it went, with the opposite word. */
const directions: readonly {
  readonly fall: string;
  readonly rise: string;
}[] = [
  { fall: "↓", rise: "↑" },
  { fall: "▼", rise: "▲" },
  { fall: "⬇", rise: "⬆" },
  { fall: "↘", rise: "↗" },
  { fall: "下降", rise: "上升" },
  { fall: "减少", rise: "增加" },
  { fall: "降低", rise: "升高" },
  { fall: "降低", rise: "提高" },
  { fall: "回落", rise: "回升" },
  { fall: "下滑", rise: "上涨" },
  { fall: "降", rise: "升" },
  { fall: "减", rise: "增" },
  { fall: "少", rise: "多" },
];

const arrow = /\s*[↓↑▼▲⬇⬆↘↗]\s*$/;

/** What stands behind a number, less the arrow of `4.6%↓`. */
export function withoutArrow(suffix: string): string {
  return suffix.replace(arrow, "");
}

/** The way the words before a number point. */
export function directionOf(prefix: string): Direction {
  const words = prefix.trim();
  for (const { fall, rise } of directions) {
    if (words.endsWith(fall) || words.endsWith(`${fall}了`)) return "fall";
    if (words.endsWith(rise) || words.endsWith(`${rise}了`)) return "rise";
  }
  return words.endsWith("增长") ? "rise" : "none";
}

/** The same words pointing the other way; null when they point nowhere. */
export function opposite(prefix: string): string | null {
  if (/[+]\s*$/.test(prefix)) return prefix.replace(/[+](?=\s*$)/, "-");
  if (prefix === "－" || prefix === "−" || prefix === "–") return "";
  for (const { fall, rise } of directions) {
    for (const [word, other] of [
      [fall, rise],
      [rise, fall],
    ] as const) {
      const at = prefix.lastIndexOf(word);
      if (at !== -1)
        return prefix.slice(0, at) + other + prefix.slice(at + word.length);
    }
  }
  const simplified = toSimplified(prefix);
  if (simplified !== prefix) return opposite(simplified);
  const grew = prefix.lastIndexOf("增长");
  return grew === -1
    ? null
    : `${prefix.slice(0, grew)}下降${prefix.slice(grew + 2)}`;
}

/** A text taken apart around its one number. */
export interface WrittenNumber {
  /** What stands before the digits, a sign that is no plain minus included. */
  readonly prefix: string;
  /** Digits with a plain minus and without separators. */
  readonly digits: string;
  readonly decimals: number;
  readonly grouped: boolean;
  readonly suffix: string;
  readonly direction: Direction;
  /** True for a minus that is not the plain one: it belongs to the prefix. */
  readonly minus: boolean;
  readonly kind: "plain" | "approximate" | "limit";
  /** The year a text compares with; absent where it names none. */
  readonly base?: string;
}

const number =
  /^(\s*)(.*?)(-?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(.*)$/s;
const comparison =
  /^(同比|环比|(较|比|与)?(上年|去年)(同期|同月)?(相比)?)?(↓|↑|▼|▲|⬇|⬆|↘|↗|下降|上升|减少|增加|降低|升高|提高|回落|回升|下滑|上涨|增长|降|升|减|增|少|多)了?$/;
const compares =
  /^(?:同比|环比|(?:较|比|与)(?:上年|去年)(?:同期|同月)?(?:相比)?)$/;

/** True for words that compare and leave it to a sign which way (`同比-5%`). */
export function comparesBySign(prefix: string): boolean {
  return compares.test(prefix.trim());
}

const about = /^(约|近|大约|约为|接近|将近|超|超过|逾|突破|近乎|共约|达)$/;
const limits =
  /^(≥|≤|>=|<=|>|<|＞|＜|≧|≦|=|＝|不低于|不少于|不高于|不超过|大于|小于|高于|低于|达到|控制在|不大于|不小于)$/;
const more = /^(余|多|左右|上下)/;
const bounds = /(以上|以下|以内|之内)$/;

const compared =
  /^\s*(?:相?较于?|相比于?|比|与)\s*((?:19|20)\d{2})年(?:底|末|同期)?(?:相比)?，?/;

/** Takes a text apart; the year of `比2015年下降20%` is no figure. */
export function takeApart(text: string): WrittenNumber | null {
  const match = compared.exec(toSimplified(plainDigits(text)));
  const [front = "", year = ""] = match ?? [];
  const written = takeFigure(text.slice(front.length));
  return written === null || front === ""
    ? written
    : {
        ...written,
        prefix: text.slice(0, front.length) + written.prefix,
        base: year,
      };
}

/** Takes a text apart; null when it has no number or words that nobody expects before it. */
function takeFigure(text: string): WrittenNumber | null {
  const plain = toSimplified(plainDigits(text));
  const match = number.exec(plain);
  if (match === null) return null;
  const [, space = "", front = "", dash = "", figure = "", after = ""] = match;
  const words = front.trim();
  const prefixEnd = space.length + front.length;
  const digits = figure.replaceAll(",", "");
  const point = digits.indexOf(".");
  // A wide minus was mapped to a plain one: keep it as a prefix, so that it is printed again.
  const wideMinus = dash === "-" && text[prefixEnd] !== "-";
  const farMinus = words === "−" || words === "–";
  let kind: WrittenNumber["kind"] = "plain";
  let suffix = text.slice(prefixEnd + dash.length + figure.length);
  if (about.test(words)) kind = "approximate";
  else if (limits.test(words)) kind = "limit";
  else if (
    words !== "" &&
    words !== "+" &&
    !farMinus &&
    !comparison.test(words) &&
    !(dash === "-" && comparesBySign(words)) &&
    !(words.endsWith("+") && comparesBySign(words.slice(0, -1)))
  )
    return null;
  const tail = after.trim();
  if (more.test(tail) || /[余多]$/.test(tail)) kind = "approximate";
  else if (bounds.test(tail)) kind = "limit";
  if (/^\d/.test(after)) return null;
  const before = directionOf(words);
  const behind = directionOf(arrow.exec(tail)?.[0] ?? "");
  if (before !== "none" && behind !== "none") return null;
  const direction = before === "none" ? behind : before;
  if (direction !== "none" && dash !== "") return null;
  if (kind !== "plain")
    suffix = suffix.replace(/[余多]|左右|上下|以上|以下|以内|之内/, "");
  return {
    prefix:
      text.slice(0, prefixEnd) + (wideMinus ? (text[prefixEnd] ?? "") : ""),
    digits: (dash === "-" && !wideMinus ? "-" : "") + digits,
    decimals: point === -1 ? 0 : digits.length - point - 1,
    grouped: figure.includes(","),
    suffix,
    direction,
    minus: wideMinus || farMinus,
    kind,
  };
}
