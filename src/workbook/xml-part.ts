import { SaxesParser } from "saxes";
import { toUtf8 } from "./xml-encoding.ts";

export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** By local name; of two that differ only in prefix, the one without. */
  readonly attributes: ReadonlyMap<string, string>;
  /** By the name as written. */
  readonly qualified: ReadonlyMap<string, string>;
}

/**
 * Walks a small XML part. Prefixes are ignored, so that any will do. Returns
 * what is wrong with the XML, or null; reading goes on as far as it can.
 */
export function readXmlPart(
  part: Uint8Array,
  handlers: {
    open?: (element: XmlElement) => void;
    close?: (name: string) => void;
    text?: (text: string) => void;
  },
): string | null {
  const text = new TextDecoder("utf-8").decode(toUtf8(part));
  const parser = new SaxesParser({ xmlns: false });
  let problem: string | null = null;
  parser.on("error", (error) => {
    problem ??= error.message;
  });
  parser.on("opentag", (tag) => {
    const qualified = new Map(Object.entries(tag.attributes));
    const attributes = new Map<string, string>();
    for (const [name, value] of qualified) {
      const local = localPart(name);
      if (local === name || !attributes.has(local))
        attributes.set(local, value);
    }
    handlers.open?.({ name: localPart(tag.name), attributes, qualified });
  });
  parser.on("closetag", (tag) => handlers.close?.(localPart(tag.name)));
  parser.on("text", (piece) => handlers.text?.(piece));
  parser.on("cdata", (piece) => handlers.text?.(piece));
  parser.write(text.replace(/^\ufeff/, "").trimStart()).close();
  return problem;
}

function localPart(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
