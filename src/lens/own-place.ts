/** True for 全市 and 本县 over a column: the place the sheet is of. */
export function namesOwnPlace(text: string): boolean {
  return /^[全我本][市县区](?:平均|均值)?$/.test(text.trim());
}

/** True for 全市, 本县, 市本级 of a row: the place the sheet is of, under whatever header. */
export function startsWithOwnPlace(text: string): boolean {
  return /^(?:[全我本][市县区]|市本级|本级|市直|市级|[县区]本级)/.test(text);
}
