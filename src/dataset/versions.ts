/** What was said at keys before later changes, as one version knows it, and the version after it. */
export interface Version<Kept> {
  readonly before: Map<string, Kept | null>;
  next: Version<Kept> | null;
}

/**
 * Versions of a map that changes in place: a version remembers what a key held
 * when something else takes its place, and only as long as somebody has it.
 */
export class Versions<Kept> {
  #latest: WeakRef<Version<Kept>> | null = null;

  /** A version of what there is now. */
  begin(): Version<Kept> {
    const version: Version<Kept> = { before: new Map(), next: null };
    const last = this.#latest?.deref();
    if (last !== undefined) last.next = version;
    this.#latest = new WeakRef(version);
    return version;
  }

  /** A key no longer holds `before` (null: nothing). */
  changed(key: string, before: Kept | null): void {
    const latest = this.#latest?.deref();
    if (latest !== undefined && !latest.before.has(key))
      latest.before.set(key, before);
  }
}

/** What a key held in a version, `now` being what it holds. */
export function heldIn<Kept>(
  version: Version<Kept>,
  key: string,
  now: () => Kept | null,
): Kept | null {
  for (let one: Version<Kept> | null = version; one !== null; one = one.next) {
    const before = one.before.get(key);
    if (before !== undefined) return before;
  }
  return now();
}
