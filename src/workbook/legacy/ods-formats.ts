import type { CellLook } from "../../model/sheet.ts";
import type { XmlCursor } from "../xml-cursor.ts";
import { aligned, alignmentOf } from "../cell-alignment.ts";
import { hexColour } from "./style-list.ts";
import { attributesOf } from "./xml-attributes.ts";

/** Fonts from this weight on are bold. */
const boldFrom = 600;

/** A data style as it is read: its code, and the styles that stand in for it on a condition. */
interface DataStyle {
  code: string;
  readonly maps: { readonly condition: string; readonly style: string }[];
}

const lookProperties = new Set([
  "table-cell-properties",
  "paragraph-properties",
  "text-properties",
]);

const dataStyles = new Set(["number-style", "currency-style", "percentage-style", "date-style", "time-style", "boolean-style", "text-style"]); // prettier-ignore

const colours: ReadonlyMap<string, string> = new Map([
  ["#000000", "[Black]"],
  ["#0000ff", "[Blue]"],
  ["#00ffff", "[Cyan]"],
  ["#00ff00", "[Green]"],
  ["#ff00ff", "[Magenta]"],
  ["#ff0000", "[Red]"],
  ["#ffffff", "[White]"],
  ["#ffff00", "[Yellow]"],
]);

/** What a cell style says itself; the rest is its parent's. */
interface CellStyle {
  readonly data?: string;
  readonly parent?: string;
  /** Null for none, whatever the parent has. */
  fill?: string | null;
  bold?: boolean;
  across?: string;
  /** True where what a cell holds says where it stands, whatever `across` is. */
  byContent?: boolean;
  down?: string;
  wrap?: boolean;
  indent?: number;
}

type Look = Omit<CellStyle, "data" | "parent">;

/** Number format codes and looks of an OpenDocument spreadsheet, put together from its styles. */
export class OdsFormats {
  readonly #data = new Map<string, DataStyle>();
  /** Data style and parent of each cell style. */
  readonly #cells = new Map<string, CellStyle>();
  readonly #codes = new Map<string, string>();
  readonly #looks = new Map<string, CellLook>();
  /** The cell style whose properties follow. */
  #open: CellStyle | null = null;

  /** True, and read to its end, when the cursor stands at a data style or a cell style. */
  take(cursor: XmlCursor): boolean {
    if (cursor.kind !== "open" && cursor.kind !== "empty") return false;
    const name = cursor.name();
    if (dataStyles.has(name)) {
      const given = attributesOf(cursor);
      const style = readDataStyle(cursor, name);
      if (given["transliteration-format"] !== undefined)
        style.code = numerals(given["transliteration-format"]) + style.code;
      this.#data.set(given["name"] ?? "", style);
      return true;
    }
    if (lookProperties.has(name)) return this.#takeLook(name, cursor);
    if (name !== "style" && name !== "default-style") return false;
    this.#open = null;
    const given = attributesOf(cursor);
    if (given["family"] !== "table-cell") return false;
    const data = given["data-style-name"];
    const parent = given["parent-style-name"];
    const style: CellStyle = {
      ...(data === undefined ? {} : { data }),
      ...(parent === undefined ? {} : { parent }),
    };
    this.#cells.set(given["name"] ?? "", style);
    if (cursor.kind === "open") this.#open = style;
    return true;
  }

