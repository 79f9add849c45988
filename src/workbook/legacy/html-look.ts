import type { CellLook } from "../../model/sheet.ts";
import { aligned, alignmentOf } from "../cell-alignment.ts";
import { colourNamed } from "./named-colours.ts";

/** What a page says of the look of a cell; what is absent is said elsewhere. */
export interface HtmlLook {
  readonly fill?: string | null;
  readonly bold?: boolean;
  readonly across?: string;
  readonly down?: string;
  readonly wrap?: boolean;
  readonly indent?: number;
}

/** Weights from this one on are bold. */
const boldFrom = 600;

/** Reads the declarations of a style. */
export function declaredLook(text: string): HtmlLook {
  const fill = valueOf(text, declared.fill);
  const weight = valueOf(text, declared.weight);
  const font = valueOf(text, declared.font);
  const across = valueOf(text, declared.across);
  const down = valueOf(text, declared.down);
  const space = valueOf(text, declared.space);
  const indent = valueOf(text, declared.indent);
  const colour = fill === undefined ? undefined : colourOf(fill);
  const bold = weight ?? (/\b(?:bold|[6-9]00)\b/i.exec(font ?? "") ?? [])[0];
  return {
    ...(colour === undefined ? {} : { fill: colour }),
    ...(bold === undefined ? {} : { bold: isBold(bold) }),
    ...(across === undefined ? {} : { across }),
    ...(down === undefined ? {} : { down }),
    ...(space === undefined ? {} : { wrap: !/^(?:nowrap|pre)$/i.test(space) }),
    ...(indent === undefined ? {} : { indent: Number(indent) || 0 }),
  };
}

/** What the attributes of a cell or row say, which any style outweighs. */
export function attributedLook(
  attributes: ReadonlyMap<string, string>,
): HtmlLook {
  const fill = attributes.get("bgcolor");
  const across = attributes.get("align");
  const down = attributes.get("valign");
  const colour = fill === undefined ? undefined : colourOf(fill);
  return {
    ...(colour === undefined ? {} : { fill: colour }),
    ...(across === undefined ? {} : { across }),
    ...(down === undefined ? {} : { down }),
    ...(attributes.has("nowrap") ? { wrap: false } : {}),
  };
}

/** The looks of the cells of a page: a page shows them in the middle, and on as many lines as they take. */
export class HtmlLooks {
  readonly #made = new Map<string, CellLook>();

  of({
    fill = null,
    bold = false,
    across,
    down = "middle",
    wrap = true,
    indent,
  }: HtmlLook): CellLook {
    const key = [fill, bold, across, down, wrap, indent].join("|");
    let look = this.#made.get(key);
    if (look === undefined) {
      look = aligned({ fill, bold }, alignmentOf(across, down, wrap, indent));
      this.#made.set(key, look);
    }
    return look;
  }
}

function isBold(weight: string): boolean {
  return /^bold/i.test(weight) || Number(weight) >= boldFrom;
}

/** A property and its value. */
function property(name: string): RegExp {
  return new RegExp(`(?:^|[;{\\s])${name}\\s*:\\s*([^;}]{1,100})`, "gi");
}

const declared = {
  fill: property("background(?:-color)?"),
  weight: property("font-weight"),
  font: property("font"),
  across: property("text-align"),
  down: property("vertical-align"),
  space: property("white-space"),
  indent: property("mso-char-indent-count"),
};

/** The value of a property, the last time it is declared. */
function valueOf(text: string, pattern: RegExp): string | undefined {
  const value = [...text.matchAll(pattern)].at(-1)?.[1];
  return value?.replace(/!\s*important/i, "").trim();
}

/** Null for what is no fill (`none`, `transparent`); undefined for what is no colour. */
function colourOf(text: string): string | null | undefined {
  const [short] = /#[0-9a-fA-F]{3,8}\b/.exec(text) ?? [];
  if (short !== undefined) {
    const digits = short.slice(1).toLowerCase();
    if (digits.length === 3)
      return `#${[...digits].map((digit) => digit + digit).join("")}`;
    return digits.length >= 6 ? `#${digits.slice(0, 6)}` : undefined;
  }
  const channels = /rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)/i.exec(
    text,
  );
  if (channels !== null)
    return `#${channels
      .slice(1, 4)
      .map((channel) =>
        Math.min(255, Number(channel)).toString(16).padStart(2, "0"),
      )
      .join("")}`;
  if (/^[0-9a-fA-F]{6}$/.test(text)) return `#${text.toLowerCase()}`;
  for (const word of text.split(/\s+/)) {
    const named = colourNamed(word);
    if (named !== undefined) return named;
  }
  return /^(?:none|transparent)\b/i.test(text) ? null : undefined;
}
