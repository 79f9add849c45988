/** `1.`, `2、`, `（3）`, `④`, `五、`, `（六）` before words. */
const itemNumber =
  /^[\s\u3000]*(?:[（(][\s\u3000]*(?:\d{1,2}|[一二三四五六七八九十]{1,3})[\s\u3000]*[）)]|[\u2460-\u249b]|\d{1,2}(?:[、．](?!\d)|\.(?!\d))|[一二三四五六七八九十]{1,3}[、．.](?![一二三四五六七八九十]))[、．.\s\u3000]*/;

/** Words without the number that says which of several they are; a number alone stays, and so do `2.5微米`, `7、8月` and `一、二类`. */
export function withoutItemNumber(text: string): string {
  const rest = text.replace(itemNumber, "");
  return rest.trim() === "" ? text : rest;
}
