import { inflateSync } from "fflate";

const localHeaderSize = 30;

/**
 * Walks the local headers of a zip from front to back without its directory, so
 * that a cut-off or damaged file gives what is left of it. Only names that
 * `wanted` accepts are looked at. `accept` gets the unpacked bytes, null when
 * they cannot be unpacked, and says whether they are sound; after unsound ones,
 * and sound ones that nothing of a zip follows, the walk goes on byte by byte,
 * since their size cannot be trusted either.
 */
export function findZipEntries(
  zip: Uint8Array,
  wanted: (name: string) => boolean,
  accept: (name: string, bytes: Uint8Array | null) => boolean,
): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let at = nextHeader(zip, 0);
  while (at !== -1 && at + localHeaderSize <= zip.length) {
    const method = view.getUint16(at + 8, true);
    const packedSize = view.getUint32(at + 18, true);
    const nameSize = view.getUint16(at + 26, true);
    const start =
      at + localHeaderSize + nameSize + view.getUint16(at + 28, true);
    const name = asciiName(zip, at + localHeaderSize, nameSize);
    const end = start + packedSize;
    let next = at + 4;
    if (wanted(name)) {
      const bytes =
        end <= zip.length ? unpack(zip.subarray(start, end), method) : null;
      // A deflate stream ends where it ends: it is sound under a size too large as well.
      if (accept(name, bytes)) next = startsRecord(zip, end) ? end : start;
    }
    at = nextHeader(zip, next);
  }
}

/** True where a header of a file, of the directory or of its end stands. */
function startsRecord(zip: Uint8Array, at: number): boolean {
  return zip[at] === 0x50 && zip[at + 1] === 0x4b;
}

function nextHeader(zip: Uint8Array, from: number): number {
  for (let at = zip.indexOf(0x50, from); at !== -1;) {
    if (zip[at + 1] === 0x4b && zip[at + 2] === 3 && zip[at + 3] === 4)
      return at;
    at = zip.indexOf(0x50, at + 1);
  }
  return -1;
}

function asciiName(zip: Uint8Array, start: number, size: number): string {
  return String.fromCharCode(
    ...zip.subarray(start, start + Math.min(size, 80)),
  );
}

/** Null when the bytes are no deflate stream: fflate throws, and there is nothing more to say than that. */
function unpack(bytes: Uint8Array, method: number): Uint8Array | null {
  if (method === 0) return bytes.slice();
  if (method !== 8) return null;
  try {
    return inflateSync(bytes);
  } catch {
    return null;
  }
}