  #takeLook(name: string, cursor: XmlCursor): boolean {
    if (this.#open === null) return false;
    const given = attributesOf(cursor);
    Object.assign(this.#open, lookIn(name, given));
    return true;
  }

  /** How cells of a style look. */
  lookOf(style: string | undefined): CellLook | undefined {
    if (style === undefined) return undefined;
    const known = this.#looks.get(style);
    if (known !== undefined) return known;
    let said: Look = {};
    // What a style does not say is what the one it follows says.
    let at: string | undefined = style;
    for (let depth = 0; at !== undefined && depth < 32; depth++) {
      const cell: CellStyle | undefined = this.#cells.get(at);
      said = { ...cell, ...said };
      at = cell?.parent;
    }
    const { fill = null, bold = false, down, wrap, indent } = said;
    const across = said.byContent === true ? undefined : said.across;
    const look = aligned(
      { fill, bold },
      alignmentOf(across, down, wrap === true, indent),
    );
    this.#looks.set(style, look);
    return look;
  }

  /** The code of a cell style; `General` where none says one. */
  of(style: string | undefined): string {
    if (style === undefined) return "General";
    const known = this.#codes.get(style);
    if (known !== undefined) return known;
    let at: string | undefined = style;
    let code = "General";
    for (let depth = 0; at !== undefined && depth < 32; depth++) {
      const cell = this.#cells.get(at);
      if (cell?.data !== undefined) {
        code = this.#code(cell.data);
        break;
      }
      at = cell?.parent;
    }
    this.#codes.set(style, code);
    return code;
  }

  #code(name: string): string {
    const style = this.#data.get(name);
    if (style === undefined) return "General";
    const others = style.maps
      .slice(0, 3)
      .map(({ condition, style: other }) => ({
        condition: condition.replace(/^value\(\)\s*/, "").replace("!=", "<>"),
        code: this.#data.get(other)?.code ?? "General",
      }));
    const plain = others.map(({ condition }) => condition).join(" ");
    const sections = others.map(({ condition, code }) =>
      plain === ">=0" || plain === ">0" || plain === ">0 <0" || plain === ">0 <0 =0" // prettier-ignore
        ? code
        : `[${condition}]${code}`,
    );
    return [...sections, style.code].join(";");
  }
}

/** What the properties of a cell style say of its look. */
function lookIn(name: string, given: Given): Look {
  const look: Look = {};
  if (name === "text-properties") {
    const weight = given["font-weight"];
    if (weight !== undefined)
      look.bold = weight === "bold" || Number(weight) >= boldFrom;
    return look;
  }
  if (name === "paragraph-properties") {
    const align = given["text-align"];
    const margin = given["margin-left"];
    if (align !== undefined) look.across = align;
    if (margin !== undefined) look.indent = pointsOf(margin) / step;
    return look;
  }
  const fill = given["background-color"];
  const down = given["vertical-align"];
  const wrap = given["wrap-option"];
  const source = given["text-align-source"];
  if (source !== undefined) look.byContent = source === "value-type";
  if (fill !== undefined) look.fill = hexColour(fill);
  if (down !== undefined) look.down = down;
  if (wrap !== undefined) look.wrap = wrap === "wrap";
  return look;
}

/** Points of one step from the edge. */
const step = 10;

const pointsIn: ReadonlyMap<string, number> = new Map([
  ["pt", 1],
  ["pc", 12],
  ["in", 72],
  ["cm", 72 / 2.54],
  ["mm", 7.2 / 2.54],
]);

/** A length in points; 0 for what is none. */
function pointsOf(length: string): number {
  const [, number, unit = ""] = /^([\d.]+)(pt|pc|in|cm|mm)$/.exec(length) ?? [];
  return Number(number ?? 0) * (pointsIn.get(unit) ?? 0);
}

function readDataStyle(cursor: XmlCursor, name: string): DataStyle {
  const style: DataStyle = { code: "", maps: [] };
  if (name === "text-style" && cursor.kind === "empty") style.code = "@";
  if (cursor.kind === "empty")
    return { ...style, code: style.code || "General" };
  let colour = "";
  while (cursor.next() && !cursor.closes(name)) {
    if (cursor.kind === "text" || cursor.kind === "close") continue;
    const part = cursor.name();
    if (part === "text-properties")
      colour = colours.get(attributesOf(cursor)["color"] ?? "") ?? "";
    else if (part === "map") {
      const { condition = "", "apply-style-name": other = "" } =
        attributesOf(cursor);
      style.maps.push({ condition, style: other });
    } else style.code += partCode(part, cursor, name);
  }
  style.code = colour + (style.code === "" && name !== "text-style" ? "General" : style.code); // prettier-ignore
  return style;
}

/** The text within the element the cursor stands at. */
function textWithin(cursor: XmlCursor): string {
  if (cursor.kind === "empty") return "";
  let text = "";
  while (cursor.next() && cursor.kind !== "close")
    if (cursor.kind === "text") text += cursor.text();
  return text;
}

function literal(text: string): string {
  if (/^[-+/():% ,.，]*$/.test(text)) return text;
  return `"${text.replaceAll('"', '"\\""')}"`;
}

