import type { Sha256 } from "../model/codes.ts";
import { ByteReader, DamagedEntryError } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { type Entry, type EntryKind, currentSchema } from "./entry.ts";
import { readBody, writeBody } from "./entry-body.ts";
import { sha256Hex } from "./hash.ts";

/*
 * The canonical form: "DBJE", schema (u16), kind (u8), 0, then the string
 * table, then lamport and time (f64), who, and the body of the kind. All
 * numbers are little-endian; strings are UTF-16 code units, so that any text a
 * cell can hold comes back unchanged.
 */
const magic = [0x44, 0x42, 0x4a, 0x45];
const headerSize = 8;

/** Place in the list is the stored tag; only ever append. */
const kinds = [
  "import",
  "edit",
  "undo",
  "target",
  "setting",
  "profile",
  "decision",
  "ledger",
  "template",
  "backup",
  "targets",
  "batch",
  "edits",
  "comment",
] as const satisfies readonly EntryKind[];

/** The bytes were written by a newer version of the program. */
export class NewerEntryError extends Error {
  override readonly name = "NewerEntryError";
  readonly schema: number;

  constructor(schema: number) {
    super(`an entry of schema ${schema} needs a newer version`);
    this.schema = schema;
  }
}

/**
 * The bytes of an entry: the same entry always gives the same bytes, whatever
 * order the fields of its objects are in.
 * @throws when a number is not finite, a count is out of range, or the entry's schema is not the current one.
 */
export function encodeEntry(entry: Entry): Uint8Array {
  if (entry.schema !== currentSchema)
    throw new Error(`entries are written in schema ${currentSchema} only`);
  if (!isLamport(entry.lamport))
    throw new Error(`not a Lamport time: ${entry.lamport}`);
  const writer = new ByteWriter();
  writer.f64(entry.lamport);
  writer.f64(entry.at);
  writer.text(entry.who);
  writeBody(writer, entry);
  const header = new Uint8Array(headerSize);
  header.set(magic);
  new DataView(header.buffer).setUint16(4, entry.schema, true);
  header[6] = kinds.indexOf(entry.kind);
  return writer.finish(header);
}

/**
 * The entry that the bytes hold. A reader of an older schema gives the entry as
 * today's schema has it; its id stays the SHA-256 of the stored bytes.
 * @throws DamagedEntryError when the bytes are no whole entry, NewerEntryError when their schema is not known yet.
 */
export function decodeEntry(bytes: Uint8Array): Entry {
  if (
    bytes.length < headerSize ||
    magic.some((byte, at) => bytes[at] !== byte) ||
    bytes[7] !== 0
  )
    throw new DamagedEntryError("the bytes do not begin as an entry does");
  const schema = new DataView(bytes.buffer, bytes.byteOffset).getUint16(
    4,
    true,
  );
  if (schema > currentSchema) throw new NewerEntryError(schema);
  const read = readersBySchema.get(schema);
  if (read === undefined)
    throw new DamagedEntryError(`there is no schema ${schema}`);
  const tag = bytes[6] ?? 0;
  const kind = kinds[tag];
  if (kind === undefined)
    throw new DamagedEntryError(`there is no entry kind ${tag}`);
  const reader = new ByteReader(bytes.subarray(headerSize));
  const entry = read(reader, kind);
  reader.end();
  return entry;
}

/** The id of an entry: the SHA-256 of its canonical bytes. */
export function entryId(bytes: Uint8Array): Sha256 {
  return sha256Hex(bytes);
}

/** One reader for every schema ever written. */
const readersBySchema: ReadonlyMap<
  number,
  (reader: ByteReader, kind: EntryKind) => Entry
> = new Map([
  [1, (reader, kind) => readWhole(reader, kind, 1)],
  [2, (reader, kind) => readWhole(reader, kind, 2)],
  [3, (reader, kind) => readWhole(reader, kind, 3)],
  [4, (reader, kind) => readWhole(reader, kind, 4)],
]);

function readWhole(reader: ByteReader, kind: EntryKind, schema: number): Entry {
  const lamport = reader.f64();
  if (!isLamport(lamport))
    throw new DamagedEntryError(`not a Lamport time: ${lamport}`);
  const at = reader.f64();
  const who = reader.text();
  return {
    schema: currentSchema,
    lamport,
    at,
    who,
    ...readBody(reader, kind, schema),
  };
}

/** Bounded well below the safe integers, so that no entry taken in can use the times up. */
function isLamport(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 48;
}
