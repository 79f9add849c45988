import { toSimplified } from "../match/traditional.ts";
import { withoutNumber } from "../table/line-words.ts";

/** Template marks such as `{{报告期}}` say nothing. */
export function withoutMarks(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/g, " ").trim();
}

/** How a pivot table names the mean of a column; 求和项 and 计数项 of a concentration are no concentration. */
const pivotMean = /^平均值项\s*[:：]\s*/;

/** What a header or the name of a row says: without marks and without the number of `一、优良断面比例`. */
export function namingWords(text: string): string {
  const words = withoutMarks(text).replace(pivotMean, "");
  const plain = withoutNumber(words);
  return plain === "" ? words : plain;
}

/** Words without what only spreads or sets them off: quotes, blanks beside Chinese characters, traditional forms. */
export function tidyWords(text: string): string {
  return toSimplified(text)
    .replace(/["“”‘’「」『』]/g, "")
    .replace(/(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])/g, "");
}
