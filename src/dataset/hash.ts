import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Sha256 } from "../model/codes.ts";

/** SHA-256 as 64 lower-case hexadecimal digits. Works where `crypto.subtle` does not exist (plain HTTP). */
export function sha256Hex(bytes: Uint8Array): Sha256 {
  return bytesToHex(sha256(bytes));
}

/** True for 64 lower-case hexadecimal digits. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
