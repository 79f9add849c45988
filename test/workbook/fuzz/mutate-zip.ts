import { defaultLimits } from "../../../src/workbook/limits.ts";
import { readZipDirectory } from "../../../src/workbook/zip-directory.ts";
import type { Random } from "./random.ts";

/** A zip with something wrong in its bytes. */
export function mutateZip(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.int(bytes.length);
  const size = 1 + random.int(random.chance(50) ? 16 : 2000);
  switch (random.int(7)) {
    case 0: {
      const flipped = Uint8Array.from(bytes);
      for (let time = 1 + random.int(6); time > 0; time--) {
        const where = random.int(bytes.length);
        flipped[where] = (flipped[where] ?? 0) ^ (1 << random.int(8));
      }
      return flipped;
    }
    case 1:
      return bytes.slice(0, at);
    case 2:
      return join(bytes.subarray(0, at), bytes.subarray(at + size));
    case 3: {
      const from = random.int(bytes.length);
      return join(
        bytes.subarray(0, at),
        bytes.subarray(from, from + size),
        bytes.subarray(at),
      );
    }
    case 4:
      return Uint8Array.from(bytes).fill(random.int(256), at, at + size);
    default:
      return mutateField(bytes, random);
  }
}

type Fields = readonly (readonly [offset: number, size: number])[];

/** Offsets and sizes of a central record's fields, and of the end record's. */
const recordFields: Fields = [
  [0, 4], [8, 2], [10, 2], [16, 4], [20, 4], [24, 4], [28, 2], [30, 2], [32, 2], [42, 4], [46, 1],
]; // prettier-ignore
const endFields: Fields = [
  [4, 2], [8, 2], [10, 2], [12, 4], [16, 4], [20, 2],
]; // prettier-ignore

function mutateField(bytes: Uint8Array, random: Random): Uint8Array {
  const zip = readZipDirectory(bytes, defaultLimits);
  if ("kind" in zip) return bytes;
  const changed = Uint8Array.from(bytes);
  const view = new DataView(changed.buffer);
  const ofEnd = random.chance(20) || zip.entries.length === 0;
  const start = ofEnd ? zip.endRecord : random.pick(zip.entries).recordStart;
  const [offset, size] = random.pick(ofEnd ? endFields : recordFields);
  const where = start + offset;
  const mutate = (old: number, top: number): number =>
    random.pick([0, 1, top, top - 1, old + 1, old - 1, old ^ (1 << random.int(16)), random.int(bytes.length)]); // prettier-ignore
  if (size === 4)
    view.setUint32(
      where,
      mutate(view.getUint32(where, true), 0xffffffff),
      true,
    );
  else if (size === 2)
    view.setUint16(where, mutate(view.getUint16(where, true), 0xffff), true);
  else view.setUint8(where, mutate(view.getUint8(where), 0xff));
  return changed;
}

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(pieces));
}
