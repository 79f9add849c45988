import { fold, normalise } from "../match/normalise.ts";
import { type Closing, readClosing } from "../model/closing-words.ts";
import type { Comparator } from "../model/target.ts";

/** A goal as a plan writes it: `≤39`, `80%以上`, `下降18%`, `〔18〕`, `清零`. */
export interface WrittenGoal {
  /** Decimal text. */
  readonly value: string;
  /** Null where only the indicator's direction can say. */
  readonly comparator: Comparator | null;
  /** 下降, 削减: the number is a cut against a base. */
  readonly cut: boolean;
  /** 〔〕: over the whole window. */
  readonly cumulative: boolean;
  /** What is left when number and words are taken out: a unit, or nothing. */
  readonly rest: string;
  /** Set where no number is said but that things are closed: 清零, 全部完成, 按期完成. */
  readonly closing?: Closing;
  /** The words of time beside it (`6月底`); absent without one. */
  readonly when?: string;
}

const least =
  /(?:不低于|不少于|不小于|大于等于|>=|≥|至少|达到或超过|以上|及以上)/;
const most =
  /(?:不高于|不超过|不大于|不多于|小于等于|<=|≤|至多|控制在|以内|以下|之内|及以下)/;
const above = /(?:高于|大于|超过|多于|>)/;
const below = /(?:低于|小于|少于|<)/;
const exact = /(?:等于|=)/;
/** Words that go together (控制在…以内). */
const limits = /控制在|以内|以下|之内|及以下|以上|及以上/g;
const cutWords = /(?:累计)?(?:下降|降低|削减|减少|压减|减排)/;
const words =
  /(?:累计|比例|目标|达到|完成|力争|确保|实现|约|左右|每年|控制|保持|稳定在|在|到|为|或|及|的|以|[()：:，,;；。、])/g;

/**
 * Reads the text of a goal cell; null when it holds no number and says nothing
 * of closing (清零, 全部完成, 按期完成).
 * Words on either side of the number decide the comparator (`80%以上`, `控制在39
 * 以内`); a bare number leaves it to the indicator.
 */
export function readGoal(raw: string): WrittenGoal | null {
  const cumulative = /[〔[［]\s*[-+]?[\d.]+\s*%?\s*[〕\]］]/.test(raw);
  const text = fold(normalise(raw)).replace(/^±/, "");
  const closes = readClosing(text);
  if (closes !== null)
    return {
      value: "0",
      comparator: "=",
      cut: false,
      cumulative: false,
      rest: "",
      closing: closes.closing,
      ...(closes.when === "" ? {} : { when: closes.when }),
    };
  const number = /-?\d+(?:,\d{3})*(?:\.\d+)?/.exec(
    text.replace(/(?<=[^\d.])-(?=\d)/, "-"),
  );
  if (number === null) return null;
  const around =
    text.slice(0, number.index) +
    " " +
    text.slice(number.index + number[0].length);
  if (/\d/.test(around)) return null;
  const cut = cutWords.test(around);
  const plain = around.replace(cutWords, "");
  const comparator: Comparator | null = least.test(plain)
    ? ">="
    : most.test(plain)
      ? "<="
      : above.test(plain)
        ? ">"
        : below.test(plain)
          ? "<"
          : exact.test(plain)
            ? "="
            : null;
  const rest = [least, most, above, below, exact]
    .reduce((left, word) => left.replace(word, ""), plain.replace(limits, ""))
    .replace(words, "")
    .replace(/\s+/g, "");
  return {
    value: number[0].replaceAll(",", ""),
    comparator: comparator ?? (cut ? ">=" : null),
    cut,
    cumulative,
    rest,
  };
}
