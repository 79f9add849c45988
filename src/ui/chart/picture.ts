/** Colours and the font of a picture that leaves the page: no tokens are known out there. */
export interface PictureLook {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly font: string;
}

/** A drawing to be framed; `body` is SVG markup in a box of this size. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

export interface PictureWords {
  readonly title: string;
  /** Unit, period, how it is ordered. */
  readonly line: string;
  /** As-of day and where it was made. */
  readonly foot: string;
}

const edge = 20;
const head = 64;
const foot = 32;

/** A whole SVG document: title and unit line above the drawing, as-of day below. */
export function picture(
  drawing: Drawing,
  words: PictureWords,
  look: PictureLook,
): { readonly width: number; readonly height: number; readonly svg: string } {
  const width = drawing.width + 2 * edge;
  const height = drawing.height + head + foot;
  const text = (
    x: number,
    y: number,
    size: number,
    color: string,
    said: string,
    more = "",
  ) =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${markup(color)}"${more}>${markup(said)}</text>`;
  return {
    width,
    height,
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${markup(look.font)}">`,
      `<title>${markup(words.title)}</title>`,
      `<rect width="${width}" height="${height}" fill="${markup(look.surface)}"/>`,
      text(edge, 30, 17, look.text, words.title, ' font-weight="600"'),
      text(edge, 52, 12, look.muted, words.line),
      `<g transform="translate(${edge} ${head})">${drawing.body}</g>`,
      text(edge, height - 12, 11, look.muted, words.foot),
      "</svg>",
    ].join(""),
  };
}

/** Text as it stands in markup and in attributes. */
export function markup(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
