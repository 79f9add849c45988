import {
  contradictedForms,
  withheldFrom,
} from "../dataset/contradicted-forms.ts";
import type { Knowledge, Reading } from "../engine.ts";
import { readAgain } from "../engine.ts";
import {
  answersTo,
  isSameQuestion,
  withAnswers,
} from "../lens/answer-question.ts";
import { drawnProfile } from "../lens/drawn-tables.ts";
import type {
  Answer,
  Profile,
  Profiles,
  TableShape,
} from "../model/profile.ts";
import type { CellRange } from "../model/sheet.ts";
import type { State } from "../model/state.ts";
import { linesOf } from "../table/lines.ts";
import { overlap } from "../table/lines-within.ts";
import type { CellLooks } from "../workbook/cell-looks.ts";
import type { Assume, FileInput } from "./file-input.ts";
import type {
  ReviewAnswer,
  ReviewChoice,
  ReviewQuestion,
} from "./review-api.ts";
import type { ReviewSheetPlace, ReviewTablePlace } from "./review-sheet-api.ts";
import { answeredIn, answersById } from "./review-answers.ts";
import { questionsIn, tablesAsking } from "./review-questions.ts";

/** Files under review with what was answered about them; nothing is stored yet. */
export class ReviewSession {
  readonly id: string;
  readonly files: readonly FileInput[];
  readonly assume: Assume;
  /** How the cells of each file look, by its name. */
  readonly looks: ReadonlyMap<string, CellLooks>;
  #saved: Profiles;
  #profiles: Profiles;
  #readings: readonly Reading[];
  /** Forms for which what was answered about other files is only offered, by file. */
  readonly #withheld = new Map<string, ReadonlySet<string>>();

  constructor(
    id: string,
    files: readonly FileInput[],
    assume: Assume,
    saved: Profiles,
    readings: readonly Reading[],
    looks: ReadonlyMap<string, CellLooks> = new Map(),
  ) {
    this.id = id;
    this.files = files;
    this.assume = assume;
    this.#saved = saved;
    this.#profiles = saved;
    this.#readings = readings;
    this.looks = looks;
  }

  get readings(): readonly Reading[] {
    return this.#readings;
  }

  get questions(): readonly ReviewQuestion[] {
    return questionsIn(this.#readings);
  }

  get answered(): readonly ReviewAnswer[] {
    return answeredIn(this.#readings, this.#saved);
  }

  /** The profiles that differ from the saved ones, with the readings of their form. */
  get changed(): readonly Profile[] {
    return [...this.#profiles.values()].filter((profile) => {
      const saved = this.#saved.get(profile.form);
      return saved !== profile && (saved !== undefined || !isEmpty(profile));
    });
  }

  /** The profiles that were changed or made for tables of the form. */
  tablesOf(form: string) {
    return this.#readings.flatMap(({ tables }) =>
      tables.filter(({ ask }) => ask?.form === form),
    );
  }

