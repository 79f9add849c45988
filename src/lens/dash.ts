/** Dashes that stand for "nothing to say" in a column of words. */
export function isDash(text: string): boolean {
  return /^[-－—–―_/／]+$/.test(text);
}
