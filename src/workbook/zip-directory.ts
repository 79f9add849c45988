import type { Limits } from "./limits.ts";

/** One file in a zip, as its central directory describes it. */
export interface ZipEntry {
  /** As stored, except that backslashes are slashes and a leading slash is gone. */
  readonly name: string;
  readonly flags: number;
  /** 0 stored, 8 deflated; anything else cannot be read. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  /** Declared, not proven. */
  readonly size: number;
  /** Position of the local header in the bytes. */
  readonly start: number;
  /** Position of the compressed bytes. */
  readonly dataStart: number;
  /** Position and length of its record in the central directory. */
  readonly recordStart: number;
  readonly recordLength: number;
}

/** A readable zip. Entries are in the order of the central directory. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Position of the central directory, and of what follows it (zip64 records, end record, comment). */
  readonly start: number;
  readonly end: number;
  /** Bytes in front of the zip that its stored positions do not count. */
  readonly shift: number;
  readonly endRecord: number;
  /** Position of the zip64 end record; -1 without one. */
  readonly zip64Record: number;
}

export type ZipProblem =
  | { readonly kind: "damaged" }
  | { readonly kind: "tooManyEntries"; readonly count: number }
  | { readonly kind: "overlap"; readonly name: string };

const endSignature = 0x06054b50;
const zip64LocatorSignature = 0x07064b50;
const zip64EndSignature = 0x06064b50;
const recordSignature = 0x02014b50;
const localSignature = 0x04034b50;
export const sentinel32 = 0xffffffff;
export const sentinel16 = 0xffff;

/** Little-endian reads of zip records; positions are checked by the caller. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A 64-bit field as a number; zips of more than 2^53 bytes do not exist. */
export function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** Reads a zip's central directory without inflating anything. */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: Limits,
): ZipDirectory | ZipProblem {
  const damaged: ZipProblem = { kind: "damaged" };
  const view = viewOf(bytes);
  const endRecord = findEndRecord(bytes);
  if (endRecord < 0) return damaged;
  let count = view.getUint16(endRecord + 10, true);
  let size = view.getUint32(endRecord + 12, true);
  let offset = view.getUint32(endRecord + 16, true);
  let end = endRecord;
  let zip64Record = -1;
  const locator = endRecord - 20;
  if (
    (count === sentinel16 || size === sentinel32 || offset === sentinel32) &&
    locator >= 0 &&
    view.getUint32(locator, true) === zip64LocatorSignature
  ) {
    zip64Record = findZip64Record(view, locator);
    if (zip64Record < 0) return damaged;
    count = uint64(view, zip64Record + 32);
    size = uint64(view, zip64Record + 40);
    offset = uint64(view, zip64Record + 48);
    end = zip64Record;
  }
  if (count > limits.maxEntries) return { kind: "tooManyEntries", count };
  let start = end - size;
  if (
    !isRecord(view, start) &&
    isRecord(view, offset) &&
    offset + size <= end
  ) {
    start = offset;
    end = offset + size;
  }
  const shift = start - offset;
  if (start < 0 || shift < 0) return damaged;
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const entry = readRecord(bytes, view, at, end, shift);
    if (entry === null) return damaged;
    entries.push(entry);
    at += entry.recordLength;
  }
  // More entries than the count says: which of the two is right is not known.
  if (isRecord(view, at)) return damaged;
  const overlap = findOverlap(entries, start);
  if (overlap !== null) return { kind: "overlap", name: overlap.name };
  return { entries, start, end, shift, endRecord, zip64Record };
}

function isRecord(view: DataView, at: number): boolean {
  return (
    at >= 0 &&
    at + 4 <= view.byteLength &&
    view.getUint32(at, true) === recordSignature
  );
}

/**
 * Position of the end record: the last one that a directory stands before,
 * since a comment may hold its signature too; failing that (an empty zip has no
 * directory), the last signature. -1 when there is none.
 */
export function findEndRecord(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const lowest = Math.max(0, bytes.length - 22 - 65535);
  let last = -1;
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== endSignature)
      continue;
    if (last < 0) last = at;
    if (endsDirectory(view, at)) return at;
  }
  return last;
}