function partCode(part: string, cursor: XmlCursor, within: string): string {
  const given = attributesOf(cursor);
  const long = given["style"] === "long";
  switch (part) {
    case "number":
      return numberCode(cursor, given);
    case "scientific-number": {
      const digits = Number(given["min-exponent-digits"] ?? 2);
      return `${decimals("0", given)}E+${"0".repeat(Math.min(digits, 10))}`;
    }
    case "fraction":
      return fractionCode(given);
    case "text": {
      const text = textWithin(cursor);
      return within === "percentage-style" && text === "%" ? "%" : literal(text); // prettier-ignore
    }
    case "currency-symbol":
      return literal(textWithin(cursor));
    case "year":
      return long ? "yyyy" : "yy";
    case "month":
      return given["textual"] === "true"
        ? long ? "mmmm" : "mmm"
        : long ? "mm" : "m"; // prettier-ignore
    case "day":
      return long ? "dd" : "d";
    case "day-of-week":
      return long ? "dddd" : "ddd";
    case "era":
      return long ? "gggg" : "g";
    case "hours":
      return long ? "hh" : "h";
    case "minutes":
      return long ? "mm" : "m";
    case "seconds": {
      const places = Math.min(Number(given["decimal-places"] ?? 0) || 0, 9);
      const whole = long ? "ss" : "s";
      return places > 0 ? `${whole}.${"0".repeat(places)}` : whole;
    }
    case "am-pm":
      return "AM/PM";
    case "boolean":
      return "General";
    case "text-content":
      return "@";
    case "fill-character":
      return `*${textWithin(cursor).slice(0, 1) || " "}`;
    default:
      return "";
  }
}

type Given = Readonly<Record<string, string | undefined>>;

function numberCode(cursor: XmlCursor, given: Given): string {
  const least = Math.min(Number(given["min-integer-digits"] ?? 0) || 0, 30);
  if (
    given["decimal-places"] === undefined &&
    given["grouping"] !== "true" &&
    given["min-integer-digits"] === "1" &&
    cursor.kind === "empty"
  )
    // prettier-ignore
    return "General";
  let whole = "0".repeat(least);
  if (given["grouping"] === "true")
    whole = `#,${whole.padStart(3, "#").replace(/^(.*)(...)$/, "$1$2")}`;
  else if (least === 0) whole = "#";
  if (cursor.kind === "open") whole = embedded(cursor, whole);
  const factor = Number(given["display-factor"] ?? 1);
  const commas = factor >= 1000 ? Math.min(Math.round(Math.log10(factor) / 3), 4) : 0; // prettier-ignore
  return decimals(whole, given) + ",".repeat(commas);
}

/** Texts that stand among the digits, counted from the last whole one. */
function embedded(cursor: XmlCursor, whole: string): string {
  let made = whole;
  while (cursor.next() && !cursor.closes("number"))
    if (cursor.opens("embedded-text")) {
      const position = Number(attributesOf(cursor)["position"] ?? 0) || 0;
      const text = literal(textWithin(cursor));
      const at = Math.max(0, whole.length - position);
      made = made.slice(0, at) + text + made.slice(at);
    }
  return made;
}

function decimals(whole: string, given: Given): string {
  const most = Math.min(Number(given["decimal-places"] ?? 0) || 0, 30);
  const least = Math.min(Number(given["min-decimal-places"] ?? most) || 0, most); // prettier-ignore
  return most === 0
    ? whole
    : `${whole}.${"0".repeat(least)}${"#".repeat(most - least)}`;
}

function fractionCode(given: Given): string {
  const top = "?".repeat(Math.min(Number(given["min-numerator-digits"] ?? 1) || 1, 5)); // prettier-ignore
  const bottom = given["denominator-value"] ?? "?".repeat(Math.min(Number(given["min-denominator-digits"] ?? 1) || 1, 5)); // prettier-ignore
  return `# ${top}/${bottom}`;
}

/** Chinese numerals: small ones, capital ones, wide digits. */
function numerals(format: string): string {
  return format === "一" ? "[DBNum1]" : format === "壹" ? "[DBNum2]" : format === "１" ? "[DBNum3]" : ""; // prettier-ignore
}
