import type { CellAlignment, CellLook } from "../model/sheet.ts";
import { aligned, alignmentOf } from "./cell-alignment.ts";
import { IssueList } from "./issue-list.ts";
import { indexedColours } from "./indexed-colours.ts";
import { openForPatching } from "./patch-package.ts";
import { plainBytes } from "./plain-bytes.ts";
import type { WorkbookPackage } from "./package.ts";

/** Looks by cell style (`Cell.style`). */
export type CellLooks = readonly CellLook[];

/**
 * The fills, bold fonts and alignments of a workbook's styles, for showing a sheet as it
 * looks; none where the format has no styles part or it cannot be read: looks
 * decide nothing.
 */
export async function readCellLooks(bytes: Uint8Array): Promise<CellLooks> {
  const opened = await openForPatching(plainBytes(bytes), new IssueList(""));
  if (typeof opened === "string") return [];
  const { pkg, book } = opened;
  if (book.styles === undefined) return [];
  const theme = await readTheme(pkg, book.path);
  const fills: (string | null)[] = [];
  const bolds: boolean[] = [];
  const looks: CellLook[] = [];
  const inside = new Set<string>();
  let solid = false;
  await pkg.walk(book.styles, {
    open: ({ name, attributes }) => {
      inside.add(name);
      if (name === "fill" && inside.has("fills") && !inside.has("dxfs")) {
        fills.push(null);
        solid = false;
      } else if (name === "patternFill") {
        solid = attributes.get("patternType") === "solid";
      } else if (name === "fgColor" && solid && !inside.has("dxfs")) {
        fills[fills.length - 1] = colourOf(attributes, theme);
      } else if (
        name === "font" &&
        inside.has("fonts") &&
        !inside.has("dxfs")
      ) {
        bolds.push(false);
      } else if (name === "b" && inside.has("fonts")) {
        bolds[bolds.length - 1] = attributes.get("val") !== "0";
      } else if (name === "xf" && inside.has("cellXfs")) {
        looks.push({
          fill: fills[Number(attributes.get("fillId") ?? 0)] ?? null,
          bold: bolds[Number(attributes.get("fontId") ?? 0)] ?? false,
        });
      } else if (name === "alignment" && inside.has("cellXfs")) {
        const look = looks.pop();
        if (look !== undefined)
          looks.push(aligned(look, alignmentIn(attributes)));
      }
    },
    close: (name) => {
      inside.delete(name);
    },
  });
  return looks;
}

function alignmentIn(
  attributes: ReadonlyMap<string, string>,
): CellAlignment | undefined {
  return alignmentOf(
    attributes.get("horizontal"),
    attributes.get("vertical"),
    /^(?:1|true|on)$/.test(attributes.get("wrapText") ?? ""),
    Number(attributes.get("indent") ?? 0) || 0,
  );
}

/** The colours of the theme in the order that styles number them: light before dark. */
async function readTheme(
  pkg: WorkbookPackage,
  book: string,
): Promise<readonly string[]> {
  const links = await pkg.relationships(book);
  const link = links.find(({ type }) => type === "theme");
  const entry = link === undefined ? undefined : pkg.find(link.target);
  if (entry === undefined) return [];
  const colours: string[] = [];
  let inScheme = false;
  await pkg.walk(entry, {
    open: ({ name, attributes }) => {
      if (name === "clrScheme") inScheme = true;
      if (!inScheme) return;
      if (name === "srgbClr") colours.push(attributes.get("val") ?? "");
      if (name === "sysClr") colours.push(attributes.get("lastClr") ?? "");
    },
    close: (name) => {
      if (name === "clrScheme") inScheme = false;
    },
  });
  const [dark1 = "", light1 = "", dark2 = "", light2 = "", ...accents] =
    colours;
  return [light1, dark1, light2, dark2, ...accents];
}

function colourOf(
  attributes: ReadonlyMap<string, string>,
  theme: readonly string[],
): string | null {
  const rgb = attributes.get("rgb");
  const byTheme = attributes.get("theme");
  const indexed = attributes.get("indexed");
  const hex =
    rgb?.slice(-6) ??
    (byTheme === undefined ? undefined : theme[Number(byTheme)]) ??
    (indexed === undefined ? undefined : indexedColours[Number(indexed)]);
  if (hex === undefined || !/^[0-9a-fA-F]{6}$/.test(hex)) return null;
  return tinted(hex, Number(attributes.get("tint") ?? 0) || 0);
}

/** A tint moves each channel towards white, a negative one towards black. */
function tinted(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const moved = channels.map((channel) =>
    Math.round(
      tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint,
    ),
  );
  return `#${moved
    .map((channel) =>
      Math.min(255, Math.max(0, channel)).toString(16).padStart(2, "0"),
    )
    .join("")}`;
}
