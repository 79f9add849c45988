import { isLatin } from "./normalise.ts";

/** A character that words go on with. Most are followed by one other at most: only the rest have a map. */
class Node<T> {
  values: T[] | null = null;
  #code = -1;
  #only: Node<T> | null = null;
  #others: Map<number, Node<T>> | null = null;

  /** What follows by a character; null when no word goes on so. */
  next(code: number): Node<T> | null {
    if (code === this.#code) return this.#only;
    return this.#others?.get(code) ?? null;
  }

  /** The same, made where there is none. */
  nextMade(code: number): Node<T> {
    const known = this.next(code);
    if (known !== null) return known;
    const made = new Node<T>();
    if (this.#only === null) {
      this.#code = code;
      this.#only = made;
    } else (this.#others ??= new Map()).set(code, made);
    return made;
  }
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
  readonly #root = new Node<T>();

  /** Adds a folded word; several values may share one word. */
  add(word: string, value: T): void {
    const key = compact(word);
    if (key === "") return;
    let node = this.#root;
    for (let at = 0; at < key.length; at += 1)
      node = node.nextMade(key.charCodeAt(at));
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
    const key = compact(text);
    let node: Node<T> | null = this.#root;
    for (let at = 0; at < key.length; at += 1) {
      node = node.next(key.charCodeAt(at));
      if (node === null) return [];
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
      const next = node.next(text.charCodeAt(at));
      if (next === null) {
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
  if (!anyJoint.test(word)) return word;
  let key = "";
  for (let at = 0; at < word.length; at += 1)
    if (!isJoint(word, at)) key += word.charAt(at);
  return key;
}

const joints = " _~·-";
const anyJoint = /[ _~·-]/;

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
