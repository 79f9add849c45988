/*
 * npm run recognise-score [-- file…] [--verbose] [--json] [--changed[=WORDS]]
 *
 * Reads every labelled sheet of test/fixtures/sheets (or those whose path
 * contains one of the words given) and prints how much of it is recognised.
 * --changed tries on each of them what a clerk could change of it without
 * saying anything else (or the changes whose names hold WORDS), and prints what
 * is lost by that.
 */
import { learn } from "../src/engine.ts";
import { changes } from "./recognise-score/changed/changes.ts";
import { printChanged } from "./recognise-score/changed/print-changed.ts";
import { labelledFiles, shippedLists } from "./recognise-score/labels.ts";
import { printSecondTime } from "./recognise-score/print-second-time.ts";
import { type FileScore, scoreFile } from "./recognise-score/score-file.ts";
import {
  aims,
  type Summary,
  sumUp,
  worstFirst,
} from "./recognise-score/sum-up.ts";

const options = process.argv.slice(2);
const flags = new Set(options.filter((option) => option.startsWith("--")));
const words = options.filter((option) => !option.startsWith("--"));
const files = labelledFiles().filter(
  ({ path }) => words.length === 0 || words.some((word) => path.includes(word)),
);

const knowledge = learn(shippedLists());
const changed = options.find((option) => option.startsWith("--changed"));
if (changed !== undefined) {
  const wanted = changed.split("=")[1] ?? "";
  await printChanged(
    files,
    knowledge,
    changes.filter(({ group, name }) => `${group}: ${name}`.includes(wanted)),
    flags.has("--verbose"),
  );
  process.exit(0);
}
const scores: FileScore[] = [];
for (const file of files) scores.push(await scoreFile(file, knowledge));
const summary = sumUp(scores);

if (flags.has("--json"))
  console.log(JSON.stringify({ summary, aims, files: scores }, null, 1));
else {
  for (const score of scores) print(score);
  const sets = [...new Set(scores.map(({ set }) => set))];
  for (const set of sets)
    printSummary(
      `set ${set}`,
      sumUp(scores.filter((score) => score.set === set)),
    );
  printSummary("all", summary);
  await printSecondTime(files, knowledge);
  console.log("\nworst files");
  for (const score of worstFirst(scores).slice(0, 10))
    console.log(
      `  ${score.set}/${score.file}: ${score.silent.length} silent errors, ${score.missed.length} missed of ${score.expected}, ${score.questions.length} questions (${score.expectedQuestions} expected)`,
    );
}

function print(score: FileScore): void {
  const { right, expected, silent, missed, questions } = score;
  console.log(
    `${silent.length === 0 && missed.length === 0 ? "ok  " : "    "}recall ${share(right, expected)}  precision ${share(right, right + silent.length)}  questions ${questions.length}/${score.expectedQuestions}  ${score.set}/${score.file}`,
  );
  if (score.failure !== "") console.log(`      not read: ${score.failure}`);
  if (!flags.has("--verbose")) return;
  for (const { sheet, cell, expected: wanted, got } of missed)
    console.log(
      `      missed ${sheet}!${cell}: ${wanted}${got === "" ? "" : `\n             got ${got}`}`,
    );
  for (const { sheet, cell, got, expected: wanted } of silent)
    console.log(
      `      wrong  ${sheet}!${cell}: ${got}\n             ${wanted === "" ? "nothing is there" : `expected ${wanted}`}`,
    );
  for (const question of questions) console.log(`      asks   ${question}`);
}

function printSummary(name: string, one: Summary): void {
  const met = (yes: boolean): string => (yes ? "met" : "NOT met");
  console.log(`
${name}: ${one.files} files, ${one.sheets} sheets, ${one.expected} labelled cells
  recall     ${one.recall.toFixed(4)} (${one.right} of ${one.expected}); aim ${aims.recall} ${met(one.recall >= aims.recall)}
  precision  ${one.precision.toFixed(4)} (${one.silent} silent errors); aim ${aims.precision} ${met(one.precision >= aims.precision)}
  questions  ${one.questions}; files with a sheet that asks more than ${aims.questions}: ${one.askingTooMuch} ${met(one.askingTooMuch === 0)}; where nothing is to be bound: ${one.needless} ${met(one.needless === 0)}
  totals and ordinals bound as such: ${one.roles.right} of ${one.roles.expected}`);
}

function share(part: number, whole: number): string {
  return whole === 0 ? "  —   " : (part / whole).toFixed(4);
}
