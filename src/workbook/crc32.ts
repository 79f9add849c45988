/** Slicing by 8: table k advances a byte that stands k bytes before the end of a group. */
const tables: readonly Int32Array[] = buildTables();

function buildTables(): Int32Array[] {
  const first = new Int32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    first[n] = c;
  }
  const built = [first];
  for (let k = 1; k < 8; k++) {
    const before = built[k - 1] ?? first;
    built.push(
      Int32Array.from(before, (c) => (first[c & 255] ?? 0) ^ (c >>> 8)),
    );
  }
  return built;
}

/** CRC-32 of zip entries, as an unsigned number. `seed` is the sum of the bytes before. */
export function crc32(bytes: Uint8Array, seed = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as readonly [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let crc = ~seed;
  const groups = bytes.length - (bytes.length % 8);
  let at = 0;
  // Indices are masked to 0..255 and `at` stays below `groups`, so no look-up misses.
  for (; at < groups; at += 8) {
    const low =
      crc ^
      (bytes[at]! |
        (bytes[at + 1]! << 8) |
        (bytes[at + 2]! << 16) |
        (bytes[at + 3]! << 24));
    crc =
      t7[low & 255]! ^
      t6[(low >>> 8) & 255]! ^
      t5[(low >>> 16) & 255]! ^
      t4[low >>> 24]! ^
      t3[bytes[at + 4]!]! ^
      t2[bytes[at + 5]!]! ^
      t1[bytes[at + 6]!]! ^
      t0[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at++)
    crc = t0[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
