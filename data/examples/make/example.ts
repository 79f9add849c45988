/** An example workbook as it is listed and built. */
export interface Example {
  readonly file: string;
  readonly build: () => Promise<Uint8Array>;
}
