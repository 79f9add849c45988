import { isLatin } from "./normalise.ts";

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  values: T[] | null;
}

/** A word found in a text: the half-open range it covers and what it stands for. */
export interface WordHit<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

/**
 * Many words, found in a text in one pass. Blanks, dashes, underscores and
 * tildes between Latin letters or digits do not count (`CO-95per`, `CO_95per`
 * and `CO 95per` are one word). A word of Latin letters is found only where it
 * stands alone: CO neither in CO2 nor in COD.
 */
export class WordTrie<T> {
  readonly #root: Node<T> = { next: new Map(), values: null };

  /** Adds a folded word; several values may share one word. */
  add(word: string, value: T): void {
    const key = compact(word);
    if (key === "") return;
    let node = this.#root;
    for (const character of key) {
      let next = node.next.get(character);
      if (next === undefined) {
        next = { next: new Map(), values: null };
        node.next.set(character, next);
      }
      node = next;
    }
    (node.values ??= []).push(value);
  }

  /** Every word of the folded text, overlapping ones included. */
  find(text: string): WordHit<T>[] {
    const hits: WordHit<T>[] = [];
    for (let start = 0; start < text.length; start += 1)
      this.#walk(text, start, hits);
    return hits;
  }

  /** What the whole folded text stands for; empty when it is no word. */
  exact(text: string): readonly T[] {
    let node: Node<T> | undefined = this.#root;
    for (const character of compact(text)) {
      node = node.next.get(character);
      if (node === undefined) return [];
    }
    return node.values ?? [];
  }

  #walk(text: string, start: number, hits: WordHit<T>[]): void {
    const first = text.charAt(start);
    const before = text.charAt(start - 1);
    if (isLetter(first) && isLetter(before)) return;
    if (isDigit(first) && (isDigit(before) || before === ".")) return;
    let node = this.#root;
    for (let at = start; at < text.length; at += 1) {
      const next = node.next.get(text.charAt(at));
      if (next === undefined) {
        if (at > start && isJoint(text, at)) continue;
        return;
      }
      node = next;
      if (node.values !== null && endsWord(text, at + 1))
        hits.push({ start, end: at + 1, values: node.values });
    }
  }
}

/** The folded word without the blanks, dashes, underscores and tildes inside Latin words. */
export function compact(word: string): string {
  let key = "";
  for (let at = 0; at < word.length; at += 1)
    if (!isJoint(word, at)) key += word.charAt(at);
  return key;
}

const joints = " _~·-";

function isJoint(text: string, at: number): boolean {
  return (
    joints.includes(text.charAt(at)) &&
    isLatin(text.charAt(at - 1)) &&
    isLatin(text.charAt(at + 1))
  );
}

function endsWord(text: string, end: number): boolean {
  return !(isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end)));
}

function isLetter(character: string): boolean {
  return character >= "a" && character <= "z";
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}
