import type { Reading } from "../engine.ts";
import { type Answer, isOfSender, type Profiles } from "../model/profile.ts";
import type { ReviewAnswer } from "./review-api.ts";

interface Given {
  readonly form: string;
  readonly answer: Answer;
}

/** What was answered for the forms of a review; answers of one form that say the same are one. */
export function answeredIn(
  readings: readonly Reading[],
  saved: Profiles,
): ReviewAnswer[] {
  const figures = new Set(
    readings.flatMap(({ tables }) =>
      tables.flatMap(({ ask, orientation }) =>
        ask === undefined || orientation === "records" ? [] : [ask.form],
      ),
    ),
  );
  return [...grouped(readings, saved)].flatMap(([id, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const { answer } = first;
    return {
      id,
      asked: answer.asked,
      role: answer.role,
      place: answer.place,
      path: answer.words,
      choice: answer.choice,
      count: group.length,
      ledgers:
        isOfSender(answer) && group.every(({ form }) => !figures.has(form)),
      saved: isSaved(first, saved),
    };
  });
}

/** The answers behind an id, by form. */
export function answersById(
  readings: readonly Reading[],
  saved: Profiles,
  id: string,
): ReadonlyMap<string, readonly Answer[]> {
  const byForm = new Map<string, Answer[]>();
  for (const { form, answer } of grouped(readings, saved).get(id) ?? []) {
    const known = byForm.get(form);
    if (known === undefined) byForm.set(form, [answer]);
    else known.push(answer);
  }
  return byForm;
}

function grouped(
  readings: readonly Reading[],
  saved: Profiles,
): ReadonlyMap<string, readonly Given[]> {
  const answers = new Map<string, Set<Answer>>();
  for (const { tables } of readings)
    for (const { ask } of tables) {
      if (ask === undefined) continue;
      const known = answers.get(ask.form);
      if (known === undefined) answers.set(ask.form, new Set(ask.answers));
      else for (const answer of ask.answers) known.add(answer);
    }
  const groups = new Map<string, Given[]>();
  for (const [form, set] of answers)
    for (const answer of set) {
      const given = { form, answer };
      const id = idOf(given, isSaved(given, saved));
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [given]);
      else group.push(given);
    }
  return groups;
}

function idOf(
  { form, answer: { asked, role, choice, place, rivals } }: Given,
  known: boolean,
): string {
  const whole =
    place === "table" && (role === "region" || role === "period") ? "" : form;
  return JSON.stringify([whole, asked, role, choice, place, known, rivals]);
}

function isSaved({ form, answer }: Given, saved: Profiles): boolean {
  return saved.get(form)?.answers.includes(answer) === true;
}
