import type { FileInput } from "../../worker/api.ts";

/** What was read of a drop or a choice, and what lay beside it and was left alone. */
export interface Picked {
  readonly files: readonly FileInput[];
  /** Names of files in folders that are no tables. */
  readonly skipped: readonly string[];
}

interface Found {
  readonly path: string;
  readonly file: File;
  readonly inFolder: boolean;
}

const tableEndings =
  /\.(xlsx|xlsm|xltx|xltm|xls|xlt|et|ett|ods|fods|csv|tsv|txt|html?|mht|xml)$/i;
/** Lock files of office programs, and what file systems leave behind. */
const leftovers = /(^|\/)(~\$|\.|Thumbs\.db$|desktop\.ini$)/i;

/** A file that a person chose alone is always read; of a folder only what looks like a table. */
export function isTableFile(path: string): boolean {
  return tableEndings.test(path) && !leftovers.test(path);
}

/** The files of a drop, folders walked to their ends. */
export async function readDrop(transfer: DataTransfer): Promise<Picked> {
  // Entries must be taken before the first await: the list is emptied after the event.
  const entries = [...transfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry());
  const loose = [...transfer.files];
  const known = entries.filter((entry) => entry !== null);
  if (known.length === 0) return readChosen(loose);
  const found: Found[] = [];
  for (const entry of known) await walk(entry, false, found);
  return read(found);
}

/** The files of an `<input type="file">`, with their paths when a folder was chosen. */
export function readChosen(files: readonly File[]): Promise<Picked> {
  return read(
    files.map((file) => ({
      file,
      path: file.webkitRelativePath || file.name,
      inFolder: file.webkitRelativePath !== "",
    })),
  );
}

async function read(found: readonly Found[]): Promise<Picked> {
  const files: FileInput[] = [];
  const skipped: string[] = [];
  for (const { path, file, inFolder } of found) {
    if (inFolder && !isTableFile(path)) {
      skipped.push(path);
      continue;
    }
    files.push({ name: path, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return { files, skipped };
}

async function walk(
  entry: FileSystemEntry,
  inFolder: boolean,
  found: Found[],
): Promise<void> {
  if (isFileEntry(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    found.push({ path: entry.fullPath.replace(/^\//, ""), file, inFolder });
  } else if (isDirectoryEntry(entry)) {
    for (const child of await children(entry)) await walk(child, true, found);
  }
}

/** A reader hands out at most a hundred entries at a time. */
async function children(
  directory: FileSystemDirectoryEntry,
): Promise<readonly FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) break;
    all.push(...some);
  }
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectoryEntry(
  entry: FileSystemEntry,
): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
