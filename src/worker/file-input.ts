export interface FileInput {
  /** Path inside a dropped folder, or the bare name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a sheet does not say, answered once for a whole review. */
export interface Assume {
  readonly region?: string;
  readonly period?: string;
}
