/** A problem that must be reported, at its place where it has one. */
export interface ExpectedIssue {
  readonly code: string;
  readonly sheet?: string;
  readonly cell?: string;
}

/** A file that means harm, or was harmed, and what must come of it. */
export interface HostileFile {
  readonly name: string;
  /** Name of the file; `x.xlsx` without. */
  readonly file?: string;
  make(): Uint8Array;
  /** False where nothing can be read. */
  readonly opens: boolean;
  /** All of these must come, and no other codes. */
  readonly issues: readonly (ExpectedIssue | string)[];
  /** Codes that may come as well: how much is read before a stop is open. */
  readonly mayAlso?: readonly string[];
  /** Some of `mayAlso` must come: that there is a problem is sure, what it is called is not. */
  readonly complains?: boolean;
  /** Values by sheet and address (`甲!A1`); null where there is no value. */
  readonly cells?: readonly (readonly [
    place: string,
    value: string | number | boolean | null,
  ])[];
  /** Stored cells of the first sheet. */
  readonly count?: number;
  /** Names of the sheets, in their order. */
  readonly sheets?: readonly string[];
  /** Names that point at cells. */
  readonly names?: readonly string[];
}

/** A file that cannot be opened, with the code that says why. */
export function refused(
  name: string,
  code: string,
  make: () => Uint8Array,
): HostileFile {
  return { name, make, opens: false, issues: [code] };
}

/** The two cells of `goodRow`, read without complaint. */
export const goodCells: NonNullable<HostileFile["cells"]> = [
  ["甲!A1", 12.5],
  ["甲!B1", "达标"],
];

/** A file that is read as if nothing were odd about it. */
export function harmless(
  name: string,
  make: () => Uint8Array,
  cells: NonNullable<HostileFile["cells"]> = goodCells,
): HostileFile {
  return { name, make, opens: true, issues: [], cells };
}
