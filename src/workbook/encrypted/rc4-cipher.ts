import { md5, sha1 } from "@noble/hashes/legacy.js";
import { joinBytes } from "../inflate.ts";
import type { BiffCipher } from "./biff-cipher.ts";
import { wideDefaultPassword } from "./default-password.ts";
import { sameBytes, uint32, type Hash } from "./hashing.ts";
import { Rc4 } from "./rc4.ts";
import type { StandardInfo } from "./standard-info.ts";

/** Bytes of a stream between two keys. */
const block = 1024;

/** RC4 of 40 bits (MS-OFFCRYPTO 2.3.6) with the default password; null when it is not the password. */
export function shortRc4Cipher(
  salt: Uint8Array,
  verifier: Uint8Array,
  verifierHash: Uint8Array,
): BiffCipher | null {
  const first = md5(wideDefaultPassword()).subarray(0, 5);
  const once = joinBytes([first, salt]);
  const many = md5(joinBytes(Array.from({ length: 16 }, () => once)));
  const keyOf = (number: number): Uint8Array =>
    md5(joinBytes([many.subarray(0, 5), uint32(number)]));
  return checked(keyOf, verifier, verifierHash, md5);
}

/** RC4 with a key of the CryptoAPI (2.3.5) and the default password; null when it is not the password. */
export function cryptoApiCipher(info: StandardInfo): BiffCipher | null {
  const { keySize, salt, verifier, verifierHash } = info;
  const start = sha1(joinBytes([salt, wideDefaultPassword()]));
  const keyOf = (number: number): Uint8Array => {
    const key = sha1(joinBytes([start, uint32(number)])).subarray(0, keySize);
    // A key of 40 bits stands at the start of sixteen bytes.
    return keySize > 5 ? key : joinBytes([key, new Uint8Array(11)]);
  };
  return checked(keyOf, verifier, verifierHash, sha1);
}

/** The cipher, if its key of block 0 makes a verifier and its hash fit. */
function checked(
  keyOf: (block: number) => Uint8Array,
  verifier: Uint8Array,
  verifierHash: Uint8Array,
  hash: Hash,
): BiffCipher | null {
  const both = joinBytes([verifier, verifierHash]).slice();
  new Rc4(keyOf(0)).apply(both);
  const fits = sameBytes(hash(both.subarray(0, 16)), both.subarray(16));
  return fits ? new BlockCipher(keyOf) : null;
}

/** RC4 that takes a new key for every block of the stream. */
class BlockCipher implements BiffCipher {
  readonly #keyOf: (block: number) => Uint8Array;
  #number = -1;
  #rc4 = new Rc4(new Uint8Array(1));
  /** Where in the block the cipher stands. */
  #at = 0;

  constructor(keyOf: (block: number) => Uint8Array) {
    this.#keyOf = keyOf;
  }

  decrypt(bytes: Uint8Array, at: number): void {
    for (let done = 0; done < bytes.length;) {
      this.#moveTo(at + done);
      const piece = bytes.subarray(done, done + block - this.#at);
      this.#rc4.apply(piece);
      this.#at += piece.length;
      done += piece.length;
    }
  }

  #moveTo(position: number): void {
    const number = Math.floor(position / block);
    if (number !== this.#number) {
      this.#number = number;
      this.#rc4 = new Rc4(this.#keyOf(number));
      this.#at = 0;
    }
    const within = position % block;
    this.#rc4.skip(within - this.#at);
    this.#at = within;
  }
}
