import type { BiffCipher } from "./biff-cipher.ts";
import { defaultPassword } from "./default-password.ts";

/** Fills a password up to sixteen bytes. */
const filling = [
  0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf,
  0x0f, 0x00,
];

/** The oldest scheme, XOR obfuscation (MS-OFFCRYPTO 2.3.7.2), with the default password; null when its two checks are others. */
export function xorCipher(key: number, verifier: number): BiffCipher | null {
  const password = [...defaultPassword].map((char) => char.charCodeAt(0));
  if (key !== xorKey(password) || verifier !== xorVerifier(password))
    return null;
  const ends = [key & 0xff, key >>> 8];
  const pattern = [...password, ...filling]
    .slice(0, 16)
    .map((byte, at) => rotated(byte ^ (ends[at & 1] ?? 0), 2));
  return {
    decrypt(bytes, at, recordSize) {
      for (let index = 0; index < bytes.length; index++)
        bytes[index] =
          rotated(bytes[index] ?? 0, 3) ^
          (pattern[(at + index + recordSize) & 15] ?? 0);
    },
  };
}

/** A byte turned to the left. */
function rotated(byte: number, by: number): number {
  return ((byte << by) | (byte >>> (8 - by))) & 0xff;
}

/** One step of a register of sixteen bits that feeds back at 0x1020. */
function step(register: number): number {
  const next = ((register << 1) | (register >>> 15)) & 0xffff;
  return (next & 1) === 1 ? next ^ 0x1020 : next;
}

function xorKey(password: readonly number[]): number {
  let key = 0;
  let base = 0x8000;
  let end = 0xffff;
  for (const char of [...password].reverse())
    for (let bit = 0; bit < 8; bit++) {
      base = step(base);
      if (((char >> bit) & (bit < 7 ? 1 : 0)) === 1) key ^= base;
      end = step(end);
    }
  return key ^ end;
}

function xorVerifier(password: readonly number[]): number {
  return password.reduce((sum, char, at) => {
    const by = (at + 1) % 15;
    return sum ^ (((char << by) | (char >>> (15 - by))) & 0x7fff);
  }, password.length ^ 0xce4b);
}
