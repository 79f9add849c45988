import { createHash } from "node:crypto";
import { biffStream, f64, record, u16, u32, wide } from "../biff-stream.ts";
import { defaultPassword, standardInfo } from "./encrypt-package.ts";

export type BiffScheme = "xor" | "rc4" | "cryptoapi" | "cryptoapi40";

const hash = (name: string, ...pieces: readonly Uint8Array[]): Buffer =>
  pieces.reduce((sum, piece) => sum.update(piece), createHash(name)).digest();

const uint32 = (value: number): Uint8Array => Uint8Array.from(u32(value));

const salt = hash("md5", Buffer.from("salt"));
const verifier = hash("md5", Buffer.from("verifier"));

/** The bytes RC4 lays over a text; Node's own is gone with the old algorithms. */
function* rc4(key: Uint8Array): Generator<number, never> {
  const box = Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number): void => {
    [box[a], box[b]] = [box[b] ?? 0, box[a] ?? 0];
  };
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + (box[at] ?? 0) + (key[at % key.length] ?? 0)) % 256;
    swap(at, other);
  }
  for (let at = 1, other = 0; ; at = (at + 1) % 256) {
    other = (other + (box[at] ?? 0)) % 256;
    swap(at, other);
    yield box[((box[at] ?? 0) + (box[other] ?? 0)) % 256] ?? 0;
  }
}

function encryptedWith(key: Uint8Array, bytes: Uint8Array): Buffer {
  const stream = rc4(key);
  return Buffer.from(bytes.map((byte) => byte ^ stream.next().value));
}

/** What a byte at a position of the stream, in a record of a size, becomes. */
type Encrypt = (byte: number, at: number, size: number) => number;

/** RC4 with another key for every 1,024 bytes. */
function byBlocks(keyOf: (block: number) => Uint8Array): Encrypt {
  const blocks: number[][] = [];
  return (byte, at) => {
    const block = Math.floor(at / 1024);
    blocks[block] ??= (() => {
      const stream = rc4(keyOf(block));
      return Array.from({ length: 1024 }, () => stream.next().value);
    })();
    return byte ^ (blocks[block][at % 1024] ?? 0);
  };
}

/** The tables of MS-OFFCRYPTO 2.3.7.2. */
const initial = [
  0xe1f0, 0x1d0f, 0xcc9c, 0x84c0, 0x110c, 0x0e10, 0xf1ce, 0x313e, 0x1872, 0xe139, 0xd40f, 0x84f9, 0x280c, 0xa96a, 0x4ec3,
]; // prettier-ignore
const matrix = [
  0xaefc, 0x4dd9, 0x9bb2, 0x2745, 0x4e8a, 0x9d14, 0x2a09, 0x7b61, 0xf6c2, 0xfda5, 0xeb6b, 0xc6f7, 0x9dcf, 0x2bbf, 0x4563,
  0x8ac6, 0x05ad, 0x0b5a, 0x16b4, 0x2d68, 0x5ad0, 0x0375, 0x06ea, 0x0dd4, 0x1ba8, 0x3750, 0x6ea0, 0xdd40, 0xd849, 0xa0b3,
  0x5147, 0xa28e, 0x553d, 0xaa7a, 0x44d5, 0x6f45, 0xde8a, 0xad35, 0x4a4b, 0x9496, 0x390d, 0x721a, 0xeb23, 0xc667, 0x9cef,
  0x29ff, 0x53fe, 0xa7fc, 0x5fd9, 0x47d3, 0x8fa6, 0x0f6d, 0x1eda, 0x3db4, 0x7b68, 0xf6d0, 0xb861, 0x60e3, 0xc1c6, 0x93ad,
  0x377b, 0x6ef6, 0xddec, 0x45a0, 0x8b40, 0x06a1, 0x0d42, 0x1a84, 0x3508, 0x6a10, 0xaa51, 0x4483, 0x8906, 0x022d, 0x045a,
  0x08b4, 0x1168, 0x76b4, 0xed68, 0xcaf1, 0x85c3, 0x1ba7, 0x374e, 0x6e9c, 0x3730, 0x6e60, 0xdcc0, 0xa9a1, 0x4363, 0x86c6,
  0x1dad, 0x3331, 0x6662, 0xccc4, 0x89a9, 0x0373, 0x06e6, 0x0dcc, 0x1021, 0x2042, 0x4084, 0x8108, 0x1231, 0x2462, 0x48c4,
]; // prettier-ignore
const padding = [
  0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf,
  0x0f, 0x00,
];

