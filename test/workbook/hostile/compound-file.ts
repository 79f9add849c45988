/** A stream or storage of a compound file. */
export interface CompoundStream {
  readonly name: string;
  readonly data?: Uint8Array;
  /** Streams inside, for a storage. */
  readonly inside?: readonly CompoundStream[];
}

const sectorSize = 512;
const endOfChain = 0xfffffffe;
const none = 0xffffffff;

/**
 * A compound file with these streams, without a mini stream (so that none that
 * is read should have less than 4096 bytes). The directory
 * follows the data, entry by entry in a right-leaning tree.
 */
export function compoundFile(streams: readonly CompoundStream[]): Uint8Array {
  const entries: Entry[] = [];
  const root = addEntry(entries, { name: "Root Entry" }, 5);
  addAll(entries, root, streams);
  const contents: Uint8Array[] = [];
  const chains: number[][] = [];
  let sector = 0;
  const place = (bytes: Uint8Array): number => {
    const count = Math.ceil(bytes.length / sectorSize);
    if (count === 0) return endOfChain;
    const padded = new Uint8Array(count * sectorSize);
    padded.set(bytes);
    contents.push(padded);
    chains.push(Array.from({ length: count }, (_, index) => sector + index));
    sector += count;
    return sector - count;
  };
  for (const entry of entries)
    if (entry.data !== undefined) entry.start = place(entry.data);
  const directory = place(directoryBytes(entries));
  let fatSectors = 1;
  while (fatSectors * 128 < sector + fatSectors) fatSectors += 1;
  const fat = new Uint32Array(fatSectors * 128).fill(none);
  for (const chain of chains)
    chain.forEach((from, index) => {
      fat[from] = chain[index + 1] ?? endOfChain;
    });
  for (let index = 0; index < fatSectors; index++)
    fat[sector + index] = 0xfffffffd;
  return Buffer.concat([
    header(sector, fatSectors, directory),
    ...contents,
    new Uint8Array(fat.buffer),
  ]);
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly data?: Uint8Array | undefined;
  start: number;
  child: number;
  right: number;
}

function addEntry(
  entries: Entry[],
  { name, data }: CompoundStream,
  type: number,
): number {
  entries.push({ name, type, data, start: 0, child: none, right: none });
  return entries.length - 1;
}

function addAll(
  entries: Entry[],
  parent: number,
  streams: readonly CompoundStream[],
): void {
  let before = -1;
  for (const stream of streams) {
    const at = addEntry(entries, stream, stream.inside === undefined ? 2 : 1);
    const owner = entries[before < 0 ? parent : before];
    if (owner !== undefined)
      if (before < 0) owner.child = at;
      else owner.right = at;
    before = at;
    addAll(entries, at, stream.inside ?? []);
  }
}

function directoryBytes(entries: readonly Entry[]): Uint8Array {
  const bytes = new Uint8Array(entries.length * 128);
  entries.forEach((entry, index) => {
    const view = new DataView(bytes.buffer, index * 128, 128);
    [...entry.name].forEach((char, at) => {
      view.setUint16(at * 2, char.charCodeAt(0), true);
    });
    view.setUint16(64, entry.name.length * 2 + 2, true);
    view.setUint8(66, entry.type);
    view.setUint8(67, 1);
    view.setUint32(68, none, true);
    view.setUint32(72, entry.right, true);
    view.setUint32(76, entry.child, true);
    view.setUint32(116, entry.start, true);
    view.setUint32(120, entry.data?.length ?? 0, true);
  });
  return bytes;
}

function header(
  fatStart: number,
  fatSectors: number,
  directory: number,
): Uint8Array {
  const bytes = new Uint8Array(512);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, fatSectors, true);
  view.setUint32(48, directory, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, endOfChain, true);
  view.setUint32(68, endOfChain, true);
  for (let index = 0; index < 109; index++)
    view.setUint32(
      76 + index * 4,
      index < fatSectors ? fatStart + index : none,
      true,
    );
  return bytes;
}
