import { bombs } from "./bombs.ts";
import { containers } from "./containers.ts";
import type { HostileFile } from "./hostile-file.ts";
import { notWorkbooks } from "./not-workbooks.ts";
import { oddSheets } from "./odd-sheets.ts";

export type { ExpectedIssue, HostileFile } from "./hostile-file.ts";

/** Every hostile file there is, each made when it is asked for. Names are unique. */
export function* hostileFiles(): Iterable<HostileFile> {
  yield* notWorkbooks();
  yield* containers();
  yield* oddSheets();
  yield* bombs();
}
