import type { XmlHandlers } from "./xml-part.ts";

/** A note as its part has it. */
export interface NoteElement {
  /** Cell reference as written. */
  readonly ref: string;
  readonly author: string;
  readonly text: string;
}

/** A part that is walked, and what was found. */
export interface NoteReader<T> {
  readonly handlers: XmlHandlers;
  readonly found: () => T;
}

/** Reads a comments part: texts joined from their runs, phonetic ones left out. */
export function commentReader(): NoteReader<NoteElement[]> {
  const authors: string[] = [];
  const notes: { ref: string; author: number; text: string }[] = [];
  let inAuthor = false;
  let inText = false;
  let phonetic = 0;
  return {
    handlers: {
      open: ({ name, attributes }) => {
        if (name === "author") {
          inAuthor = true;
          authors.push("");
        } else if (name === "comment")
          notes.push({
            ref: attributes.get("ref") ?? "",
            author: Number(attributes.get("authorId") ?? NaN),
            text: "",
          });
        else if (name === "rPh") phonetic += 1;
        else if (name === "t") inText = phonetic === 0;
      },
      close: (name) => {
        if (name === "author") inAuthor = false;
        else if (name === "rPh") phonetic -= 1;
        else if (name === "t") inText = false;
      },
      text: (piece) => {
        const last = notes.at(-1);
        if (inAuthor) authors.push((authors.pop() ?? "") + piece);
        else if (inText && last !== undefined) last.text += piece;
      },
    },
    found: () =>
      notes.map(({ ref, author, text }) => ({
        ref,
        author: authors[author] ?? "",
        text,
      })),
  };
}

/** Reads a part of threaded comments, answers behind what they answer; `names` tells people by their id. */
export function threadReader(
  names: ReadonlyMap<string, string>,
): NoteReader<NoteElement[]> {
  const notes: { ref: string; author: string; text: string }[] = [];
  let inText = false;
  return {
    handlers: {
      open: ({ name, attributes }) => {
        if (name === "threadedComment")
          notes.push({
            ref: attributes.get("ref") ?? "",
            author: names.get(attributes.get("personId") ?? "") ?? "",
            text: "",
          });
        else inText = name === "text";
      },
      close: (name) => {
        if (name === "text") inText = false;
      },
      text: (piece) => {
        const last = notes.at(-1);
        if (inText && last !== undefined) last.text += piece;
      },
    },
    found: () => notes,
  };
}

/** Reads the list of people who wrote threaded comments: display names by id. */
export function personReader(): NoteReader<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  return {
    handlers: {
      open: ({ name, attributes }) => {
        const id = attributes.get("id");
        if (name === "person" && id !== undefined)
          names.set(id, attributes.get("displayName") ?? "");
      },
    },
    found: () => names,
  };
}

/** True for the stand-in that a conversation leaves for programs that know only notes. */
export function isStandIn({ author }: NoteElement): boolean {
  return /^tc=\{/i.test(author);
}
