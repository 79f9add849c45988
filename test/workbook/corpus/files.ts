import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";

/** A real workbook to try the laws on. */
export interface CorpusFile {
  /** Path below its folder's parent, `poi/a.xlsx`. */
  readonly name: string;
  readonly path: string;
  read(): Uint8Array;
}

const named = (process.env["DABIAO_CORPUS"] ?? "")
  .split(":")
  .filter((folder) => folder !== "");

/** True when the folders are somebody's own, whose oddities no list here explains. */
export const foreign = named.length > 0;

/** The .xlsx and .xlsm under the folders of `DABIAO_CORPUS` (`dir:dir`), or under `../shared/corpus`; none when that is not there. */
export const corpus: readonly CorpusFile[] = foreign
  ? named.flatMap((folder) => filesIn(resolve(folder), `${basename(folder)}/`))
  : filesIn(resolve("../shared/corpus"), "");

function filesIn(root: string, prefix: string): CorpusFile[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => /\.xls[xm]$/i.test(name))
    .filter((name) => statSync(join(root, name)).isFile())
    .sort()
    .map((name) => ({
      name: prefix + name,
      path: join(root, name),
      read: () => new Uint8Array(readFileSync(join(root, name))),
    }));
}
