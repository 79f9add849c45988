import { ecb } from "@noble/ciphers/aes.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { joinBytes } from "../inflate.ts";
import type { Pacer } from "../pacer.ts";
import { wideDefaultPassword } from "./default-password.ts";
import { sameBytes, spin, uint32 } from "./hashing.ts";
import type { PackageKey } from "./package-key.ts";
import type { StandardInfo } from "./standard-info.ts";

const turns = 50_000;

/** Bytes decrypted at a time; blocks do not depend on each other. */
const segment = 1 << 16;

/** The key of a package encrypted the standard way, AES block by block; null when the default password is not its. */
export async function standardKey(
  info: StandardInfo,
  pacer: Pacer,
): Promise<PackageKey | null> {
  const start = sha1(joinBytes([info.salt, wideDefaultPassword()]));
  const spun = await spin(sha1, start, turns, pacer);
  if (spun === null) return null;
  const last = sha1(joinBytes([spun, uint32(0)]));
  const key = joinBytes([padded(last, 0x36), padded(last, 0x5c)]).slice(
    0,
    info.keySize,
  );
  const decrypt = (bytes: Uint8Array): Uint8Array =>
    ecb(key, { disablePadding: true }).decrypt(bytes);
  const verifier = sha1(decrypt(info.verifier));
  return sameBytes(verifier, decrypt(info.verifierHash).subarray(0, 20))
    ? { segment, decrypt }
    : null;
}

/** A hash over 64 bytes of a value, the hash laid over their start. */
function padded(hash: Uint8Array, fill: number): Uint8Array {
  const bytes = new Uint8Array(64).fill(fill);
  for (let at = 0; at < hash.length; at++) bytes[at] = (hash[at] ?? 0) ^ fill;
  return sha1(bytes);
}
