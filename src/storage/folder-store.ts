import { randomUUID } from "node:crypto";
import {
  mkdir,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { join } from "node:path";
import { isSha256 } from "../dataset/hash.ts";
import type { JournalStore } from "../dataset/store.ts";

const entrySuffix = ".bin";

/**
 * A journal in a folder: `entries/<id>.bin` and `blobs/<sha>`. Several programs
 * may append at once without locks, since a name fixes the bytes. Every file is
 * written under another name, flushed, then renamed, so a crash leaves whole
 * files only. The folder is made when it is not there.
 */
export async function openFolderStore(folder: string): Promise<JournalStore> {
  const entries = join(folder, "entries");
  const blobs = join(folder, "blobs");
  await mkdir(entries, { recursive: true });
  await mkdir(blobs, { recursive: true });
  return {
    persistent: true,
    async *readAll() {
      for (const name of (await readdir(entries)).sort()) {
        if (!name.endsWith(entrySuffix)) continue;
        const id = name.slice(0, -entrySuffix.length);
        if (!isSha256(id)) continue;
        const bytes = await readBytes(join(entries, name));
        if (bytes !== null) yield { id, bytes };
      }
    },
    append: (id, bytes) => writeWhole(entries, id + entrySuffix, bytes),
    async hasBlob(sha) {
      return (await sizeOf(join(blobs, sha))) !== null;
    },
    getBlob: (sha) => readBytes(join(blobs, sha)),
    putBlob: (sha, bytes) => writeWhole(blobs, sha, bytes),
    async *blobs() {
      for (const name of (await readdir(blobs)).sort())
        if (isSha256(name)) yield name;
    },
  };
}

async function writeWhole(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const temporary = join(folder, `.${name}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Makes the new name itself survive a crash. Windows cannot open a folder and keeps names without it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readBytes(path: string): Promise<Uint8Array | null> {
  try {
    const buffer = await readFile(path);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
