import { namedFormat } from "./named-formats.ts";

/** What styles say that matters to a table. */
export interface HtmlStyle {
  /** Number format code; undefined where none is stated. */
  readonly format: string | undefined;
  readonly hidden: boolean;
  /** True where a span is for looks and joins no cells. */
  readonly loose: boolean;
}

const none: HtmlStyle = { format: undefined, hidden: false, loose: false };

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

/** The rules of style sheets by class, as far as they concern a table. */
export class HtmlStyles {
  readonly #classes = new Map<string, HtmlStyle>();

  /** Takes the text of a style element. */
  add(sheet: string): void {
    for (const [, selectors = "", body = ""] of sheet.matchAll(
      /([^{}]{1,400})\{([^{}]*)\}/g,
    )) {
      const style = readStyle(body);
      if (style.format === undefined && !style.hidden && !style.loose) continue;
      for (const [, name = ""] of selectors.matchAll(/\.([\w-]+)/g))
        this.#classes.set(name, style);
    }
  }

  /** What an element's style and classes say together. */
  of(attributes: ReadonlyMap<string, string>): HtmlStyle {
    const own = readStyle(attributes.get("style") ?? "");
    const named = (attributes.get("class") ?? "").split(/\s+/);
    let { format, hidden, loose } = own;
    for (const name of named) {
      const style = this.#classes.get(name);
      if (style === undefined) continue;
      format ??= style.format;
      hidden ||= style.hidden;
      loose ||= style.loose;
    }
    return { format, hidden, loose };
  }
}
