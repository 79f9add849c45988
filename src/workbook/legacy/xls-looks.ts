import type { CellAlignment, CellLook } from "../../model/sheet.ts";
import { aligned, alignmentOf } from "../cell-alignment.ts";
import { indexedColours } from "../indexed-colours.ts";
import type { BiffReader } from "./biff-text.ts";
import { hexColour } from "./style-list.ts";

/** Fonts from this weight on are bold. */
const boldFrom = 600;

/** The number that no font has: the fifth font is number 5. */
const noFont = 4;

/** The first colour of a workbook's own palette. */
const firstOwn = 8;

const solid = 1;

/** Alignments by their number. */
const horizontal = [
  "general",
  "left",
  "center",
  "right",
  "fill",
  "justify",
  "centerContinuous",
  "distributed",
];
const vertical = ["top", "center", "bottom", "justify", "distributed"];

/** Fills, bold fonts and alignments of the styles of an .xls of edition 5 or 8; none of older ones. */
export class XlsLooks {
  readonly #bold: boolean[] = [];
  readonly #palette: string[] = [];
  readonly #styles: {
    readonly font: number;
    readonly colour: number;
    readonly align: CellAlignment | undefined;
  }[] = [];
  readonly #made: (CellLook | undefined)[] = [];

  takeFont(reader: BiffReader, version: number): void {
    if (version < 5) return;
    reader.skip(6);
    this.#bold.push(reader.u16() >= boldFrom);
  }

  /** What follows font and number format in a style. */
  takeStyle(reader: BiffReader, font: number, version: number): void {
    let pattern: number;
    let colours: number;
    reader.skip(2);
    const places = reader.u8();
    reader.skip(1);
    let indent = 0;
    if (version === 8) {
      indent = reader.u8() & 0x0f;
      reader.skip(5);
      pattern = (reader.u32() >>> 26) & 0x3f;
      colours = reader.u16();
    } else {
      const area = reader.u32();
      pattern = (area >>> 16) & 0x3f;
      colours = area;
    }
    this.#styles.push({
      font,
      colour: pattern === solid ? colours & 0x7f : -1,
      align: alignmentOf(
        horizontal[places & 0x07],
        vertical[(places >>> 4) & 0x07],
        (places & 0x08) !== 0,
        indent,
      ),
    });
  }

  takePalette(reader: BiffReader): void {
    const count = Math.min(reader.u16(), 64);
    for (let index = 0; index < count && reader.left >= 4; index += 1) {
      const channels = [reader.u8(), reader.u8(), reader.u8()];
      reader.skip(1);
      this.#palette[firstOwn + index] = channels
        .map((channel) => channel.toString(16).padStart(2, "0"))
        .join("");
    }
  }

  /** Asked for when fonts and palette are known, which stand around the styles. */
  of(style: number): CellLook | undefined {
    const known = this.#styles[style];
    if (known === undefined) return undefined;
    const { font, colour, align } = known;
    return (this.#made[style] ??= aligned(
      {
        fill: hexColour(this.#palette[colour] ?? indexedColours[colour] ?? ""),
        bold: this.#bold[font > noFont ? font - 1 : font] ?? false,
      },
      align,
    ));
  }
}