function xorParts(password: string): {
  key: number;
  check: number;
  encrypt: Encrypt;
} {
  const chars = [...Buffer.from(password, "latin1")];
  let key = initial[chars.length - 1] ?? 0;
  let element = 0x68;
  for (const char of [...chars].reverse())
    for (let bit = 0x40; bit > 0; bit >>= 1) {
      if ((char & bit) !== 0) key ^= matrix[element] ?? 0;
      element -= 1;
    }
  // The table is read from the highest of seven bits down.
  const check =
    [...chars].reverse().concat(chars.length).reduce(
      (sum, byte) => (((sum >> 14) & 1) | ((sum << 1) & 0x7fff)) ^ byte,
      0,
    ) ^ 0xce4b; // prettier-ignore
  const left = (byte: number, by: number): number =>
    ((byte << by) | (byte >> (8 - by))) & 0xff;
  const pattern = [...chars, ...padding]
    .slice(0, 16)
    .map((byte, at) => left(byte ^ (at % 2 === 0 ? key & 0xff : key >> 8), 2));
  return {
    key,
    check,
    encrypt: (byte, at, size) =>
      left(byte ^ (pattern[(at + size) % 16] ?? 0), 5),
  };
}

function schemeOf(
  scheme: BiffScheme,
  password: string,
  version: 5 | 8,
): { filePass: readonly number[]; encrypt: Encrypt } {
  const text = Buffer.from(password, "utf16le");
  if (scheme === "xor") {
    const { key, check, encrypt } = xorParts(password);
    const type = version === 8 ? u16(0) : [];
    return { filePass: [...type, ...u16(key), ...u16(check)], encrypt };
  }
  const isOld = scheme === "rc4";
  const bits = scheme === "cryptoapi" ? 128 : 40;
  const keyOf = isOld
    ? (() => {
        const once = Buffer.concat([hash("md5", text).subarray(0, 5), salt]);
        const many = hash("md5", ...Array.from({ length: 16 }, () => once));
        return (block: number) =>
          hash("md5", many.subarray(0, 5), uint32(block));
      })()
    : (block: number) => {
        const key = hash("sha1", hash("sha1", salt, text), uint32(block));
        if (bits === 128) return key.subarray(0, 16);
        return Buffer.concat([key.subarray(0, 5), Buffer.alloc(11)]);
      };
  const proof = hash(isOld ? "md5" : "sha1", verifier);
  const both = encryptedWith(keyOf(0), Buffer.concat([verifier, proof]));
  const info = isOld
    ? [...u16(1), ...u16(1), ...salt, ...both]
    : [
        ...standardInfo({
          major: 4,
          flags: 4,
          algorithm: 0x6801,
          keyBits: bits,
          provider: 1,
          salt,
          verifier: both.subarray(0, 16),
          verifierHash: both.subarray(16),
        }),
      ];
  return { filePass: [...u16(1), ...info], encrypt: byBlocks(keyOf) };
}

const plain = new Set([0x0809, 0x002f, 0x00e1, 0x0138, 0x0194, 0x0195, 0x0196]);

/** A bare stream of one sheet 表 with a number in A1 and `rows` more in column B, encrypted. */
export function encryptedBiff(
  scheme: BiffScheme,
  {
    password = defaultPassword,
    version = 8,
    rows = 200,
  }: {
    readonly password?: string;
    readonly version?: 5 | 8;
    readonly rows?: number;
  } = {},
): Uint8Array {
  const { filePass, encrypt } = schemeOf(scheme, password, version);
  const at = (row: number, column: number) => [
    ...u16(row),
    ...u16(column),
    ...u16(0),
  ];
  const name = version === 8 ? [1, ...wide("表")] : [1, 0x41];
  const stream = biffStream(
    [
      {
        name,
        records: [
          record(0x0203, ...at(0, 0), ...f64(12.5)),
          ...Array.from({ length: rows }, (_, row) =>
            record(0x0203, ...at(row, 1), ...f64(row + 0.25)),
          ),
          ...(version === 8
            ? [record(0x0204, ...at(0, 2), ...u16(2), ...wide("达标"))]
            : []),
        ],
      },
    ],
    [record(0x002f, ...filePass)],
    version,
  );
  const view = new DataView(stream.buffer);
  for (let from = 0, seen = false; from + 4 <= stream.length;) {
    const type = view.getUint16(from, true);
    const size = view.getUint16(from + 2, true);
    const first = from + 4 + (type === 0x0085 ? 4 : 0);
    for (let byte = first; seen && !plain.has(type) && byte < from + 4 + size; byte++)
      stream[byte] = encrypt(stream[byte] ?? 0, byte, size); // prettier-ignore
    seen ||= type === 0x002f;
    from += 4 + size;
  }
  return stream;
}