function endsDirectory(view: DataView, at: number): boolean {
  const size = view.getUint32(at + 12, true);
  const offset = view.getUint32(at + 16, true);
  if (at + 22 + view.getUint16(at + 20, true) > view.byteLength) return false;
  if (at >= 20 && view.getUint32(at - 20, true) === zip64LocatorSignature)
    return true;
  return isRecord(view, at - size) || isRecord(view, offset);
}

function findZip64Record(view: DataView, locator: number): number {
  const stated = uint64(view, locator + 8);
  const isRecord = (at: number): boolean =>
    at >= 0 &&
    at + 56 <= locator &&
    view.getUint32(at, true) === zip64EndSignature;
  if (isRecord(stated)) return stated;
  const usual = locator - 56;
  return isRecord(usual) ? usual : -1;
}

function readRecord(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
  shift: number,
): ZipEntry | null {
  if (at + 46 > end || view.getUint32(at, true) !== recordSignature)
    return null;
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const recordLength =
    46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (at + recordLength > end) return null;
  const wide = readZip64Extra(view, at, at + 46 + nameLength, extraLength);
  const start = wide.offset + shift;
  if (
    start + 30 > bytes.length ||
    start < 0 ||
    view.getUint32(start, true) !== localSignature
  )
    return null;
  const dataStart =
    start +
    30 +
    view.getUint16(start + 26, true) +
    view.getUint16(start + 28, true);
  if (dataStart + wide.compressedSize > bytes.length) return null;
  const flags = view.getUint16(at + 8, true);
  return {
    name: entryName(bytes.subarray(at + 46, at + 46 + nameLength)),
    flags,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressedSize: wide.compressedSize,
    size: wide.size,
    start,
    dataStart,
    recordStart: at,
    recordLength,
  };
}

interface Wide {
  size: number;
  compressedSize: number;
  offset: number;
}

/** The sizes and the offset of a central record, from its zip64 field where it has one. */
function readZip64Extra(
  view: DataView,
  record: number,
  extra: number,
  length: number,
): Wide {
  const wide: Wide = {
    compressedSize: view.getUint32(record + 20, true),
    size: view.getUint32(record + 24, true),
    offset: view.getUint32(record + 42, true),
  };
  const places = zip64Places(view, record, extra, length);
  if (places.size >= 0) wide.size = uint64(view, places.size);
  if (places.compressedSize >= 0)
    wide.compressedSize = uint64(view, places.compressedSize);
  if (places.offset >= 0) wide.offset = uint64(view, places.offset);
  return wide;
}

/** Where a central record keeps its 64-bit values; -1 for those it keeps in 32 bits. */
export function zip64Places(
  view: DataView,
  record: number,
  extra: number,
  length: number,
): { size: number; compressedSize: number; offset: number } {
  const places = { size: -1, compressedSize: -1, offset: -1 };
  const end = extra + length;
  for (let at = extra; at + 4 <= end;) {
    const id = view.getUint16(at, true);
    const next = at + 4 + view.getUint16(at + 2, true);
    if (id === 1 && next <= end) {
      let field = at + 4;
      const take = (wanted: boolean): number => {
        if (!wanted || field + 8 > next) return -1;
        field += 8;
        return field - 8;
      };
      places.size = take(view.getUint32(record + 24, true) === sentinel32);
      places.compressedSize = take(
        view.getUint32(record + 20, true) === sentinel32,
      );
      places.offset = take(view.getUint32(record + 42, true) === sentinel32);
      return places;
    }
    at = next;
  }
  return places;
}

/** Names are UTF-8 whether or not the flag says so; those that are not are read as Latin-1 and stay distinct. */
function entryName(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    name = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }
  return name.replaceAll("\\", "/").replace(/^\/+/, "");
}

function findOverlap(
  entries: readonly ZipEntry[],
  directory: number,
): ZipEntry | null {
  const byStart = [...entries].sort((a, b) => a.start - b.start);
  for (const [index, entry] of byStart.entries()) {
    const next = byStart[index + 1]?.start ?? directory;
    if (entry.dataStart + entry.compressedSize > next) return entry;
  }
  return null;
}
