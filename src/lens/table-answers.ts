import type { Unmatched } from "../model/binding.ts";
import {
  type Answer,
  isOfSender,
  type Profile,
  type QuestionPlace,
} from "../model/profile.ts";
import { parsePeriod } from "../model/period.ts";
import { cellRef, parseCellRef } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { takeHidden } from "./hidden-values.ts";
import { periodThatFollows } from "./period-answer.ts";
import { QuestionPlaces } from "./question-places.ts";
import { type Settled, settledBy } from "./settled.ts";

/** What a person said about the places of one table, looked up by its headers. */
export class TableAnswers {
  readonly #table: Table;
  #known: QuestionPlaces | null = null;
  readonly #answers: readonly Answer[];
  readonly #sha: string;
  readonly #sender: string;
  readonly #withheld: boolean;
  readonly #settled = new Map<string, Settled | undefined>();
  readonly #hidden = new Map<string, boolean>();

  /** `sender` and `sha` are the mark and the file of the sheet in hand. */
  constructor(
    table: Table,
    profile: Profile | undefined,
    sha: string,
    sender: string,
  ) {
    this.#table = table;
    this.#answers = profile?.answers ?? [];
    this.#sha = sha;
    this.#sender = sender;
    this.#withheld = profile?.withheld === true;
  }

  /** Worked out when first asked for: most tables ask nothing. */
  get #places(): QuestionPlaces {
    this.#known ??= new QuestionPlaces(this.#table);
    return this.#known;
  }

  get none(): boolean {
    return this.#answers.length === 0;
  }

  /** What was said of the column or row with this head. */
  at({ row, column, text }: HeaderText): Settled | undefined {
    if (this.none) return undefined;
    const cell = cellRef(row, column);
    if (!this.#settled.has(cell)) {
      const place = this.#places.at(cell, row, column, text);
      this.#settled.set(
        cell,
        place.place === "column" || place.place === "row"
          ? settledBy(this.#about(place), this.#sha)
          : undefined,
      );
    }
    return this.#settled.get(cell);
  }

  /** True where the numbers under a head are wanted though their format hides them. */
  takesHidden({ row, column, text }: HeaderText): boolean {
    if (this.none) return false;
    const cell = cellRef(row, column);
    let taken = this.#hidden.get(cell);
    if (taken === undefined) {
      taken = this.#about(this.#places.at(cell, row, column, text)).some(
        ({ asked, choice }) => asked === "value" && choice === takeHidden,
      );
      this.#hidden.set(cell, taken);
    }
    return taken;
  }

  /** The answers that hold for this sheet: not those about whose the sheets of others are. */
  get holding(): readonly Answer[] {
    if (!this.#answers.some(isOfSender)) return this.#answers;
    const own = this.#ofSender();
    return this.#answers.filter(
      (answer) => !isOfSender(answer) || answer === own,
    );
  }

  /** True where the sheet's place or time is taken from another file's answer. */
  get carried(): boolean {
    return this.#answers.some(
      (answer) =>
        answer.place === "table" &&
        (answer.role === "region" || answer.role === "period") &&
        answer.files?.includes(this.#sha) === false &&
        this.ofTable(answer.role) === answer,
    );
  }

  /** Whose the sheet is: what was said of this file, or of all others with its mark. */
  #ofSender(): Answer | undefined {
    const all = this.#answers.filter(
      (answer) => isOfSender(answer) && answer.sender !== undefined,
    );
    const said = all.findLast(({ files }) => files?.includes(this.#sha));
    if (said !== undefined || this.#withheld) return said;
    const own = all.filter(({ sender }) => sender === this.#sender);
    return new Set(own.map(({ choice }) => choice)).size === 1
      ? own.at(-1)
      : undefined;
  }

  /** The answer about the whole table; one that has rivals decides nothing. */
  ofTable(role: Answer["role"]): Answer | undefined {
    if (role === "region") {
      const own = this.#ofSender();
      return own?.role === role && own.choice !== "" ? own : undefined;
    }
    return this.#answers.find(
      (answer) =>
        answer.place === "table" &&
        answer.role === role &&
        answer.choice !== "" &&
        answer.rivals === undefined &&
        (!this.#withheld ||
          role !== "period" ||
          answer.files?.includes(this.#sha) !== false),
    );
  }

  /** The questions that are left, and with what was chosen before as candidates. */
  left(asked: readonly Unmatched[]): Unmatched[] {
    if (this.none) return [...asked];
    return asked.flatMap((question) => {
      const [cell, ...also] = [question.cell, ...(question.also ?? [])].filter(
        (one) => !this.#isLeftOut(one, question),
      );
      if (cell === undefined) return [];
      const { also: _, ...rest } = question;
      const known = this.#knownFor(cell, question);
      return [
        {
          ...rest,
          cell,
          candidates: [...new Set([...known, ...question.candidates])],
          ...(also.length === 0 ? {} : { also }),
        },
      ];
    });
  }

  /** The place of each cell of a question. */
  placesOf(question: Unmatched): ReadonlyMap<string, QuestionPlace> {
    return new Map(
      [question.cell, ...(question.also ?? [])].map((cell) => [
        cell,
        this.#placeAt(cell, question.text),
      ]),
    );
  }

  #placeAt(cell: string, text: string): QuestionPlace {
    const { row, column } = parseCellRef(cell) ?? { row: 0, column: 0 };
    return this.#places.at(cell, row, column, text);
  }

  #about(place: QuestionPlace): Answer[] {
    const same = this.#answers.filter(
      (answer) => answer.place === place.place && answer.words === place.words,
    );
    const own = same.filter(
      ({ nth }) => nth !== undefined && nth === place.nth,
    );
    return [
      ...own,
      ...same.filter(
        ({ nth, asked }) =>
          nth === undefined && !own.some((answer) => answer.asked === asked),
      ),
    ];
  }

  #isLeftOut(cell: string, { role, text }: Unmatched): boolean {
    const place = this.#placeAt(cell, text);
    if (isOfSender({ ...place, asked: role }))
      return this.#ofSender()?.choice === "";
    return this.#about(place).some(
      ({ asked, choice, rivals }) =>
        asked === role && choice === "" && rivals === undefined,
    );
  }

  /** What to offer first: choices that compete, places of other sheets of the form, or the period that follows the last one. */
  #knownFor(cell: string, { role, text }: Unmatched): string[] {
    const place = this.#placeAt(cell, text);
    const answers = this.#about(place).filter(({ asked }) => asked === role);
    if (isOfSender({ ...place, asked: role }))
      return answers
        .reverse()
        .flatMap(({ choice, rivals = [] }) => [choice, ...rivals])
        .filter((code) => code !== "");
    const [answer] = answers;
    if (answer === undefined) return [];
    if (answer.rivals !== undefined) return [answer.choice, ...answer.rivals];
    if (answer.role !== "period" || parsePeriod(answer.choice) === null)
      return [];
    return [periodThatFollows(answer.choice) ?? answer.choice];
  }
}
