const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** UTF-8 bytes as text, nothing decoded. */
export function plainText(data: Uint8Array, from: number, to: number): string {
  if (to - from <= 48) {
    let text = "";
    for (let at = from; at < to; at++) {
      const byte = data[at] ?? 0;
      if (byte >= 0x80) return decoder.decode(data.subarray(from, to));
      text += String.fromCharCode(byte);
    }
    return text;
  }
  return decoder.decode(data.subarray(from, to));
}

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
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
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
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
    .replace(
      /[\x00-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (char) =>
        `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** Text for an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
