import { builtinFormats } from "./builtin-formats.ts";
import { readXmlPart, type XmlHandlers } from "./xml-part.ts";

/** What recognition needs of the styles: the number format of each cell style. */
export interface NumberFormats {
  /** Format code by cell style; `General` for a style that is not there. */
  of(style: number): string;
  /** Format code by number format id. */
  readonly codes: ReadonlyMap<number, string>;
  /** Number format id of each cell style. */
  readonly ids: readonly number[];
}

/** Reads a styles part; null for a workbook without one. Malformed XML is read as far as it goes. */
export function readNumberFormats(part: Uint8Array | null): {
  readonly formats: NumberFormats;
  readonly problem: string | null;
} {
  const { handlers, found } = numberFormatReader();
  const problem = part === null ? null : readXmlPart(part, handlers);
  return { formats: found(), problem };
}

/** What to do while a styles part is walked, and the formats that were found. */
export function numberFormatReader(): {
  readonly handlers: XmlHandlers;
  readonly found: () => NumberFormats;
} {
  const codes = new Map(builtinFormats);
  const ids: number[] = [];
  let inCellXfs = false;
  let inFormats = false;
  return {
    handlers: {
      open: ({ name, attributes }) => {
        if (name === "cellXfs") inCellXfs = true;
        else if (name === "numFmts") inFormats = true;
        else if (name === "numFmt" && inFormats) {
          const code = attributes.get("formatCode");
          if (code !== undefined)
            codes.set(Number(attributes.get("numFmtId")), code);
        } else if (name === "xf" && inCellXfs)
          ids.push(Number(attributes.get("numFmtId") ?? 0) || 0);
      },
      close: (name) => {
        if (name === "cellXfs") inCellXfs = false;
        if (name === "numFmts") inFormats = false;
      },
    },
    found: () => {
      const byStyle = ids.map((id) => codes.get(id) ?? "General");
      return { of: (style) => byStyle[style] ?? "General", codes, ids };
    },
  };
}
