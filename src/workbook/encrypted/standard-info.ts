import { viewOf } from "../zip-directory.ts";

/** The keys of a standard encryption (MS-OFFCRYPTO 2.3.4.5) or of RC4 CryptoAPI (2.3.5.1), which is laid out alike. */
export interface StandardInfo {
  readonly cipher: "aes" | "rc4";
  /** Bytes of the key. */
  readonly keySize: number;
  readonly salt: Uint8Array;
  readonly verifier: Uint8Array;
  /** Encrypted; for AES with its padding. */
  readonly verifierHash: Uint8Array;
}

const rc4 = 0x6801;
const aes: ReadonlyMap<number, number> = new Map([
  [0x660e, 16],
  [0x660f, 24],
  [0x6610, 32],
]);
const sha1 = 0x8004;
const aesFlag = 0x20;

/** Reads what follows the version: flags, header, verifier. Null for what is cut short or of another kind. */
export function readStandardInfo(bytes: Uint8Array): StandardInfo | null {
  const view = viewOf(bytes);
  if (bytes.length < 8) return null;
  const headerSize = view.getUint32(4, true);
  const at = 8 + headerSize;
  if (headerSize < 32 || at + 40 > bytes.length) return null;
  const algorithm = view.getUint32(16, true);
  const hash = view.getUint32(20, true);
  if (hash !== sha1 && hash !== 0) return null;
  const stated = view.getUint32(24, true) / 8;
  // No algorithm stands for the one the flags name: AES with its bit, else RC4.
  const flaggedAes = (view.getUint32(0, true) & aesFlag) !== 0;
  const isAes = aes.has(algorithm) || (algorithm === 0 && flaggedAes);
  if (!isAes && algorithm !== rc4 && algorithm !== 0) return null;
  const keySize = isAes
    ? (aes.get(algorithm) ?? 16)
    : stated === 0
      ? 5
      : stated;
  if (!Number.isInteger(keySize) || keySize < 5 || keySize > 32) return null;
  if (view.getUint32(at, true) !== 16) return null;
  const hashAt = at + 40;
  const hashSize = isAes ? 32 : 20;
  if (hashAt + hashSize > bytes.length) return null;
  return {
    cipher: isAes ? "aes" : "rc4",
    keySize,
    salt: bytes.subarray(at + 4, at + 20),
    verifier: bytes.subarray(at + 20, at + 36),
    verifierHash: bytes.subarray(hashAt, hashAt + hashSize),
  };
}
