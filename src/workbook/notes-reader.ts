import { parseCellRef, type CellNote } from "../model/sheet.ts";
import {
  commentReader,
  isStandIn,
  personReader,
  threadReader,
  type NoteElement,
  type NoteReader,
} from "./notes-part.ts";
import type { Relationship, WorkbookPackage } from "./package.ts";
import type { Pacer } from "./pacer.ts";
import { walkPart } from "./part-reader.ts";

/** Reads the notes of sheets through their relationships. */
export class NotesReader {
  readonly #pkg: WorkbookPackage;
  readonly #book: string;
  readonly #pacer: Pacer;
  #people: ReadonlyMap<string, string> | null = null;

  /** `book`: path of the workbook part, which knows who wrote. */
  constructor(pkg: WorkbookPackage, book: string, pacer: Pacer) {
    this.#pkg = pkg;
    this.#book = book;
    this.#pacer = pacer;
  }

  /** Notes by row, then by column; those of one cell in the order they were written. Null when it was told to stop. */
  async read(
    sheet: string,
    relations: readonly Relationship[],
  ): Promise<CellNote[] | null> {
    const threads: NoteElement[] = [];
    if (relations.some(({ type }) => type === "threadedComment")) {
      this.#people ??= await this.#readPeople();
      if (this.#pacer.aborted) return null;
      const people = this.#people;
      threads.push(
        ...(await this.#all(relations, "threadedComment", () =>
          threadReader(people),
        )),
      );
    }
    const plain = await this.#all(relations, "comments", commentReader);
    if (this.#pacer.aborted) return null;
    const threaded = new Set(threads.map(({ ref }) => ref));
    const kept = plain.filter(
      (note) => !(isStandIn(note) && threaded.has(note.ref)),
    );
    return this.#placed([...kept, ...threads], sheet);
  }

  async #readPeople(): Promise<ReadonlyMap<string, string>> {
    const reader = personReader();
    await this.#walk(
      await this.#pkg.relationships(this.#book),
      "person",
      () => reader,
    );
    return reader.found();
  }

  async #all(
    relations: readonly Relationship[],
    type: string,
    reader: () => NoteReader<NoteElement[]>,
  ): Promise<NoteElement[]> {
    const readers = await this.#walk(relations, type, reader);
    return readers.flatMap(({ found }) => found());
  }

  /** Walks the parts of a type, each with a reader of its own. */
  async #walk<T>(
    relations: readonly Relationship[],
    type: string,
    reader: () => NoteReader<T>,
  ): Promise<NoteReader<T>[]> {
    const readers: NoteReader<T>[] = [];
    for (const link of relations) {
      if (link.type !== type || link.external) continue;
      const entry = this.#pkg.find(link.target);
      if (entry === undefined) continue;
      const one = reader();
      readers.push(one);
      await walkPart(this.#pkg, entry, this.#pacer, one.handlers);
    }
    return readers;
  }

  #placed(notes: readonly NoteElement[], sheet: string): CellNote[] {
    const placed = notes.flatMap(({ ref, author, text }): CellNote[] => {
      const at = parseCellRef(ref);
      if (at !== null) return [{ ...at, author, text }];
      this.#pkg.issues.add(
        "workbook.bad_note",
        "warning",
        { sheet },
        { text: ref },
      );
      return [];
    });
    return placed.sort((a, b) => a.row - b.row || a.column - b.column);
  }
}
