type Calls = Record<string, (...args: never[]) => Promise<unknown>>;

/** A part of the host whose code is loaded at the first of its calls, which waits for it; of a load that failed the next call tries again. */
export function laterPart<Part extends { [Name in keyof Part]: Calls[string] }>(
  names: readonly (keyof Part & string)[],
  load: () => Promise<Part>,
): Part {
  let loaded: Promise<Part> | null = null;
  const part = (): Promise<Part> => {
    loaded ??= load().catch((problem: unknown) => {
      loaded = null;
      throw problem;
    });
    return loaded;
  };
  return Object.fromEntries(
    names.map((name) => [
      name,
      async (...args: never[]) => (await part())[name](...args),
    ]),
  ) as Part;
}
