import type { Pacer } from "../pacer.ts";
import { viewOf } from "../zip-directory.ts";
import type { BiffCipher } from "./biff-cipher.ts";
import { cryptoApiCipher, shortRc4Cipher } from "./rc4-cipher.ts";
import { readStandardInfo } from "./standard-info.ts";
import { xorCipher } from "./xor-cipher.ts";

/** Records that are never encrypted: starts of substreams, what says how to decrypt, and notes on who has the file open. */
const plainRecords: ReadonlySet<number> = new Set([
  0x0809, 0x002f, 0x00e1, 0x0138, 0x0194, 0x0195, 0x0196,
]);

/** The list of sheets says in plain where each begins. */
const sheetRecord = 0x0085;
const sheetPosition = 4;

/**
 * A workbook stream of BIFF 5 or 8 with its records decrypted, from `from` on,
 * which is behind the record that says how: `filePass` holds what that says.
 * Null when the default password is not its, or the pacer says to stop.
 */
export async function decryptBiff(
  stream: Uint8Array,
  from: number,
  filePass: Uint8Array,
  version: number,
  pacer: Pacer,
): Promise<Uint8Array | null> {
  const cipher = cipherOf(filePass, version);
  if (cipher === null) return null;
  const plain = stream.slice();
  const view = viewOf(plain);
  for (let at = from; at + 4 <= plain.length;) {
    const type = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    const start = at + 4 + (type === sheetRecord ? sheetPosition : 0);
    at += 4 + size;
    if (!plainRecords.has(type))
      cipher.decrypt(plain.subarray(start, Math.max(start, at)), start, size);
    if (pacer.due(4 + size) && !(await pacer.pause())) return null;
  }
  return plain;
}

function cipherOf(bytes: Uint8Array, version: number): BiffCipher | null {
  const view = viewOf(bytes);
  const u16 = (at: number): number =>
    at + 2 <= bytes.length ? view.getUint16(at, true) : -1;
  if (version === 5) return xorCipher(u16(0), u16(2));
  if (u16(0) === 0) return xorCipher(u16(2), u16(4));
  if (u16(0) !== 1) return null;
  if (u16(2) === 1 && u16(4) === 1)
    return bytes.length < 54
      ? null
      : shortRc4Cipher(
          bytes.subarray(6, 22),
          bytes.subarray(22, 38),
          bytes.subarray(38, 54),
        );
  const info = u16(4) === 2 ? readStandardInfo(bytes.subarray(6)) : null;
  return info?.cipher === "rc4" ? cryptoApiCipher(info) : null;
}
