import type { AskedRole } from "../model/asked-role.ts";
import { periodFrom } from "../match/resolve-period.ts";
import type { BoundTable, Unmatched } from "../model/binding.ts";
import type { Sha256 } from "../model/codes.ts";
import { parsePeriod } from "../model/period.ts";
import { type Answer, isOfSender, type TableAsk } from "../model/profile.ts";
import { parseCellRef } from "../model/sheet.ts";
import { periodAnswer } from "./period-answer.ts";

/** What a person chose: a code of the role, or an empty one for "not ours". */
export interface Choice {
  readonly role: AskedRole;
  readonly code: string;
}

/**
 * The answers that a choice gives to a question of a table: one for each place
 * it is about, in words that the next sheet of the form has too.
 */
export function answersTo(
  { ask, bindings }: Pick<BoundTable, "ask" | "bindings">,
  question: Unmatched,
  choice: Choice,
  sha: Sha256,
): Answer[] {
  if (ask === undefined) return [];
  const cells = [question.cell, ...(question.also ?? [])];
  const found = cells.flatMap((cell) => {
    const place = ask.places.get(cell);
    return place === undefined ? [] : [{ cell, place }];
  });
  const places = found.map(({ place }) => place);
  const answers = found.map(({ cell, place }): Answer => {
    const { nth, ...all } = place;
    const several =
      places.filter(
        (other) => other.place === place.place && other.words === place.words,
      ).length > 1;
    // Rows of one name are one thing wherever they stand, until they are told apart.
    const apart =
      nth !== undefined &&
      !several &&
      (place.place !== "row" || isSaidOtherwise(ask, place.words, choice.code));
    const code =
      choice.role === "unit"
        ? unitChoice(choice.code, question)
        : choice.role === "period" && choice.code !== ""
          ? periodChoice(choice.code, place.place, ask)
          : choice.code;
    return {
      ...all,
      ...(apart ? { nth } : {}),
      asked: question.role,
      role: choice.role,
      choice: code,
      ...(code === "" && holdsNothing(cell, place.place, bindings)
        ? { whole: true as const }
        : {}),
      ...(isOfSender({ place: place.place, asked: question.role })
        ? { sender: ask.sender, files: [sha] }
        : choice.role === "period" && parsePeriod(code) !== null
          ? { files: [sha] }
          : {}),
    };
  });
  return withAnswers([], answers);
}

/** True for a column or a row without one value that is bound. */
function holdsNothing(
  cell: string,
  place: Answer["place"],
  bindings: BoundTable["bindings"],
): boolean {
  const at = parseCellRef(cell);
  if (at === null || (place !== "column" && place !== "row")) return false;
  return !bindings.some(
    ({ row, column, role }) =>
      role === "value" &&
      (place === "row" ? row === at.row : column === at.column),
  );
}

function isSaidOtherwise(
  { answers }: TableAsk,
  words: string,
  code: string,
): boolean {
  return answers.some(
    (answer) =>
      answer.place === "row" &&
      answer.words === words &&
      answer.choice !== code,
  );
}

/** Beside %, a bare number is a ratio. */
export function unitChoice(
  code: string,
  { candidates }: Pick<Unmatched, "candidates">,
): string {
  return code === "1" && candidates.includes("%") ? "ratio" : code;
}

function periodChoice(
  code: string,
  place: Answer["place"],
  { stated, rivals, months }: TableAsk,
): string {
  if (place !== "table") return periodAnswer(code, stated, []);
  const chosen = parsePeriod(code);
  if (rivals.length > 0 || chosen === null)
    return periodAnswer(code, [], rivals);
  // A year was chosen for 6月: the answer is June of that year.
  const whole = months === null ? null : periodFrom(months, { period: chosen });
  return whole?.code ?? code;
}

/** Answers with newer ones in place of those to the same question. */
export function withAnswers(
  known: readonly Answer[],
  fresh: readonly Answer[],
): Answer[] {
  let answers = [...known];
  for (const answer of fresh) {
    if (isOfSender(answer)) {
      answers = withSender(answers, answer);
      continue;
    }
    const at = answers.findIndex((other) => isSameQuestion(other, answer));
    const before = answers[at];
    if (before === undefined) answers.push(answer);
    else
      answers[at] =
        answer.files === undefined || before.choice !== answer.choice
          ? answer
          : {
              ...answer,
              files: [...new Set([...(before.files ?? []), ...answer.files])],
            };
  }
  return answers;
}

/** Whose the files of an answer are is said anew; what was said of others stays beside it, the newest last. */
function withSender(known: readonly Answer[], answer: Answer): Answer[] {
  const own = new Set(answer.files);
  const others = known.flatMap((other): Answer[] => {
    if (!isOfSender(other) || other.files === undefined) return [other];
    const files = other.files.filter((sha) => !own.has(sha));
    // What was never right for any file is taken back.
    return files.length === 0 ? [] : [{ ...other, files }];
  });
  const same = others.find((other) => isSameQuestion(other, answer));
  return [
    ...others.filter((other) => other !== same),
    { ...answer, files: [...(same?.files ?? []), ...own] },
  ];
}

/** True for answers to one question, whatever they say; of whose a sheet is, each sender's place is a question of its own. */
export function isSameQuestion(a: Answer, b: Answer): boolean {
  return (
    a.place === b.place &&
    a.words === b.words &&
    a.nth === b.nth &&
    a.asked === b.asked &&
    (!isOfSender(a) || (a.sender === b.sender && a.choice === b.choice))
  );
}
