import type { CellRange } from "../../model/sheet.ts";
import type { BiffReader } from "./biff-text.ts";

const utf16 = new TextDecoder("utf-16le");

/** A hyperlink record: its cells and where it leads (`#` before a place in the workbook). */
export function readLink(
  reader: BiffReader,
  decoder: TextDecoder,
): { readonly range: CellRange; readonly target: string } {
  const [top, bottom, left, right] = [
    reader.u16(),
    reader.u16(),
    reader.u16(),
    reader.u16(),
  ] as const;
  reader.skip(20);
  const flags = reader.u32();
  if ((flags & 0x10) !== 0) counted(reader);
  if ((flags & 0x80) !== 0) counted(reader);
  let target = "";
  if ((flags & 1) !== 0)
    target = (flags & 0x100) !== 0 ? counted(reader) : moniker(reader, decoder);
  const place = (flags & 8) !== 0 ? counted(reader) : "";
  // Some writers put the place into the address as well.
  if (place !== "" && !target.includes("#")) target += `#${place}`;
  return { range: { top, left, bottom, right }, target };
}

/** Characters by their count, with a zero at the end. */
function counted(reader: BiffReader): string {
  return ended(utf16.decode(reader.bytes(reader.u32() * 2)));
}

function ended(text: string): string {
  const zero = text.indexOf("\0");
  return zero < 0 ? text : text.slice(0, zero);
}

function moniker(reader: BiffReader, decoder: TextDecoder): string {
  const kind = reader.bytes(16)[0];
  if (kind === 0xe0) return ended(utf16.decode(reader.bytes(reader.u32())));
  if (kind !== 0x03) return "";
  const up = reader.u16();
  const short = ended(decoder.decode(reader.bytes(reader.u32())));
  reader.skip(24);
  const size = reader.u32();
  if (size < 6) return "../".repeat(Math.min(up, 64)) + short;
  const length = reader.u32();
  reader.skip(2);
  return "../".repeat(Math.min(up, 64)) + utf16.decode(reader.bytes(length));
}
