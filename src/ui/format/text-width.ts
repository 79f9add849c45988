/** About how many pixels words take at the size of a grid: Chinese characters thirteen, others seven and a half. */
export function textWidth(words: string): number {
  let sum = 0;
  for (const letter of words) sum += letter.charCodeAt(0) > 0x2e80 ? 13 : 7.5;
  return Math.ceil(sum);
}
