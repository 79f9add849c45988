import type { Sha256 } from "../model/codes.ts";
import { type Stored, compareStored } from "./entry.ts";

/**
 * Which entries are undone. An undo counts when it comes after its target in
 * journal order and is not undone itself; one undo that counts is enough.
 */
export class UndoGraph {
  readonly #known = new Map<Sha256, Stored>();
  readonly #undosOf = new Map<Sha256, Stored[]>();
  /** The batches an entry was made in; there is one at most, unless somebody wrote it by hand. */
  readonly #batchesOf = new Map<Sha256, Sha256[]>();

  add(stored: Stored): void {
    this.#known.set(stored.id, stored);
    if (stored.entry.kind === "batch")
      for (const member of stored.entry.entries)
        this.#batchesOf.set(member, [
          ...(this.#batchesOf.get(member) ?? []),
          stored.id,
        ]);
    if (stored.entry.kind !== "undo") return;
    const undos = this.#undosOf.get(stored.entry.target);
    if (undos === undefined) this.#undosOf.set(stored.entry.target, [stored]);
    else undos.push(stored);
  }

  /** What an undo, or an undo of an undo, is about in the end: the first entry that is no undo, or is not known. */
  rootOf(id: Sha256): Sha256 {
    const seen = new Set<Sha256>();
    let at = id;
    for (;;) {
      const entry = this.#known.get(at)?.entry;
      if (entry?.kind !== "undo" || seen.has(at)) return at;
      seen.add(at);
      at = entry.target;
    }
  }

  /** True for an entry that is undone itself or with the batch it was made in. */
  isUndone(id: Sha256): boolean {
    return (
      this.undosInForce(id).length > 0 ||
      (this.#batchesOf.get(id) ?? []).some(
        (batch) => this.undosInForce(batch).length > 0,
      )
    );
  }

  /** The undos of an entry that count now, in journal order. */
  undosInForce(id: Sha256): readonly Stored[] {
    const direct = this.#undosOf.get(id);
    if (direct === undefined) return [];
    const chain = this.#undosAbove(id).sort(compareStored).reverse();
    const undone = new Set<Sha256>();
    const inForce: Stored[] = [];
    // Latest first: whatever could undo an undo has been decided before it.
    for (const undo of chain) {
      if (undo.entry.kind !== "undo" || undone.has(undo.id)) continue;
      if (!this.#comesAfterTarget(undo, undo.entry.target)) continue;
      undone.add(undo.entry.target);
      if (undo.entry.target === id) inForce.push(undo);
    }
    return inForce.reverse();
  }

  #undosAbove(id: Sha256): Stored[] {
    const found = new Map<Sha256, Stored>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const undo of this.#undosOf.get(next) ?? [])
        if (!found.has(undo.id)) {
          found.set(undo.id, undo);
          open.push(undo.id);
        }
    return [...found.values()];
  }

  #comesAfterTarget(undo: Stored, target: Sha256): boolean {
    const known = this.#known.get(target);
    return known !== undefined && compareStored(undo, known) > 0;
  }
}
