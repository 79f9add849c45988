import type { ReviewRows } from "../../worker/api.ts";

/** Rows asked for at once. */
const pageRows = 200;

/** Pages kept; those farthest back are let go. */
const mostPages = 40;

/** What a sheet too long to be sent whole needs of its view. */
export interface PageHost {
  ask(top: number, bottom: number): Promise<ReviewRows>;
  /** Rows came; what was known of them before is replaced. */
  came(rows: ReviewRows): void;
  /** Rows were let go. */
  gone(rows: ReviewRows): void;
  failed(error: unknown): void;
}

/**
 * The rows of a long sheet that were not sent with it, asked for page by page
 * as they come into view: one call at a time, the pages in view first, so that
 * a fast scroll asks for little more than where it ends.
 */
export class SheetPages {
  readonly #host: PageHost;
  readonly #pages = new Map<number, ReviewRows>();
  /** Pages that came since the sheet was last read. */
  readonly #fresh = new Set<number>();
  #sent = 0;
  #rows = 0;
  #wanted: readonly [top: number, bottom: number] = [0, -1];
  #turn = 0;
  #asking = false;

  constructor(host: PageHost) {
    this.#host = host;
  }

  /** Another sheet, or the same one read anew: then what came before is shown until it comes again. */
  start(sent: number, rows: number, again: boolean): void {
    this.#turn += 1;
    this.#asking = false;
    this.#sent = sent;
    this.#rows = rows;
    this.#fresh.clear();
    if (again) for (const page of this.#pages.values()) this.#host.came(page);
    else {
      this.#pages.clear();
      this.#wanted = [0, -1];
    }
    this.#next();
  }

  /** The rows in view, both inclusive. */
  want(top: number, bottom: number): void {
    this.#wanted = [top, bottom];
    this.#next();
  }

  #next(): void {
    if (this.#asking) return;
    const top = this.#missing();
    if (top === null) return;
    const bottom = Math.min(top + pageRows, this.#rows) - 1;
    const turn = this.#turn;
    this.#asking = true;
    this.#host.ask(top, bottom).then(
      (rows) => {
        if (turn !== this.#turn) return;
        this.#asking = false;
        this.#keep(rows);
        this.#next();
      },
      (error: unknown) => {
        if (turn !== this.#turn) return;
        // Not asked again until the sheet is read anew.
        this.#turn += 1;
        this.#host.failed(error);
      },
    );
  }

  /** The first row of the first page in view that is not there. */
  #missing(): number | null {
    const [top, bottom] = this.#wanted;
    const last = Math.min(bottom, this.#rows - 1);
    for (
      let at = this.#pageOf(Math.max(top, this.#sent));
      at <= last;
      at += pageRows
    )
      if (!this.#fresh.has(at)) return at;
    return null;
  }

  #pageOf(row: number): number {
    return row - ((row - this.#sent) % pageRows);
  }

  #keep(rows: ReviewRows): void {
    // The newest last, so that the first is the one to let go.
    this.#pages.delete(rows.top);
    this.#pages.set(rows.top, rows);
    this.#fresh.add(rows.top);
    this.#host.came(rows);
    const [top, bottom] = this.#wanted;
    for (const page of this.#pages.values()) {
      if (this.#pages.size <= mostPages) return;
      if (page.bottom >= top && page.top <= bottom) continue;
      this.#pages.delete(page.top);
      this.#fresh.delete(page.top);
      this.#host.gone(page);
    }
  }
}
