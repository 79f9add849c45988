/** True for 全市 and 本县 over a column: the place the sheet is of. */
export function namesOwnPlace(text: string): boolean {
  return /^[全我本][市县区](?:平均|均值)?$/.test(text.trim());
}
