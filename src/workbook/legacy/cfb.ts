/** A stream or storage of a compound file. */
interface CfbEntry {
  readonly name: string;
  /** Neighbours in the tree of its storage, and the first of its own; numbers of entries. */
  readonly links: readonly [left: number, right: number, child: number];
  readonly isStream: boolean;
  readonly start: number;
  readonly size: number;
}

const endOfChain = 0xfffffffe;
const miniCutoff = 4096;

/**
 * Reads a compound file (MS-CFB). Chains that run in a circle or out of the
 * file end where they do: what stands before is given.
 */
export class CompoundFile {
  readonly entries: readonly CfbEntry[];
  /** True when a chain led out of the file: the file is cut short. */
  cut = false;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #shift: number;
  readonly #miniShift: number;
  readonly #fat: Uint32Array;
  readonly #miniFat: Uint32Array;
  readonly #mini: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#shift = this.#u16(30) === 12 ? 12 : 9;
    this.#miniShift = 6;
    this.#fat = this.#readFat();
    const directory = this.#chain(this.#u32(48), Infinity);
    this.entries = readDirectory(directory);
    this.#miniFat = words(this.#chain(this.#u32(60), Infinity));
    const root = this.entries[0];
    this.#mini =
      root === undefined
        ? new Uint8Array(0)
        : this.#chain(root.start, root.size);
  }

  /**
   * The first stream with one of these names, whatever their case: at the top,
   * or else wherever one lies. Null without one.
   */
  stream(...names: readonly string[]): Uint8Array | null {
    for (const among of [this.#top(), this.entries])
      for (const name of names) {
        const wanted = name.toLowerCase();
        const entry = among.find(
          (one) => one.isStream && one.name.toLowerCase() === wanted,
        );
        if (entry !== undefined) return this.#read(entry);
      }
    return null;
  }

  /** What lies in the root, not in the storages of embedded objects. */
  #top(): CfbEntry[] {
    const found = new Set<CfbEntry>();
    const waiting = [this.entries[0]?.links[2]];
    while (waiting.length > 0) {
      const entry = this.entries[waiting.pop() ?? -1];
      if (entry === undefined || found.has(entry)) continue;
      found.add(entry);
      waiting.push(entry.links[0], entry.links[1]);
    }
    return [...found];
  }

  #read({ start, size }: CfbEntry): Uint8Array {
    if (size >= miniCutoff) return this.#chain(start, size);
    const step = 1 << this.#miniShift;
    const made = new Uint8Array(Math.min(size, this.#mini.length));
    let sector = start;
    let at = 0;
    while (at < made.length && sector < this.#miniFat.length) {
      const from = sector << this.#miniShift;
      const piece = this.#mini.subarray(
        from,
        from + Math.min(step, made.length - at),
      );
      if (piece.length === 0) break;
      made.set(piece, at);
      at += piece.length;
      sector = this.#miniFat[sector] ?? endOfChain;
    }
    if (at < size) this.cut = true;
    return made.subarray(0, at);
  }

  #u16(at: number): number {
    return at + 2 <= this.#bytes.length ? this.#view.getUint16(at, true) : 0;
  }

  #u32(at: number): number {
    return at + 4 <= this.#bytes.length ? this.#view.getUint32(at, true) : 0;
  }

  #sector(number: number): Uint8Array {
    // Sectors follow the header, which takes one.
    const from = (number + 1) * 2 ** this.#shift;
    return this.#bytes.subarray(from, from + 2 ** this.#shift);
  }

  #readFat(): Uint32Array {
    const perSector = 2 ** (this.#shift - 2);
    const sectors: number[] = [];
    for (let index = 0; index < 109; index++)
      sectors.push(this.#u32(76 + index * 4));
    const seen = new Set<number>();
    let more = this.#u32(68);
    while (more < endOfChain - 1 && !seen.has(more)) {
      seen.add(more);
      const list = words(this.#sector(more));
      if (list.length < perSector) break;
      sectors.push(...list.subarray(0, perSector - 1));
      more = list[perSector - 1] ?? endOfChain;
    }
    const used = [...new Set(sectors)].filter(
      (one) => this.#sector(one).length > 0,
    );
    const fat = new Uint32Array(used.length * perSector).fill(endOfChain);
    used.forEach((one, index) => {
      fat.set(words(this.#sector(one)), index * perSector);
    });
    return fat;
  }

  /** The bytes of a chain of sectors, no more than `size`. */
  #chain(start: number, size: number): Uint8Array {
    const sectors: Uint8Array[] = [];
    const seen = new Uint8Array(this.#fat.length);
    let length = 0;
    let sector = start;
    while (length < size && sector < endOfChain - 3) {
      const data = this.#sector(sector);
      if (data.length === 0 || seen[sector] === 1) {
        this.cut = true;
        break;
      }
      if (sector < seen.length) seen[sector] = 1;
      sectors.push(data);
      length += data.length;
      const next = this.#fat[sector];
      // A sector beyond the table: the writer left the table out or it is cut.
      if (next === undefined) break;
      sector = next;
    }
    const made = new Uint8Array(Math.min(length, size));
    let at = 0;
    for (const data of sectors) {
      const piece = data.subarray(0, made.length - at);
      made.set(piece, at);
      at += piece.length;
    }
    if (Number.isFinite(size) && at < size) this.cut = true;
    return made;
  }
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) =>
    view.getUint32(index * 4, true),
  );
}

function readDirectory(bytes: Uint8Array): CfbEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries: CfbEntry[] = [];
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = Math.min(view.getUint16(at + 64, true), 64);
    let name = "";
    for (let index = 0; index + 2 < length; index += 2)
      name += String.fromCharCode(view.getUint16(at + index, true));
    entries.push({
      name,
      links: [
        view.getUint32(at + 68, true),
        view.getUint32(at + 72, true),
        view.getUint32(at + 76, true),
      ],
      isStream: bytes[at + 66] === 2,
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}
