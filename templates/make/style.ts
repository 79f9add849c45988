import type ExcelJS from "exceljs";

/** Typefaces bureaus print with; Office and WPS on their desks have them. */
export const faces = {
  title: "黑体",
  head: "黑体",
  body: "宋体",
  note: "仿宋",
} as const;

const hair: Partial<ExcelJS.Border> = {
  style: "thin",
  color: { argb: "FF000000" },
};

export const thinBox: Partial<ExcelJS.Borders> = {
  top: hair,
  left: hair,
  bottom: hair,
  right: hair,
};

export const headFill: ExcelJS.Fill = {
  type: "pattern",
  pattern: "solid",
  fgColor: { argb: "FFDDEBF7" },
};

export const totalFill: ExcelJS.Fill = {
  type: "pattern",
  pattern: "solid",
  fgColor: { argb: "FFF2F2F2" },
};

export function font(
  name: string,
  size: number,
  more: Partial<ExcelJS.Font> = {},
): Partial<ExcelJS.Font> {
  return { name, size, charset: 134, ...more };
}

/** Fill of a differential style, for conditional formats. */
export function warnStyle(
  background: string,
  text: string,
): Partial<ExcelJS.Style> {
  return {
    fill: {
      type: "pattern",
      pattern: "solid",
      bgColor: { argb: background },
    },
    font: { color: { argb: text } },
  };
}

/** Red, amber and green as the dispatch sheets use them. */
export const red = warnStyle("FFFFC7CE", "FF9C0006");
export const amber = warnStyle("FFFFEB9C", "FF7F6000");
export const green = warnStyle("FFC6EFCE", "FF006100");
