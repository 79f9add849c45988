/** Error values by their number in binary workbooks. */
const errorTexts: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};

/** An unknown number is shown as itself. */
export function errorText(code: number): string {
  return errorTexts[code] ?? `#ERR${code}!`;
}
