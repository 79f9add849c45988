import type { Sha256 } from "../model/codes.ts";
import { keyText, parseKeyText } from "../model/observation.ts";
import { type ByteReader, DamagedEntryError, oneOf } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { editActions, type EntryBody, type EntryKind } from "./entry.ts";
import { isSha256 } from "./hash.ts";
import {
  observationStatuses,
  readKey,
  readObservations,
  writeKey,
  writeObservations,
} from "./observation-columns.ts";
import {
  readFieldValue,
  readRecords,
  writeFieldValue,
  writeRecords,
} from "./record-columns.ts";
import { readTarget, writeTarget } from "./target-fields.ts";

/** Writes what is particular to the kind of entry. */
export function writeBody(writer: ByteWriter, body: EntryBody): void {
  switch (body.kind) {
    case "import":
      writer.text(body.file);
      writeSha(writer, body.sha);
      writeTexts(writer, body.assume);
      writeObservations(writer, [...body.observations]);
      writeRecords(writer, body.records);
      return;
    case "edit":
      writeKey(writer, body.key);
      writeValue(writer, body.value);
      writer.text(body.missing);
      writer.u8(body.decimals === null ? 0 : 1);
      writer.i16(body.decimals ?? 0);
      writer.text(body.unit);
      writer.text(body.status);
      return;
    case "undo":
      writeSha(writer, body.target);
      return;
    case "target":
      writer.text(body.id);
      writer.u8(body.target === null ? 0 : 1);
      if (body.target !== null) writeTarget(writer, body.target);
      return;
    case "targets":
      writer.text(body.file);
      writer.u32(body.changes.length);
      for (const { id, target } of body.changes) {
        writer.text(id);
        writer.u8(target === null ? 0 : 1);
        if (target !== null) writeTarget(writer, target);
      }
      return;
    case "setting":
      writer.text(body.name);
      writer.text(body.text);
      return;
    case "profile":
      writer.text(body.name);
      writer.text(body.json);
      return;
    case "decision":
      writeKey(writer, parseKeyText(body.key));
      writeSha(writer, body.chosen);
      writer.text(body.sheet);
      writer.text(body.cell);
      return;
    case "ledger":
      writer.text(body.recordKind);
      writer.text(body.record);
      writer.text(body.field);
      writeFieldValue(writer, body.value);
      return;
    case "template":
      writer.text(body.name);
      writer.u8(body.sha === null ? 0 : 1);
      if (body.sha !== null) writeSha(writer, body.sha);
      return;
    case "backup":
      writer.u32(body.entries);
      return;
    case "batch":
      writer.u32(body.entries.length);
      for (const id of body.entries) writeSha(writer, id);
      writer.u32(body.files);
      writer.u32(body.observations);
      writer.u32(body.records);
      return;
    case "edits":
      writer.text(body.action);
      writeObservations(writer, [...body.observations]);
      return;
    case "comment":
      writeKey(writer, parseKeyText(body.key));
      writer.text(body.text);
      return;
  }
}

/** Reads what {@link writeBody} wrote under `schema`, as today's schema has it. */
export function readBody(
  reader: ByteReader,
  kind: EntryKind,
  schema: number,
): EntryBody {
  switch (kind) {
    case "import":
      return {
        kind,
        file: reader.text(),
        sha: readSha(reader),
        assume: readTexts(reader),
        observations: readObservations(reader),
        records: readRecords(reader, schema),
      };
    case "edit": {
      const key = readKey(reader);
      const value = readValue(reader);
      const missing = reader.text();
      const hasDecimals = reader.u8() === 1;
      const decimals = reader.i16();
      return {
        kind,
        key,
        value,
        missing,
        decimals: hasDecimals ? decimals : null,
        unit: reader.text(),
        status: oneOf(reader.text(), observationStatuses),
      };
    }
    case "undo":
      return { kind, target: readSha(reader) };
    case "target":
      return {
        kind,
        id: reader.text(),
        target: reader.u8() === 1 ? readTarget(reader, schema) : null,
      };
    case "targets":
      return {
        kind,
        file: reader.text(),
        changes: Array.from({ length: reader.count(5) }, () => ({
          id: reader.text(),
          target: reader.u8() === 1 ? readTarget(reader, schema) : null,
        })),
      };
    case "setting":
      return { kind, name: reader.text(), text: reader.text() };
    case "profile":
      return { kind, name: reader.text(), json: reader.text() };
    case "decision":
      return {
        kind,
        key: keyText(readKey(reader)),
        chosen: readSha(reader),
        sheet: reader.text(),
        cell: reader.text(),
      };
    case "ledger":
      return {
        kind,
        recordKind: reader.text(),
        record: reader.text(),
        field: reader.text(),
        value: readFieldValue(reader),
      };
    case "template":
      return {
        kind,
        name: reader.text(),
        sha: reader.u8() === 1 ? readSha(reader) : null,
      };
    case "backup":
      return { kind, entries: reader.u32() };
    case "batch":
      return {
        kind,
        entries: Array.from({ length: reader.count(4) }, () => readSha(reader)),
        files: reader.u32(),
        observations: reader.u32(),
        records: reader.u32(),
      };
    case "edits":
      return {
        kind,
        action: oneOf(reader.text(), editActions),
        observations: readObservations(reader),
      };
    case "comment":
      return { kind, key: keyText(readKey(reader)), text: reader.text() };
  }
}

function writeSha(writer: ByteWriter, sha: Sha256): void {
  if (!isSha256(sha)) throw new Error(`not a SHA-256: ${JSON.stringify(sha)}`);
  writer.text(sha);
}

function readSha(reader: ByteReader): Sha256 {
  const text = reader.text();
  if (!isSha256(text))
    throw new DamagedEntryError(`not a SHA-256: ${JSON.stringify(text)}`);
  return text;
}

function writeTexts(
  writer: ByteWriter,
  texts: Readonly<Record<string, string>>,
): void {
  const sorted = Object.entries(texts).sort(([a], [b]) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
  writer.u32(sorted.length);
  for (const [name, text] of sorted) {
    writer.text(name);
    writer.text(text);
  }
}

function readTexts(reader: ByteReader): Readonly<Record<string, string>> {
  const count = reader.count(8);
  const texts: [string, string][] = [];
  for (let index = 0; index < count; index += 1)
    texts.push([reader.text(), reader.text()]);
  return Object.fromEntries(texts);
}

function writeValue(writer: ByteWriter, value: number | string | null): void {
  writer.u8(value === null ? 0 : typeof value === "number" ? 1 : 2);
  if (typeof value === "number") writer.f64(value);
  else if (value !== null) writer.text(value);
}

function readValue(reader: ByteReader): number | string | null {
  const tag = reader.u8();
  return tag === 1 ? reader.f64() : tag === 2 ? reader.text() : null;
}
