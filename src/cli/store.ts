import { existsSync } from "node:fs";
import { Journal } from "../dataset/journal.ts";
import { openFolderStore } from "../storage/folder-store.ts";
import { Refusal } from "./context.ts";

/**
 * The journal kept in a folder. Only an import makes the folder.
 * @throws Refusal when it is to be read and is not there.
 */
export async function openStore(folder: string, make = false) {
  if (!make && !existsSync(folder))
    throw new Refusal("cli.file_not_found", { file: folder });
  return Journal.open(await openFolderStore(folder));
}
