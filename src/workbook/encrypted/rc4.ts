/** The RC4 stream cipher, which old workbooks are encrypted with; no library of today offers it. */
export class Rc4 {
  readonly #state = Uint8Array.from({ length: 256 }, (_, index) => index);
  #i = 0;
  #j = 0;

  constructor(key: Uint8Array) {
    const state = this.#state;
    let j = 0;
    for (let i = 0; i < 256; i++) {
      const at = state[i] ?? 0;
      j = (j + at + (key[i % key.length] ?? 0)) & 255;
      state[i] = state[j] ?? 0;
      state[j] = at;
    }
  }

  /** Encrypts or decrypts bytes where they lie; they go on from those before. */
  apply(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++)
      bytes[at] = (bytes[at] ?? 0) ^ this.#next();
  }

  /** Passes over bytes that are not encrypted. */
  skip(count: number): void {
    for (let at = 0; at < count; at++) this.#next();
  }

  #next(): number {
    const state = this.#state;
    this.#i = (this.#i + 1) & 255;
    const a = state[this.#i] ?? 0;
    this.#j = (this.#j + a) & 255;
    const b = state[this.#j] ?? 0;
    state[this.#i] = b;
    state[this.#j] = a;
    return state[(a + b) & 255] ?? 0;
  }
}
