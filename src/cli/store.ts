import { Journal } from "../dataset/journal.ts";
import { openFolderStore } from "../storage/folder-store.ts";

/** The journal kept in a folder; the folder is made when it is first written to. */
export async function openStore(folder: string) {
  return Journal.open(await openFolderStore(folder));
}
