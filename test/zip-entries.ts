/** One entry of a zip as it lies: its compressed bytes and the header fields that matter. */
export interface RawEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly time: number;
  readonly compressed: Buffer;
}

/** A plain reader of the central directory, written for the tests so that they do not trust the one under test. */
export function zipEntries(bytes: Uint8Array): RawEntry[] {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error("no end of central directory");
  const count = buffer.readUInt16LE(end + 10);
  const entries: RawEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const nameLength = buffer.readUInt16LE(at + 28);
    const local = buffer.readUInt32LE(at + 42);
    const data =
      local +
      30 +
      buffer.readUInt16LE(local + 26) +
      buffer.readUInt16LE(local + 28);
    entries.push({
      name: buffer.toString("utf8", at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      crc: buffer.readUInt32LE(at + 16),
      time: buffer.readUInt32LE(at + 12),
      compressed: buffer.subarray(data, data + buffer.readUInt32LE(at + 20)),
    });
    at +=
      46 +
      nameLength +
      buffer.readUInt16LE(at + 30) +
      buffer.readUInt16LE(at + 32);
  }
  return entries;
}
