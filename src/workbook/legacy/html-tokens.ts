import { htmlEntities } from "./html-entities.ts";

export type HtmlToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "comment"; readonly text: string }
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly kind: "close"; readonly name: string };

/** Elements whose content is no markup. */
const rawElements = new Set(["script", "style", "textarea", "title", "xmp"]);

/** Characters of text handed on at once. */
const longestText = 1 << 16;

/** Attributes of a tag that are looked at. */
const mostAttributes = 200;

const attributePattern =
  /([^\s=>"'/][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g;

/** Walks over HTML as browsers do: anything is taken as something, nothing is an error. */
export class HtmlTokens {
  readonly #html: string;
  at = 0;
  /** The raw element that was opened last. */
  #raw = "";

  constructor(html: string) {
    this.#html = html;
  }

  next(): HtmlToken | null {
    const html = this.#html;
    if (this.#raw !== "") return this.#rawText();
    const at = this.at;
    if (at >= html.length) return null;
    if (html[at] !== "<" || !/[a-zA-Z/!?]/.test(html[at + 1] ?? "")) {
      const next = html.indexOf("<", at + 1);
      this.at = this.#textEnd(at, next < 0 ? html.length : next);
      return { kind: "text", text: decodeEntities(html.slice(at, this.at)) };
    }
    if (html.startsWith("<!--", at)) {
      const end = html.indexOf("-->", at + 4);
      // A downlevel-revealed conditional hides nothing from browsers.
      this.at = end < 0 ? html.length : end + 3;
      return {
        kind: "comment",
        text: html.slice(at + 4, end < 0 ? html.length : end),
      };
    }
    if (html[at + 1] === "!" || html[at + 1] === "?") {
      const end = html.indexOf(">", at);
      this.at = end < 0 ? html.length : end + 1;
      return { kind: "comment", text: "" };
    }
    return this.#tag(at);
  }

  /** The end of a piece of text, short enough to be handled at once and not within a reference. */
  #textEnd(from: number, to: number): number {
    if (to - from <= longestText) return to;
    const end = from + longestText;
    const mark = this.#html.lastIndexOf("&", end - 1);
    return mark > end - 12 && mark > from ? mark : end;
  }

  #rawText(): HtmlToken {
    const html = this.#html;
    const close = `</${this.#raw}`;
    let end = this.at;
    while (
      end < html.length &&
      html.slice(end, end + close.length).toLowerCase() !== close
    ) {
      const next = html.indexOf("</", end + 1);
      end = next < 0 ? html.length : next;
    }
    const text = html.slice(this.at, end);
    this.at = end;
    const decoded = this.#raw === "title" || this.#raw === "textarea";
    this.#raw = "";
    return { kind: "text", text: decoded ? decodeEntities(text) : text };
  }

  #tag(at: number): HtmlToken {
    const html = this.#html;
    let end = at + 1;
    for (; end < html.length && html[end] !== ">"; end++) {
      const mark = html[end];
      if (
        (mark === '"' || mark === "'") &&
        /=\s*$/.test(html.slice(Math.max(at, end - 8), end))
      ) {
        // prettier-ignore
        const other = html.indexOf(mark, end + 1);
        // A quote that never closes ends with its tag.
        if (other < 0) break;
        end = other;
      }
    }
    if (html[end] !== ">") end = html.indexOf(">", at);
    const stop = end < 0 ? html.length : end;
    this.at = end < 0 ? html.length : end + 1;
    const closes = html[at + 1] === "/";
    const from = closes ? at + 2 : at + 1;
    const name = (/^[^\s/>]+/.exec(html.slice(from, Math.min(stop, from + 64)))?.[0] ?? "").toLowerCase(); // prettier-ignore
    if (closes) return { kind: "close", name };
    if (rawElements.has(name) && html[stop - 1] !== "/") this.#raw = name;
    const attributes = new Map<string, string>();
    const rest = html.slice(from + name.length, stop);
    if (rest.trim() !== "")
      for (const [, key = "", double, single, bare] of rest.matchAll(
        attributePattern,
      )) {
        if (attributes.size >= mostAttributes) break;
        const known = key.toLowerCase();
        if (!attributes.has(known))
          attributes.set(known, decodeEntities(double ?? single ?? bare ?? ""));
      }
    return { kind: "open", name, attributes };
  }
}

/** Numeric references and the names people use; others stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));?/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return htmlEntities.get(name) ?? whole;
      const code =
        decimal !== undefined ? Number(decimal) : parseInt(hex ?? "", 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
