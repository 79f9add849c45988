import { deflate } from "./deflate.ts";
import { joinBytes } from "./inflate.ts";
import {
  sentinel16,
  sentinel32,
  viewOf,
  zip64Places,
  type ZipDirectory,
  type ZipEntry,
} from "./zip-directory.ts";

/** What an entry is to hold, whole or in pieces. */
export type Content = Uint8Array | readonly Uint8Array[];

/** Bit 3: sizes follow the data. A replaced entry knows its sizes in advance. */
const descriptorFlag = 0x0008;

/**
 * The zip with the content of some entries replaced, and those with null taken
 * out. Every other entry is copied from its local header to the next one, as it lies; order, names,
 * times, extra fields, comments and what stands before the zip are kept.
 */
export async function rewriteZip(
  bytes: Uint8Array,
  zip: ZipDirectory,
  contents: ReadonlyMap<ZipEntry, Content | null>,
): Promise<Uint8Array> {
  if (contents.size === 0) return bytes;
  const byStart = [...zip.entries].sort((a, b) => a.start - b.start);
  const pieces: Uint8Array[] = [bytes.subarray(0, byStart[0]?.start ?? 0)];
  let length = pieces[0]?.length ?? 0;
  const add = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const placed = new Map<ZipEntry, Placed>();
  for (const [index, entry] of byStart.entries()) {
    const content = contents.get(entry);
    const start = length;
    if (content === undefined) {
      add(bytes.subarray(entry.start, byStart[index + 1]?.start ?? zip.start));
      placed.set(entry, { start, stored: null });
    } else if (content !== null) {
      const stored = await store(content, entry);
      add(localHeader(bytes, entry, stored));
      add(stored.data);
      placed.set(entry, { start, stored });
    }
  }
  const directory = length;
  for (const entry of zip.entries) {
    const at = placed.get(entry);
    if (at !== undefined) add(centralRecord(bytes, entry, at, zip.shift));
  }
  const last = zip.entries.at(-1);
  if (last !== undefined)
    add(bytes.subarray(last.recordStart + last.recordLength, zip.end));
  add(endRecords(bytes, zip, directory, length - directory, placed.size));
  return joinBytes(pieces);
}

interface Stored {
  readonly data: Uint8Array;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
}

interface Placed {
  readonly start: number;
  readonly stored: Stored | null;
}

/** An entry keeps its method: what was stored stays stored. */
async function store(content: Content, entry: ZipEntry): Promise<Stored> {
  const pieces = content instanceof Uint8Array ? [content] : content;
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  if (entry.method !== 0)
    return { ...(await deflate(pieces)), method: 8, size };
  const { crc32 } = await import("./crc32.ts");
  const data = joinBytes(pieces);
  return { data, method: 0, crc: crc32(data), size };
}

function localHeader(
  bytes: Uint8Array,
  entry: ZipEntry,
  stored: Stored,
): Uint8Array {
  const header = bytes.slice(entry.start, entry.dataStart);
  const view = viewOf(header);
  view.setUint16(6, entry.flags & ~descriptorFlag, true);
  view.setUint16(8, stored.method, true);
  view.setUint32(14, stored.crc, true);
  view.setUint32(18, stored.data.length, true);
  view.setUint32(22, stored.size, true);
  const extra = 30 + view.getUint16(26, true);
  const places = localZip64(view, extra, header.length);
  if (places >= 0) {
    setUint64(view, places, stored.size);
    setUint64(view, places + 8, stored.data.length);
    view.setUint32(18, sentinel32, true);
    view.setUint32(22, sentinel32, true);
  }
  return header;
}

/** Position of the sizes in a local header's zip64 field; -1 without one. */
function localZip64(view: DataView, extra: number, end: number): number {
  for (let at = extra; at + 4 <= end;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && size >= 16 && at + 4 + size <= end)
      return at + 4;
    at += 4 + size;
  }
  return -1;
}

function centralRecord(
  bytes: Uint8Array,
  entry: ZipEntry,
  { start, stored }: Placed,
  shift: number,
): Uint8Array {
  const record = bytes.slice(
    entry.recordStart,
    entry.recordStart + entry.recordLength,
  );
  const view = viewOf(record);
  const extra = 46 + view.getUint16(28, true);
  const places = zip64Places(view, 0, extra, view.getUint16(30, true));
  const put = (wide: number, narrow: number, value: number): void => {
    if (wide >= 0) setUint64(view, wide, value);
    else view.setUint32(narrow, value, true);
  };
  put(places.offset, 42, start - shift);
  if (stored !== null) {
    view.setUint16(8, entry.flags & ~descriptorFlag, true);
    view.setUint16(10, stored.method, true);
    view.setUint32(16, stored.crc, true);
    put(places.compressedSize, 20, stored.data.length);
    put(places.size, 24, stored.size);
  }
  return record;
}

function endRecords(
  bytes: Uint8Array,
  zip: ZipDirectory,
  start: number,
  size: number,
  count: number,
): Uint8Array {
  const records = bytes.slice(zip.end);
  const view = viewOf(records);
  const end = zip.endRecord - zip.end;
  const offset = start - zip.shift;
  const put = (at: number, value: number): void => {
    if (view.getUint32(at, true) !== sentinel32)
      view.setUint32(at, value, true);
  };
  const fewer = count < zip.entries.length;
  for (const at of fewer ? [end + 8, end + 10] : [])
    if (view.getUint16(at, true) !== sentinel16)
      view.setUint16(at, count, true);
  if (zip.zip64Record < 0) {
    view.setUint32(end + 12, size, true);
    view.setUint32(end + 16, offset, true);
    return records;
  }
  put(end + 12, size);
  put(end + 16, offset);
  for (const at of fewer ? [24, 32] : [])
    setUint64(view, zip.zip64Record - zip.end + at, count);
  setUint64(view, zip.zip64Record - zip.end + 40, size);
  setUint64(view, zip.zip64Record - zip.end + 48, offset);
  setUint64(view, end - 20 + 8, start + size - zip.shift);
  return records;
}

function setUint64(view: DataView, at: number, value: number): void {
  view.setUint32(at, value % 2 ** 32, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}
