import type { Observation } from "../model/observation.ts";
import { keyText } from "../model/observation.ts";
import type { HeldObservation } from "../model/state.ts";

/**
 * Stated values with computed ones where no number is stated, without a copy of
 * the stated ones: there may be a million.
 */
export class WithComputed implements ReadonlyMap<string, HeldObservation> {
  readonly #stated: ReadonlyMap<string, HeldObservation>;
  readonly #computed = new Map<string, HeldObservation>();
  readonly #size: number;

  constructor(
    stated: ReadonlyMap<string, HeldObservation>,
    computed: Iterable<Observation>,
  ) {
    this.#stated = stated;
    let added = 0;
    for (const one of computed) {
      const text = keyText(one.key);
      const held = stated.get(text);
      if (typeof held?.value === "number") continue;
      if (held === undefined && !this.#computed.has(text)) added += 1;
      this.#computed.set(text, { ...one, edited: false, entry: "" });
    }
    this.#size = stated.size + added;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): HeldObservation | undefined {
    return this.#computed.get(key) ?? this.#stated.get(key);
  }

  has(key: string): boolean {
    return this.#computed.has(key) || this.#stated.has(key);
  }

  *entries(): MapIterator<[string, HeldObservation]> {
    for (const entry of this.#stated)
      if (!this.#computed.has(entry[0])) yield entry;
    yield* this.#computed;
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<HeldObservation> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, HeldObservation]> {
    return this.entries();
  }

  forEach(
    use: (
      value: HeldObservation,
      key: string,
      map: ReadonlyMap<string, HeldObservation>,
    ) => void,
  ): void {
    for (const [key, value] of this.entries()) use(value, key, this);
  }
}
