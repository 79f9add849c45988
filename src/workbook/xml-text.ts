const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Longest text that is put together byte by byte: a longer one would be a rope, which takes many times its room. */
const flat = 12;

/** UTF-8 bytes as text, nothing decoded. */
export function plainText(data: Uint8Array, from: number, to: number): string {
  if (to - from > flat) return decoder.decode(data.subarray(from, to));
  let text = "";
  for (let at = from; at < to; at++) {
    const byte = data[at] ?? 0;
    if (byte >= 0x80) return decoder.decode(data.subarray(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** True when the bytes are UTF-8 beyond doubt. */
export function isUtf8(data: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to;) {
    const first = data[at++] ?? 0;
    if (first < 0x80) continue;
    const more =
      first >= 0xc2 && first <= 0xdf
        ? 1
        : first >= 0xe0 && first <= 0xef
          ? 2
          : first >= 0xf0 && first <= 0xf4
            ? 3
            : 0;
    if (more === 0 || at + more > to) return false;
    const second = data[at] ?? 0;
    const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return false;
    for (let k = 1; k < more; k++)
      if (((data[at + k] ?? 0) & 0xc0) !== 0x80) return false;
    at += more;
  }
  return true;
}

const ampersand = 0x26;
const entityPattern =
  /&(?:#([0-9]+)|#[xX]([0-9a-fA-F]+)|(amp|lt|gt|quot|apos));/g;
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** XML character data: line ends made `\n`, the five entities and numeric references decoded, unknown ones left. */
export function decodeXmlText(
  data: Uint8Array,
  from: number,
  to: number,
): string {
  const text = plainText(data, from, to);
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!lines.includes("&")) return lines;
  return lines.replace(
    entityPattern,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code =
        decimal !== undefined ? Number(decimal) : parseInt(hex ?? "", 16);
      return isCharacter(code) ? String.fromCodePoint(code) : whole;
    },
  );
}

/** False for zero, halves of pairs and what lies beyond Unicode: no character has such a number. */
function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

/** The first `&` in character data that begins nothing XML itself knows, with its name; null without one. */
export function unknownReference(
  data: Uint8Array,
  from: number,
  to: number,
): string | null {
  let at = data.indexOf(ampersand, from);
  for (; at >= 0 && at < to; at = data.indexOf(ampersand, at + 1)) {
    const text = plainText(data, at, Math.min(to, at + 40));
    const whole = /^&[^;&<\s]*;?/.exec(text)?.[0] ?? "&";
    if (whole.replace(entityPattern, "") === "") {
      const code = /^&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));$/.exec(whole);
      if (code === null) continue;
      const value =
        code[1] === undefined ? Number(code[2]) : parseInt(code[1], 16);
      if (isCharacter(value)) continue;
    }
    return whole;
  }
  return null;
}

/** Decodes `_x000D_`, the escape cell texts have for characters XML cannot hold. */
export function unescapeCellText(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      )
    : text;
}

/**
 * A cell text as XML: `&<>` as entities; control characters, a carriage return
 * (XML would make it a line feed), lone surrogates and whatever would be read
 * as such an escape as `_xHHHH_`.
 */
export function escapeCellText(text: string): string {
  return escapeText(
    text
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
      .replace(
        /[\x00-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
        (char) =>
          `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
      ),
  );
}

/** Text between tags. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** Text for an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;");
}