  /** Answers a question, in every table that asks it; returns the names of the files that are read anew. */
  answer(
    question: string,
    choice: ReviewChoice,
    knowledge: Knowledge,
  ): ReadonlySet<string> {
    const profiles = new Map(this.#profiles);
    const forms = new Set<string>();
    for (const { reading, table, asked } of tablesAsking(
      this.#readings,
      question,
    )) {
      const form = table.ask?.form;
      if (form === undefined) continue;
      forms.add(form);
      const known = profiles.get(form);
      profiles.set(form, {
        ...known,
        form,
        answers: withAnswers(
          known?.answers ?? [],
          answersTo(table, asked, choice, reading.sha),
        ),
      });
    }
    return this.#settle(profiles, forms, knowledge);
  }

  /** Takes answers back, those saved before too. */
  takeBack(answer: string, knowledge: Knowledge): ReadonlySet<string> {
    const found = answersById(this.#readings, this.#saved, answer);
    const profiles = new Map(this.#profiles);
    const forms = new Set<string>();
    for (const [form, gone] of found) {
      const known = profiles.get(form);
      if (known === undefined) continue;
      forms.add(form);
      profiles.set(form, { ...known, answers: without(known.answers, gone) });
    }
    return this.#settle(profiles, forms, knowledge);
  }

  /** Asks anew whose a sheet is where the answer about another one of its form gives figures that the stored ones contradict. */
  doubt(state: State, knowledge: Knowledge): void {
    const found = contradictedForms(this.#readings, state);
    for (const [file, forms] of found) this.#withheld.set(file, forms);
    this.#read(({ file }) => found.has(file), knowledge);
  }

  /** Corrects a table and all of its form; null takes the corrections back. */
  reshape(
    place: ReviewTablePlace,
    shape: TableShape | null,
    knowledge: Knowledge,
  ): ReadonlySet<string> {
    const form = this.#tableAt(place)?.ask?.form;
    if (form === undefined) return new Set();
    const { shape: _, ...known } = this.#profiles.get(form) ?? {
      form,
      answers: [],
    };
    const profiles = new Map(this.#profiles);
    profiles.set(form, shape === null ? known : { ...known, shape });
    return this.#settle(profiles, new Set([form]), knowledge);
  }

  /** Takes a rectangle of a sheet for a table, in place of those drawn there before; null where it has no words to know its header by. */
  draw(
    { file, sheet }: ReviewSheetPlace,
    range: CellRange,
    knowledge: Knowledge,
  ): ReadonlySet<string> | null {
    const reading = this.#readings.find((one) => one.file === file);
    const view = reading?.workbook?.sheets[sheet];
    if (reading?.workbook == null || view === undefined) return new Set();
    const profile = drawnProfile(
      range,
      linesOf(view, reading.workbook.date1904),
      knowledge.matcher,
    );
    if (profile === null) return null;
    const profiles = new Map(this.#profiles);
    const forms = new Set([profile.form]);
    for (const { part, ask } of reading.tables)
      if (
        part === view.part &&
        ask?.drawn === true &&
        overlap(ask.edges, range)
      ) {
        forms.add(ask.form);
        this.#forget(profiles, ask.form);
      }
    profiles.set(profile.form, profile);
    this.#profiles = profiles;
    return this.#read(
      (one) =>
        one.file === file ||
        one.tables.some(({ ask }) => forms.has(ask?.form ?? "")),
      knowledge,
    );
  }

  /** Takes back that a person drew a table, with what was said of it. */
  erase(place: ReviewTablePlace, knowledge: Knowledge): ReadonlySet<string> {
    const form = this.#tableAt(place)?.ask?.form;
    if (form === undefined) return new Set();
    const profiles = new Map(this.#profiles);
    this.#forget(profiles, form);
    return this.#settle(profiles, new Set([form]), knowledge);
  }

  #forget(profiles: Map<string, Profile>, form: string): void {
    // An empty one takes the saved one back.
    if (this.#saved.has(form)) profiles.set(form, { form, answers: [] });
    else profiles.delete(form);
  }

  #tableAt({ file, sheet, table }: ReviewTablePlace) {
    const reading = this.#readings.find((one) => one.file === file);
    const part = reading?.workbook?.sheets[sheet]?.part;
    return reading?.tables.filter((one) => one.part === part)[table];
  }

  /** Reads every file anew with other knowledge and other saved profiles; what was answered here stays. */
  refresh(saved: Profiles, knowledge: Knowledge): ReadonlySet<string> {
    const own = this.changed.map((profile): [string, Profile] => [
      profile.form,
      profile,
    ]);
    this.#saved = saved;
    this.#profiles = new Map([...saved, ...own]);
    return this.#read(() => true, knowledge);
  }

  #settle(
    profiles: Profiles,
    forms: ReadonlySet<string>,
    knowledge: Knowledge,
  ): ReadonlySet<string> {
    this.#profiles = profiles;
    return this.#read(
      ({ tables }) => tables.some(({ ask }) => forms.has(ask?.form ?? "")),
      knowledge,
    );
  }

  #read(
    which: (reading: Reading) => boolean,
    knowledge: Knowledge,
  ): ReadonlySet<string> {
    const names = new Set<string>();
    this.#readings = this.#readings.map((reading) => {
      if (!which(reading)) return reading;
      names.add(reading.file);
      return readAgain(knowledge, reading, {
        assume: this.assume,
        profiles: this.#profilesFor(reading.file),
      });
    });
    return names;
  }

  #profilesFor(file: string): Profiles {
    const withheld = this.#withheld.get(file);
    return withheld === undefined
      ? this.#profiles
      : withheldFrom(this.#profiles, withheld);
  }
}

function isEmpty({ answers, shape, drawn }: Profile): boolean {
  return answers.length === 0 && shape === undefined && drawn === undefined;
}

function without(
  answers: readonly Answer[],
  gone: readonly Answer[],
): readonly Answer[] {
  return answers.filter(
    (answer) => !gone.some((other) => isSameQuestion(answer, other)),
  );
}
