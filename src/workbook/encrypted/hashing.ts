import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import type { Pacer } from "../pacer.ts";

/** A hash function of an encryption scheme. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** Hash functions by the name an EncryptionInfo gives them, dashes left out. */
const hashes: ReadonlyMap<string, Hash> = new Map<string, Hash>([
  ["SHA1", sha1],
  ["SHA256", sha256],
  ["SHA384", sha384],
  ["SHA512", sha512],
]);

export function hashNamed(name: string): Hash | undefined {
  return hashes.get(name.replace("-", "").toUpperCase());
}

/** Turns of hashing that are taken on: Office asks for 50,000 or 100,000, more is meant to keep a machine busy. */
export const mostTurns = 250_000;

/** Work of one turn, in bytes of scanning. */
const turnWork = 256;

/**
 * The hash of a number and the last hash, over and over, so that guessing a
 * password takes long. Null when it was told to stop.
 */
export async function spin(
  hash: Hash,
  start: Uint8Array,
  turns: number,
  pacer: Pacer,
): Promise<Uint8Array | null> {
  const input = new Uint8Array(4 + start.length);
  const view = new DataView(input.buffer);
  input.set(start, 4);
  for (let turn = 0; turn < turns; turn++) {
    view.setUint32(0, turn, true);
    input.set(hash(input), 4);
    if (pacer.due(turnWork) && !(await pacer.pause())) return null;
  }
  return input.subarray(4);
}

/** A number as the four bytes schemes hash. */
export function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
