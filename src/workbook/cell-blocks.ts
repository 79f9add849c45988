import type { CellBlock } from "../model/sheet.ts";

const blockBits = 15;
const blockSize = 1 << blockBits;
const firstSize = 256;

/** A number of cells in columns. */
class Block implements CellBlock {
  columns: Uint16Array;
  kinds: Uint8Array;
  /** Wider when a file numbers more styles than Excel has. */
  styles: Uint16Array | Uint32Array;
  values: Float64Array;
  /** Where the elements stand in the part, only kept for patching. */
  starts: Uint32Array | null;
  ends: Uint32Array | null;

  constructor(size: number, positions: boolean) {
    this.columns = new Uint16Array(size);
    this.kinds = new Uint8Array(size);
    this.styles = new Uint16Array(size);
    this.values = new Float64Array(size);
    this.starts = positions ? new Uint32Array(size) : null;
    this.ends = positions ? new Uint32Array(size) : null;
  }

  /** A copy with room for `size` cells, or cut to it. */
  resized(size: number): Block {
    const copy = new Block(size, this.starts !== null);
    if (this.styles instanceof Uint32Array) widen(copy);
    copy.columns.set(this.columns.subarray(0, size));
    copy.kinds.set(this.kinds.subarray(0, size));
    copy.styles.set(this.styles.subarray(0, size));
    copy.values.set(this.values.subarray(0, size));
    if (this.starts !== null) copy.starts?.set(this.starts.subarray(0, size));
    if (this.ends !== null) copy.ends?.set(this.ends.subarray(0, size));
    return copy;
  }
}

/**
 * Columns of a sheet's cells, in blocks: growing copies at most one block, so
 * the peak stays near the size of the values.
 */
export class CellBlocks {
  readonly #positions: boolean;
  /** All but the last are full, and it is too once it is trimmed. */
  readonly list: Block[] = [];
  #block: Block;
  #at = 0;

  constructor(positions: boolean) {
    this.#positions = positions;
    this.#block = new Block(firstSize, positions);
    this.list.push(this.#block);
  }

  push(column: number, kind: number, style: number, value: number): void {
    if (this.#at === this.#block.columns.length) this.#grow();
    const block = this.#block;
    const at = this.#at;
    block.columns[at] = column;
    block.kinds[at] = kind;
    if (style > 0xffff) widen(block);
    block.styles[at] = style;
    block.values[at] = value;
    this.#at = at + 1;
  }

  #grow(): void {
    if (this.#at < blockSize) {
      this.#resize(Math.min(blockSize, this.#at * 4));
      return;
    }
    this.#block = new Block(blockSize, this.#positions);
    this.list.push(this.#block);
    this.#at = 0;
  }

  /** Gives back the room that is left in the last block. */
  trim(): void {
    this.#resize(this.#at);
  }

  #resize(size: number): void {
    this.#block = this.#block.resized(size);
    this.list[this.list.length - 1] = this.#block;
  }

  column(index: number): number {
    return this.#of(index).columns[index & (blockSize - 1)] ?? 0;
  }

  kind(index: number): number {
    return this.#of(index).kinds[index & (blockSize - 1)] ?? 0;
  }

  style(index: number): number {
    return this.#of(index).styles[index & (blockSize - 1)] ?? 0;
  }

  value(index: number): number {
    return this.#of(index).values[index & (blockSize - 1)] ?? 0;
  }

  start(index: number): number {
    return this.#of(index).starts?.[index & (blockSize - 1)] ?? -1;
  }

  end(index: number): number {
    return this.#of(index).ends?.[index & (blockSize - 1)] ?? -1;
  }

  /** Sets marks in the kind of a cell. */
  mark(index: number, marks: number): void {
    this.#of(index).kinds[index & (blockSize - 1)] = this.kind(index) | marks;
  }

  setPosition(index: number, start: number, end: number): void {
    const { starts, ends } = this.#of(index);
    if (starts === null || ends === null) return;
    starts[index & (blockSize - 1)] = start;
    ends[index & (blockSize - 1)] = end;
  }

  #of(index: number): Block {
    return this.list[index >>> blockBits] ?? this.#block;
  }
}

function widen(block: Block): void {
  if (block.styles instanceof Uint16Array)
    block.styles = Uint32Array.from(block.styles);
}
