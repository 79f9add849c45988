import { attributedLook, declaredLook, type HtmlLook } from "./html-look.ts";
import { namedFormat } from "./named-formats.ts";

/** What styles say that matters to a table. */
export interface HtmlStyle {
  /** Number format code; undefined where none is stated. */
  readonly format: string | undefined;
  readonly hidden: boolean;
  /** True where a span is for looks and joins no cells. */
  readonly loose: boolean;
  readonly look: HtmlLook;
}

const none: HtmlStyle = {
  format: undefined,
  hidden: false,
  loose: false,
  look: {},
};

/** Longest style text that is looked at. */
const longest = 10_000;

/** Reads the declarations of a style attribute or of a rule. */
export function readStyle(text: string): HtmlStyle {
  if (text === "") return none;
  const declared = text.slice(0, longest);
  const format =
    /(?:mso-number-format|vnd\.ms-excel\.numberformat)\s*:\s*((?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\\[^]|[^;"'\\])*)/i.exec(
      declared,
    )?.[1];
  return {
    format: format === undefined ? undefined : formatCode(format),
    hidden: /(?:^|[;\s{])display\s*:\s*none/i.test(declared),
    loose: /mso-ignore\s*:\s*colspan/i.test(declared),
    look: declaredLook(declared),
  };
}

/** `0\.00_ `, `"Short Date"`, `\@`, `yyyy\0022年\0022m\0022月\0022`: CSS escapes around a format code. */
function formatCode(text: string): string {
  const bare = text.trim().replace(/^(["'])([^]*)\1$/, "$2");
  const code = bare.replace(
    /\\(?:([0-9a-fA-F]{4})|([^]))/g,
    (_whole, hex?: string, char?: string) =>
      hex === undefined ? (char ?? "") : String.fromCharCode(parseInt(hex, 16)),
  );
  return namedFormat(code.trim());
}

/** Style attributes whose reading is kept. */
const mostKept = 2_000;

/** Elements whose own rules say how the cells of a table look. */
const elements = /^(?:td|th|tr)$/i;

/** The rules of style sheets by class, as far as they concern a table. */
export class HtmlStyles {
  readonly #classes = new Map<string, HtmlStyle>();
  /** Of rules for all cells of a kind, by the name of the element. */
  readonly #elements = new Map<string, HtmlLook>();
  /** Pages say the same of one cell after the other. */
  readonly #read = new Map<string, HtmlStyle>();

  /** Takes the text of a style element. */
  add(sheet: string): void {
    for (const [, selectors = "", body = ""] of sheet.matchAll(
      /([^{}]{1,400})\{([^{}]*)\}/g,
    )) {
      const style = readStyle(body);
      for (const [, name = ""] of selectors.matchAll(/\.([\w-]+)/g))
        this.#classes.set(name, style);
      for (const selector of selectors.split(",")) {
        const name = selector.trim().toLowerCase();
        if (elements.test(name))
          this.#elements.set(name, {
            ...this.#elements.get(name),
            ...style.look,
          });
      }
    }
  }

  /** What the element of a name says by its rules, its attributes, its classes and its style, each outweighing those before. */
  of(attributes: ReadonlyMap<string, string>, element: string): HtmlStyle {
    const own = this.#readStyle(attributes.get("style") ?? "");
    const named = (attributes.get("class") ?? "").split(/\s+/);
    let { format, hidden, loose } = own;
    let look: HtmlLook = {
      ...this.#elements.get(element),
      ...attributedLook(attributes),
    };
    for (const name of named) {
      const style = this.#classes.get(name);
      if (style === undefined) continue;
      format ??= style.format;
      hidden ||= style.hidden;
      loose ||= style.loose;
      look = { ...look, ...style.look };
    }
    return { format, hidden, loose, look: { ...look, ...own.look } };
  }

  #readStyle(text: string): HtmlStyle {
    let style = this.#read.get(text);
    if (style === undefined) {
      style = readStyle(text);
      if (this.#read.size < mostKept) this.#read.set(text, style);
    }
    return style;
  }
}
