/** Gathers the text of a cell: white space counts once, line breaks as such. */
export class HtmlCellText {
  #pieces: string[] = [];
  #line = false;
  link = "";

  get empty(): boolean {
    return this.#pieces.every((piece) => piece.trim() === "");
  }

  add(text: string): void {
    if (text === "") return;
    const plain = text.replace(/[ \t\r\n\f]+/g, " ");
    if (plain === " " && (this.#line || this.#pieces.length === 0)) return;
    this.#line = false;
    this.#pieces.push(plain);
  }

  /** A line break. */
  line(): void {
    this.#pieces.push("\n");
    this.#line = true;
  }

  /** Begins a new line unless one was begun. */
  block(): void {
    if (this.#pieces.length > 0 && !this.#line) this.line();
  }

  get value(): string {
    return this.#pieces
      .join("")
      .replaceAll("\u00a0", " ")
      .replace(/ *\n */g, "\n")
      .trim();
  }
}
