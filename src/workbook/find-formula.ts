const letterF = 0x66;

/**
 * True when the rows of a worksheet part (UTF-8) hold a formula. Formulas
 * outside the rows (conditional formats, validations, sparklines) keep no
 * result, so nothing has to be computed for them.
 */
export function holdsFormula(data: Uint8Array): boolean {
  const open = findName(data, "sheetData", 0);
  if (open < 0) return false;
  const prefix = prefixBefore(data, open);
  for (
    let at = data.indexOf(letterF, open);
    at >= 0;
    at = data.indexOf(letterF, at + 1)
  ) {
    const after = data[at + 1];
    if (after !== 0x3e && after !== 0x2f && !isBlank(after)) continue;
    const start = at - prefix.length - 1;
    if (data[start] === 0x3c && prefixBefore(data, at) === prefix)
      return at < endOfRows(data, open);
  }
  return false;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Where the closing tag of the rows stands; the end of the data without one. */
function endOfRows(data: Uint8Array, open: number): number {
  const close = findName(data, "sheetData", open + 1);
  return close < 0 ? data.length : close;
}

function findName(data: Uint8Array, name: string, from: number): number {
  const first = name.charCodeAt(0);
  for (
    let at = data.indexOf(first, from);
    at >= 0;
    at = data.indexOf(first, at + 1)
  ) {
    let length = 1;
    while (
      length < name.length &&
      data[at + length] === name.charCodeAt(length)
    )
      length += 1;
    const before = data[at - 1];
    if (
      length === name.length &&
      (before === 0x3c || before === 0x3a || before === 0x2f)
    )
      return at;
  }
  return -1;
}

/** The prefix of a tag, with its colon, from where its local name stands. */
function prefixBefore(data: Uint8Array, name: number): string {
  let text = "";
  for (let at = name - 1; at >= 0 && name - at < 64; at--) {
    const byte = data[at] ?? 0;
    if (byte === 0x3c || byte === 0x2f) break;
    text = String.fromCharCode(byte) + text;
  }
  return text;
}
