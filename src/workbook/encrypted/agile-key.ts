import { cbc } from "@noble/ciphers/aes.js";
import { joinBytes } from "../inflate.ts";
import type { Pacer } from "../pacer.ts";
import type { AgileInfo } from "./agile-info.ts";
import { wideDefaultPassword } from "./default-password.ts";
import { mostTurns, sameBytes, spin, uint32 } from "./hashing.ts";
import type { PackageKey } from "./package-key.ts";

const segment = 4096;

/** What the spun hash is hashed with, by what is to be decrypted (MS-OFFCRYPTO 2.3.4.13). */
const purpose = {
  verifier: [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79],
  verifierHash: [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e],
  key: [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6],
} as const;

/** The key of a package encrypted the agile way; null when the default password is not its, or finding out would take too long. */
export async function agileKey(
  { data, password }: AgileInfo,
  pacer: Pacer,
): Promise<PackageKey | null> {
  const { hash, salt, turns } = password;
  if (turns > mostTurns) return null;
  const start = hash(joinBytes([salt, wideDefaultPassword()]));
  const spun = await spin(hash, start, turns, pacer);
  if (spun === null) return null;
  const open = (what: keyof typeof purpose): Uint8Array => {
    const own = hash(joinBytes([spun, Uint8Array.from(purpose[what])]));
    const bytes = wholeBlocks(password[what]);
    return decryptCbc(sized(own, password.keySize), salt, bytes);
  };
  const verifier = hash(open("verifier").subarray(0, salt.length));
  if (!sameBytes(verifier, open("verifierHash").subarray(0, verifier.length)))
    return null;
  const key = sized(open("key"), data.keySize);
  return {
    segment,
    decrypt: (bytes, number) =>
      decryptCbc(key, data.hash(joinBytes([data.salt, uint32(number)])), bytes),
  };
}

function decryptCbc(
  key: Uint8Array,
  vector: Uint8Array,
  bytes: Uint8Array,
): Uint8Array {
  return cbc(key, sized(vector, 16), { disablePadding: true }).decrypt(bytes);
}

function wholeBlocks(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length & ~15);
}

/** Cut to a size, or filled up as the scheme fills. */
function sized(bytes: Uint8Array, size: number): Uint8Array {
  if (bytes.length >= size) return bytes.slice(0, size);
  const made = new Uint8Array(size).fill(0x36);
  made.set(bytes);
  return made;
}
