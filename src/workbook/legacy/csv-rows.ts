const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts text, handed over piece by piece, into rows of fields. A field that
 * begins with a quote goes on to the next lone quote, line ends included; what
 * stands between that and the next delimiter is added to it, as Excel does.
 * Lines end with LF, CR LF or CR.
 */
export class CsvRows {
  readonly #delimiter: number;
  readonly #take: (fields: readonly string[]) => void;
  #fields: string[] = [];
  /** What is known of the field that is being read. */
  #field = "";
  #state: "start" | "plain" | "quoted" | "closing" = "start";
  #afterReturn = false;
  /** Rows whose quotes do not match, from 0. */
  readonly badRows: number[] = [];
  #row = 0;
  #quotedFrom = 0;

  constructor(delimiter: string, take: (fields: readonly string[]) => void) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#take = take;
  }

  push(text: string): void {
    let at = 0;
    let from = 0;
    const { length } = text;
    while (at < length) {
      if (this.#state === "quoted") {
        const next = text.indexOf('"', at);
        if (next < 0) {
          this.#field += text.slice(at);
          return;
        }
        this.#field += text.slice(at, next);
        at = next + 1;
        this.#state = "closing";
        continue;
      }
      const code = text.charCodeAt(at);
      if (this.#state === "closing") {
        // A doubled quote stands for one.
        if (code === quote) {
          this.#field += '"';
          this.#state = "quoted";
          at += 1;
          continue;
        }
        if (
          code !== this.#delimiter &&
          code !== lineFeed &&
          code !== carriageReturn
        )
          // prettier-ignore
          this.#bad(this.#quotedFrom);
        this.#state = "plain";
      }
      if (this.#afterReturn) {
        this.#afterReturn = false;
        if (code === lineFeed) {
          at += 1;
          continue;
        }
      }
      if (this.#state === "start" && code === quote) {
        this.#state = "quoted";
        this.#quotedFrom = this.#row;
        at += 1;
        continue;
      }
      from = at;
      let end = code;
      while (
        end !== this.#delimiter &&
        end !== lineFeed &&
        end !== carriageReturn
      ) {
        // prettier-ignore
        at += 1;
        if (at >= length) break;
        end = text.charCodeAt(at);
      }
      if (at > from) {
        this.#field += text.slice(from, at);
        this.#state = "plain";
      }
      if (at >= length) return;
      this.#endField();
      if (end !== this.#delimiter) {
        this.#afterReturn = end === carriageReturn;
        this.#endRow();
      }
      at += 1;
    }
  }

  /** The last row, where no line end follows it. */
  finish(): void {
    if (this.#state === "quoted") this.#bad(this.#quotedFrom);
    if (this.#state === "start" && this.#fields.length === 0) return;
    this.#endField();
    this.#endRow();
  }

  #bad(row: number): void {
    if (this.badRows.at(-1) !== row && this.badRows.length < 1000)
      this.badRows.push(row);
  }

  #endField(): void {
    this.#fields.push(this.#field);
    this.#field = "";
    this.#state = "start";
  }

  #endRow(): void {
    this.#take(this.#fields);
    this.#fields = [];
    this.#row += 1;
  }
}
