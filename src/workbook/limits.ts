/** How much a file may ask for before it is refused. */
export interface Limits {
  /** Entries of a zip. */
  readonly maxEntries: number;
  /** Bytes that all read entries may inflate to together. */
  readonly maxInflated: number;
  /** Inflated bytes per compressed byte above which an entry is a bomb, once it has given `bombAfter` bytes. */
  readonly bombRatio: number;
  readonly bombAfter: number;
  /** Bytes of a part that is walked as a whole: relationships, styles, the list of sheets. */
  readonly maxWalked: number;
  /** Bytes that a format read by another's library may inflate to. */
  readonly maxLegacy: number;
  /** Bytes one XML element or text may take. */
  readonly maxElement: number;
}

export const defaultLimits: Limits = {
  maxEntries: 20_000,
  maxInflated: 2 * 1024 ** 3,
  bombRatio: 100,
  bombAfter: 32 * 1024 ** 2,
  maxWalked: 32 * 1024 ** 2,
  maxLegacy: 256 * 1024 ** 2,
  maxElement: 16 * 1024 ** 2,
};
