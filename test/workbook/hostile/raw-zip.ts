import { deflateRawSync, constants, crc32 } from "node:zlib";

/** One entry of a zip written by hand; what is stated may be a lie. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  /** Content; deflated unless `method` is 0 or `packed` is given. */
  readonly data?: Uint8Array | string;
  /** Bytes to store instead of the deflated content. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly compressedSize?: number;
  /** Sizes behind the data instead of in front of it. */
  readonly descriptor?: boolean;
  /** Stated position of the local header instead of the true one. */
  readonly offset?: number;
  /** Sizes and position in a zip64 field. */
  readonly zip64?: boolean;
  /** Extra fields of the central record. */
  readonly extra?: Uint8Array;
}

export interface RawZip {
  readonly before?: Uint8Array;
  /** Bytes between the last entry and the directory. */
  readonly between?: Uint8Array;
  readonly after?: Uint8Array;
  readonly comment?: Uint8Array;
  /** Stated number of entries, size and place of the directory. */
  readonly count?: number;
  readonly directorySize?: number;
  readonly directoryOffset?: number;
  /** Zip64 end records with these figures; those not given are true. */
  readonly zip64?: { readonly count?: number; readonly size?: number };
}

export function rawZip(
  entries: readonly RawEntry[],
  options: RawZip = {},
): Uint8Array {
  const pieces: Uint8Array[] = [options.before ?? new Uint8Array(0)];
  let length = 0;
  const add = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const records: Uint8Array[] = [];
  for (const entry of entries) {
    const written = localEntry(entry);
    records.push(centralRecord(entry, written, entry.offset ?? length));
    for (const piece of written.pieces) add(piece);
  }
  if (options.between !== undefined) add(options.between);
  const directory = length;
  for (const record of records) add(record);
  const size = length - directory;
  if (options.zip64 !== undefined)
    add(zip64End(options.zip64, entries.length, size, directory, length));
  const wide = options.zip64 !== undefined;
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  const count = options.count ?? entries.length;
  const comment = options.comment ?? new Uint8Array(0);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, wide ? 0xffff : count, true);
  view.setUint16(10, wide ? 0xffff : count, true);
  view.setUint32(12, wide ? 0xffffffff : (options.directorySize ?? size), true);
  view.setUint32(
    16,
    wide ? 0xffffffff : (options.directoryOffset ?? directory),
    true,
  );
  view.setUint16(20, comment.length, true);
  add(end);
  add(comment);
  if (options.after !== undefined) add(options.after);
  return Buffer.concat(pieces);
}

interface Written {
  readonly pieces: readonly Uint8Array[];
  readonly name: Uint8Array;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
}

function localEntry(entry: RawEntry): Written {
  const data = bytesOf(entry.data ?? "");
  const method = entry.method ?? 8;
  const packed =
    entry.packed ?? (method === 0 ? data : deflateRawSync(data, { level: 6 }));
  const written = {
    name: bytesOf(entry.name),
    method,
    flags: (entry.flags ?? 0) | (entry.descriptor === true ? 8 : 0),
    crc: entry.crc ?? crc32(data),
    size: entry.size ?? data.length,
    compressedSize: entry.compressedSize ?? packed.length,
  };
  const header = new Uint8Array(30);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, written.flags, true);
  view.setUint16(8, method, true);
  view.setUint32(10, 0x50210000, true);
  view.setUint16(26, written.name.length, true);
  const figures = (into: DataView, at: number): void => {
    into.setUint32(at, written.crc, true);
    into.setUint32(at + 4, written.compressedSize, true);
    into.setUint32(at + 8, written.size, true);
  };
  if (entry.descriptor !== true) figures(view, 14);
  const tail = new Uint8Array(entry.descriptor === true ? 16 : 0);
  if (entry.descriptor === true) {
    const tailView = new DataView(tail.buffer);
    tailView.setUint32(0, 0x08074b50, true);
    figures(tailView, 4);
  }
  return { ...written, pieces: [header, written.name, packed, tail] };
}

