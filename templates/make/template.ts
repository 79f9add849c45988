/** A report template as it is listed and built. */
export interface Template {
  readonly id: string;
  readonly file: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly description: { readonly zh: string; readonly en: string };
  readonly build: () => Promise<Uint8Array>;
}
