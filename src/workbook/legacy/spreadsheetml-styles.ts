import type { CellLook } from "../../model/sheet.ts";
import { aligned, alignmentOf } from "../cell-alignment.ts";
import type { XmlCursor } from "../xml-cursor.ts";
import { namedFormat } from "./named-formats.ts";
import { hexColour } from "./style-list.ts";
import { attributesOf } from "./xml-attributes.ts";

/** Number format code and look of the cells of a style. */
export interface SpreadsheetmlStyle {
  readonly format: string;
  readonly look: CellLook;
}

/** That of cells whose style says nothing. */
export const plainStyle: SpreadsheetmlStyle = {
  format: "General",
  look: { fill: null, bold: false },
};

/** What a style says itself; the rest is its parent's. */
interface Said {
  parent?: string;
  format?: string;
  fill?: string | null;
  bold?: boolean;
  across?: string;
  down?: string;
  wrap?: boolean;
  indent?: number;
}

/** How many styles may follow one another. */
const longest = 32;

/** The styles by their name, with what each inherits. Reads to their end. */
export function readSpreadsheetmlStyles(
  cursor: XmlCursor,
): ReadonlyMap<string, SpreadsheetmlStyle> {
  const said = new Map<string, Said>();
  let own: Said = {};
  if (cursor.kind === "empty") return new Map();
  while (cursor.next() && !cursor.closes("Styles")) {
    if (cursor.opens("Style")) {
      const { ID = "", Parent: parent } = attributesOf(cursor);
      own = parent === undefined ? {} : { parent };
      said.set(ID, own);
    } else if (cursor.kind !== "text" && cursor.kind !== "close")
      Object.assign(own, saidBy(cursor));
  }
  return new Map(
    [...said.keys()].map((id) => [id, styleOf(inherited(id, said))]),
  );
}

/** What a part of a style says. */
function saidBy(cursor: XmlCursor): Said {
  switch (cursor.name()) {
    case "NumberFormat": {
      const { Format } = attributesOf(cursor);
      return Format === undefined ? {} : { format: namedFormat(Format) };
    }
    case "Interior": {
      const { Color = "", Pattern = "" } = attributesOf(cursor);
      return { fill: Pattern === "Solid" ? hexColour(Color) : null };
    }
    case "Font": {
      const { Bold } = attributesOf(cursor);
      return Bold === undefined ? {} : { bold: Bold === "1" };
    }
    case "Alignment": {
      const {
        Horizontal: across,
        Vertical: down,
        WrapText,
        Indent,
      } = attributesOf(cursor);
      return {
        ...(across === undefined ? {} : { across }),
        ...(down === undefined ? {} : { down }),
        ...(WrapText === undefined ? {} : { wrap: WrapText === "1" }),
        ...(Indent === undefined ? {} : { indent: Number(Indent) || 0 }),
      };
    }
    default:
      return {};
  }
}

function inherited(id: string, said: ReadonlyMap<string, Said>): Said {
  let all: Said = {};
  let at: string | undefined = id;
  for (let depth = 0; at !== undefined && depth < longest; depth += 1) {
    const own: Said | undefined = said.get(at);
    all = { ...own, ...all };
    at = own?.parent;
  }
  return all;
}

function styleOf({
  format = plainStyle.format,
  fill = null,
  bold = false,
  across,
  down,
  wrap,
  indent,
}: Said): SpreadsheetmlStyle {
  return {
    format,
    look: aligned(
      { fill, bold },
      alignmentOf(across, down, wrap === true, indent),
    ),
  };
}