function centralRecord(
  entry: RawEntry,
  written: Written,
  offset: number,
): Uint8Array {
  const wide = entry.zip64 === true;
  const given = entry.extra ?? new Uint8Array(0);
  const extra = new Uint8Array((wide ? 28 : 0) + given.length);
  extra.set(given, wide ? 28 : 0);
  const { name } = written;
  const record = new Uint8Array(46 + name.length + extra.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, 20, true);
  view.setUint16(8, written.flags, true);
  view.setUint16(10, written.method, true);
  view.setUint32(12, 0x50210000, true);
  view.setUint32(16, written.crc, true);
  view.setUint32(20, wide ? 0xffffffff : written.compressedSize, true);
  view.setUint32(24, wide ? 0xffffffff : written.size, true);
  view.setUint16(28, name.length, true);
  view.setUint16(30, extra.length, true);
  view.setUint32(42, wide ? 0xffffffff : offset, true);
  if (wide) {
    const field = new DataView(extra.buffer);
    field.setUint16(0, 1, true);
    field.setUint16(2, 24, true);
    field.setBigUint64(4, BigInt(written.size), true);
    field.setBigUint64(12, BigInt(written.compressedSize), true);
    field.setBigUint64(20, BigInt(offset), true);
  }
  record.set(name, 46);
  record.set(extra, 46 + name.length);
  return record;
}

function zip64End(
  stated: NonNullable<RawZip["zip64"]>,
  count: number,
  size: number,
  directory: number,
  at: number,
): Uint8Array {
  const records = new Uint8Array(56 + 20);
  const view = new DataView(records.buffer);
  view.setUint32(0, 0x06064b50, true);
  view.setBigUint64(4, 44n, true);
  view.setBigUint64(24, BigInt(stated.count ?? count), true);
  view.setBigUint64(32, BigInt(stated.count ?? count), true);
  view.setBigUint64(40, BigInt(stated.size ?? size), true);
  view.setBigUint64(48, BigInt(directory), true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, BigInt(at), true);
  view.setUint32(72, 1, true);
  return records;
}

export function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === "string" ? Buffer.from(text) : text;
}

/** Pieces of a text, some of them many times over: gigabytes from a few lines. */
export type Repeated = readonly (string | readonly [string, number])[];

/** About how much of a repeated text is deflated at once. */
const blockSize = 1 << 20;

/**
 * A deflate stream of repeated content. A block of it is deflated once, ends on
 * a byte without reaching back before its start, and is then put down as often
 * as needed. The check sum is true where the content is small enough to run over.
 */
export function repeatedEntry(
  name: string,
  content: Repeated,
): Required<Pick<RawEntry, "name" | "packed" | "crc" | "size">> {
  const packed: Uint8Array[] = [];
  let size = 0;
  let crc = 0;
  const add = (block: Buffer, times: number): void => {
    if (times === 0 || block.length === 0) return;
    const deflated = deflateRawSync(block, {
      level: 6,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    for (let time = 0; time < times; time++) packed.push(deflated);
    size += block.length * times;
    if (size <= largestChecked)
      for (let time = 0; time < times; time++) crc = crc32(block, crc);
  };
  for (const piece of content) {
    const [text, times] = typeof piece === "string" ? [piece, 1] : piece;
    const unit = Buffer.from(text);
    if (unit.length === 0) continue;
    const perBlock = Math.max(1, Math.floor(blockSize / unit.length));
    const full = Buffer.alloc(perBlock * unit.length, unit);
    add(full, Math.floor(times / perBlock));
    add(full.subarray(0, (times % perBlock) * unit.length), 1);
  }
  packed.push(Uint8Array.of(3, 0));
  return { name, packed: Buffer.concat(packed), crc, size };
}

const largestChecked = 600 * 1024 ** 2;
