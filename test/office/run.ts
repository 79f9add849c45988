import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { CellEdit } from "../../src/model/sheet.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { patchWorkbook } from "../../src/workbook/patch.ts";
import { freeEdits, twoEdits } from "../workbook/corpus/edits.ts";
import { corpus, type CorpusFile } from "../workbook/corpus/files.ts";
import { readWithSheetJs } from "../workbook/corpus/other-readers.ts";

/*
 * `npm run test:office`: every real workbook, with a number and a text written,
 * goes through LibreOffice, which must read both values and convert all that it
 * converts unedited. Too slow for every run. `DABIAO_CORPUS=dir:dir` takes other
 * folders than ../shared/corpus, `npm run test:office -- word` the files with
 * that word in their names. Exit code 1 when a file fails; 0 with a
 * sentence where LibreOffice or the workbooks are missing.
 */

const batchSize = 25;

/** Files whose edits are not found where they were written, and why. */
const explained = new Map([
  [
    "openxlsx-data/gh_issue_504.xlsx",
    "LibreOffice lays a pivot table out anew, over the cells below it",
  ],
  [
    "poi/64508.xlsx",
    "LibreOffice begins with a sheet Sheet1 of its own and gives the file's sheet1, whose name differs in case alone, another name",
  ],
]);

/** Only files whose name holds one of the words of the command line, if there are any. */
const words = process.argv.slice(2);
const files = corpus.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const work = mkdtempSync(join(tmpdir(), "dabiao-office-"));

interface Job {
  readonly file: CorpusFile;
  readonly edits: readonly CellEdit[];
  readonly path: string;
}

/** Milliseconds without a new file after which LibreOffice is taken to hang. */
const patience = 60_000;
let profile = 0;

/** Runs LibreOffice once over some workbooks, until it ends or hangs. */
function convert(paths: readonly string[], out: string): Promise<void> {
  const child = spawn(
    "soffice",
    [
      `-env:UserInstallation=file://${join(work, `profile-${profile}`)}`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      out,
      ...paths,
    ],
    { stdio: "ignore", detached: true },
  );
  return new Promise((resolve) => {
    let done = readdirSync(out).length;
    let since = Date.now();
    const watchdog = setInterval(() => {
      const now = readdirSync(out).length;
      if (now !== done) {
        done = now;
        since = Date.now();
      } else if (Date.now() - since > patience && child.pid !== undefined) {
        // A killed LibreOffice leaves its profile locked.
        profile += 1;
        process.kill(-child.pid, "SIGKILL");
      }
    }, 1000);
    const end = (): void => {
      clearInterval(watchdog);
      resolve();
    };
    child.on("exit", end);
    child.on("error", end);
  });
}

/** LibreOffice keeps the name and changes the ending. */
const outputName = (path: string): string =>
  `${basename(path).replace(/\.\w+$/, "")}.xlsx`;

const made = (path: string, out: string): boolean =>
  existsSync(join(out, outputName(path)));

/** Converts in one call; the first that did not come out is tried alone, then the rest again. */
async function convertAll(
  paths: readonly string[],
  out: string,
): Promise<void> {
  if (paths.length === 0) return;
  await convert(paths, out);
  const left = paths.filter((path) => !made(path, out));
  if (left.length === 0 || paths.length === 1) return;
  await convertAll(left.slice(0, 1), out);
  await convertAll(left.slice(1), out);
}

/** An edited copy of a workbook; null for one that does not open or has no sheet to edit. */
async function edit(file: CorpusFile, number: number): Promise<Job | null> {
  const bytes = file.read();
  const { workbook } = await openWorkbook(bytes, { file: file.name });
  const sheet =
    workbook?.sheets.find((one) => twoEdits(one).length > 1) ??
    workbook?.sheets[0];
  if (sheet === undefined) return null;
  const edits = await freeEdits(bytes, sheet);
  const patched = await patchWorkbook(bytes, edits);
  if (patched.refused.length > 0) return null;
  const path = join(
    work,
    "edited",
    `${number}${/\.\w+$/.exec(file.path)?.[0] ?? ""}`,
  );
  writeFileSync(path, patched.bytes);
  return { file, edits, path };
}

/** What LibreOffice made of the edits, where that is not what was written. */
async function misread({ edits, path }: Job, out: string): Promise<string[]> {
  const reading = await readWithSheetJs(
    new Uint8Array(readFileSync(join(out, outputName(path)))),
  );
  return edits.flatMap((one) => {
    const got = reading.value(one.sheet, one.row, one.column);
    return "value" in one && got === one.value
      ? []
      : [`${one.sheet} ${one.row},${one.column}: ${String(got)}`];
  });
}

/** True when LibreOffice converts the workbook as it was. */
async function convertsUnedited({ file, path }: Job): Promise<boolean> {
  const copy = join(work, "unedited", basename(path));
  writeFileSync(copy, file.read());
  const out = join(work, "unedited-out");
  await convertAll([copy], out);
  return made(copy, out);
}

async function main(): Promise<number> {
  if (spawnSync("soffice", ["--version"]).status !== 0) {
    console.log("skipped: LibreOffice (soffice) is not installed");
    return 0;
  }
  if (corpus.length === 0) {
    console.log("skipped: ../shared/corpus is not there");
    return 0;
  }
  for (const folder of ["edited", "out", "unedited", "unedited-out"])
    mkdirSync(join(work, folder));
  const out = join(work, "out");
  const jobs: Job[] = [];
  for (const [number, file] of files.entries()) {
    const job = await edit(file, number);
    if (job !== null) jobs.push(job);
  }
  const failures: string[] = [];
  const neither: string[] = [];
  let converted = 0;
  let edits = 0;
  for (let from = 0; from < jobs.length; from += batchSize) {
    const batch = jobs.slice(from, from + batchSize);
    await convertAll(
      batch.map(({ path }) => path),
      out,
    );
    for (const job of batch) {
      if (made(job.path, out)) {
        converted += 1;
        edits += job.edits.length;
        const faults = await misread(job, out);
        const reason = explained.get(job.file.name);
        if (faults.length > 0 && reason !== undefined)
          console.log(`${job.file.name}: ${reason}`);
        else
          for (const fault of faults)
            failures.push(`${job.file.name}: ${fault}`);
      } else if (await convertsUnedited(job))
        failures.push(`${job.file.name}: converts only unedited`);
      else neither.push(job.file.name);
    }
    console.log(`${from + batch.length} of ${jobs.length}`);
  }
  for (const name of neither)
    console.log(`${name}: LibreOffice converts it neither way`);
  for (const failure of failures) console.error(failure);
  console.log(
    `${files.length} workbooks, ${jobs.length} edited, ${converted} converted by LibreOffice, ` +
      `${edits} edited cells checked, ${neither.length} it converts neither way, ${failures.length} failures`,
  );
  return failures.length === 0 && converted > 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} finally {
  rmSync(work, { recursive: true, force: true });
}
