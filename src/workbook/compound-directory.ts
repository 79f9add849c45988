import { viewOf } from "./zip-directory.ts";

/** Sector numbers from here on are marks, not places. */
const lastSector = 0xfffffffa;

/** Sectors a directory is followed over: a million streams. */
const longestChain = 250_000;

/**
 * What stands at the top of a compound file, in capitals (its names know no
 * case): streams and storages of the root, not what embedded objects hold.
 * Null when the directory cannot be followed, as in a file cut short.
 */
export function compoundNames(bytes: Uint8Array): ReadonlySet<string> | null {
  if (bytes.length < 512) return null;
  const view = viewOf(bytes);
  const sectorShift = view.getUint16(30, true);
  if (sectorShift !== 9 && sectorShift !== 12) return null;
  const directory = directoryEntries(view, sectorShift);
  if (directory === null) return null;
  const names = new Set<string>();
  const root = directory[0];
  if (root === undefined) return null;
  const waiting = [view.getUint32(root + 76, true)];
  const seen = new Set<number>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id > lastSector || seen.has(id)) continue;
    seen.add(id);
    const at = directory[id];
    if (at === undefined) return null;
    names.add(entryName(view, at).toUpperCase());
    waiting.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true));
  }
  return names;
}

/** Positions of the directory's entries, 128 bytes each; null when its chain breaks off. */
function directoryEntries(view: DataView, shift: number): number[] | null {
  const positions: number[] = [];
  const fat = new SectorTable(view, shift);
  let sector = view.getUint32(48, true);
  for (let count = 0; sector <= lastSector; count++) {
    const start = (sector + 1) * 2 ** shift;
    if (start + 2 ** shift > view.byteLength || count > longestChain)
      return null;
    for (let at = start; at < start + 2 ** shift; at += 128) positions.push(at);
    const next = fat.next(sector);
    if (next === null) return null;
    sector = next;
  }
  return positions;
}

function entryName(view: DataView, at: number): string {
  const length = Math.min(64, view.getUint16(at + 64, true));
  let name = "";
  for (let index = 0; index + 2 < length; index += 2)
    name += String.fromCharCode(view.getUint16(at + index, true));
  return name;
}

/** The table of which sector follows which. */
class SectorTable {
  readonly #view: DataView;
  readonly #shift: number;
  /** Sectors that list the table's own sectors beyond the first 109, as far as they were followed. */
  readonly #lists: number[];

  constructor(view: DataView, shift: number) {
    this.#view = view;
    this.#shift = shift;
    this.#lists = [view.getUint32(68, true)];
  }

  /** What follows a sector; null when the table does not reach it. */
  next(sector: number): number | null {
    const perSector = 2 ** this.#shift / 4;
    const table = this.#tableSector(Math.floor(sector / perSector));
    return table === null ? null : this.#at(table, sector % perSector);
  }

  #tableSector(index: number): number | null {
    if (index < 109) return this.#view.getUint32(76 + index * 4, true);
    const perList = 2 ** this.#shift / 4 - 1;
    const list = Math.floor((index - 109) / perList);
    while (this.#lists.length <= list) {
      const next = this.#at(this.#lists.at(-1) ?? -1, perList);
      if (next === null) return null;
      this.#lists.push(next);
    }
    return this.#at(this.#lists[list] ?? -1, (index - 109) % perList);
  }

  #at(sector: number, index: number): number | null {
    const at = (sector + 1) * 2 ** this.#shift + index * 4;
    return sector > lastSector || at + 4 > this.#view.byteLength
      ? null
      : this.#view.getUint32(at, true);
  }
}
