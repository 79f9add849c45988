import { type Zippable, zipSync } from "fflate";
import type { Sha256 } from "../model/codes.ts";
import type { Issue, Params } from "../model/issue.ts";
import { findZipEntries } from "./find-zip-entries.ts";
import { isSha256, sha256Hex } from "./hash.ts";
import type { JournalStore, StoredBytes } from "./store.ts";

/** Everything a backup holds whose bytes agree with their name. */
export interface BackupContents {
  readonly entries: readonly StoredBytes[];
  readonly blobs: readonly {
    readonly sha: Sha256;
    readonly bytes: Uint8Array;
  }[];
  readonly issues: readonly Issue[];
}

interface Manifest {
  readonly format: string;
  readonly version: number;
  readonly entries: readonly Sha256[];
  readonly blobs: readonly Sha256[];
}

const format = "dabiao-journal";
const version = 1;
/** Zip dates are local time without a zone; a fixed one keeps backups reproducible. */
const mtime = "1980-01-01T12:00:00";

/**
 * A whole store as one zip: the manifest, then every entry and every file under
 * its SHA-256. The same contents always give the same bytes. `also` are entries
 * that the store does not hold yet.
 */
export async function writeBackup(
  store: JournalStore,
  also: readonly StoredBytes[] = [],
): Promise<Uint8Array> {
  const entries = new Map<Sha256, Uint8Array>();
  for await (const { id, bytes } of store.readAll()) entries.set(id, bytes);
  for (const { id, bytes } of also) entries.set(id, bytes);
  const blobs = new Map<Sha256, Uint8Array>();
  for await (const sha of store.blobs()) {
    const bytes = await store.getBlob(sha);
    if (bytes !== null) blobs.set(sha, bytes);
  }
  const ids = [...entries.keys()].sort();
  const shas = [...blobs.keys()].sort();
  const manifest: Manifest = { format, version, entries: ids, blobs: shas };
  const list = new TextEncoder().encode(JSON.stringify(manifest));
  const files: Zippable = {
    [`manifest/${sha256Hex(list)}`]: [list, { level: 6, mtime }],
  };
  for (const id of ids)
    files[`entries/${id}`] = [
      entries.get(id) ?? new Uint8Array(),
      { level: 6, mtime },
    ];
  for (const sha of shas) {
    const bytes = blobs.get(sha) ?? new Uint8Array();
    files[`blobs/${sha}`] = [bytes, { level: isZip(bytes) ? 0 : 6, mtime }];
  }
  return zipSync(files);
}

/**
 * Reads a backup, a damaged or cut-off one as far as it goes. Every entry and
 * file is checked against its name; what is damaged or missing is named in the
 * issues.
 */
export function readBackup(bytes: Uint8Array): BackupContents {
  const sound = new Map<string, Uint8Array>();
  const damaged = new Set<string>();
  let manifest: Manifest | null = null;
  findZipEntries(bytes, isBackupName, (name, data) => {
    const folder = name.slice(0, name.indexOf("/"));
    const whole = data !== null && name === `${folder}/${sha256Hex(data)}`;
    if (!whole) damaged.add(name);
    else if (folder === "manifest") manifest = parseManifest(data);
    else sound.set(name, data);
    return whole;
  });
  // The callback assigned it, which the compiler does not see.
  const known = manifest as Manifest | null;

  if (known !== null && known.version > version)
    return refused("journal.newer_backup", { version: known.version });
  if (known === null && sound.size === 0 && damaged.size === 0)
    return refused("journal.not_a_backup");
  const issues: Issue[] = [];
  if (known === null)
    issues.push({ code: "journal.damaged_manifest", severity: "warning" });
  const expected =
    known === null
      ? [...damaged].filter((name) => !name.startsWith("manifest/"))
      : [
          ...known.entries.map((id) => `entries/${id}`),
          ...known.blobs.map((sha) => `blobs/${sha}`),
        ];
  for (const name of expected.sort())
    if (!sound.has(name)) issues.push(lost(name, damaged.has(name)));
  return {
    entries: inFolder(sound, "entries").map(([id, data]) => ({
      id,
      bytes: data,
    })),
    blobs: inFolder(sound, "blobs").map(([sha, data]) => ({
      sha,
      bytes: data,
    })),
    issues,
  };
}

function refused(code: string, params: Params = {}): BackupContents {
  return {
    entries: [],
    blobs: [],
    issues: [{ code, severity: "error", params }],
  };
}

function lost(name: string, damaged: boolean): Issue {
  const [folder = "", id = ""] = name.split("/");
  const what = folder === "entries" ? "entry" : "blob";
  return {
    code: `journal.${damaged ? "damaged" : "missing"}_${what}`,
    severity: "error",
    params: { id },
  };
}

function inFolder(
  sound: ReadonlyMap<string, Uint8Array>,
  folder: string,
): readonly (readonly [Sha256, Uint8Array])[] {
  return [...sound]
    .filter(([name]) => name.startsWith(`${folder}/`))
    .map(([name, bytes]) => [name.slice(folder.length + 1), bytes] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Adds what the store lacks: files first, so that no entry points at nothing. */
export async function restoreBackup(
  store: JournalStore,
  contents: BackupContents,
): Promise<void> {
  for (const { sha, bytes } of contents.blobs) await store.putBlob(sha, bytes);
  for (const { id, bytes } of contents.entries) await store.append(id, bytes);
}

function isBackupName(name: string): boolean {
  const [folder = "", sha = "", rest] = name.split("/");
  return (
    ["manifest", "entries", "blobs"].includes(folder) &&
    isSha256(sha) &&
    rest === undefined
  );
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function parseManifest(bytes: Uint8Array): Manifest | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null) return null;
  const fields = parsed as Partial<Record<keyof Manifest, unknown>>;
  if (fields.format !== format || typeof fields.version !== "number")
    return null;
  return {
    format,
    version: fields.version,
    entries: shaList(fields.entries),
    blobs: shaList(fields.blobs),
  };
}

function shaList(value: unknown): readonly Sha256[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (item): item is string => typeof item === "string" && isSha256(item),
  );
}
