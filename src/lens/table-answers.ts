import type { Unmatched } from "../model/binding.ts";
import type { Answer, Profile, QuestionPlace } from "../model/profile.ts";
import { parsePeriod } from "../model/period.ts";
import { cellRef, parseCellRef } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { periodThatFollows } from "./period-answer.ts";
import { QuestionPlaces } from "./question-places.ts";
import { type Settled, settledBy } from "./settled.ts";

/** What a person said about the places of one table, looked up by its headers. */
export class TableAnswers {
  readonly #table: Table;
  #known: QuestionPlaces | null = null;
  readonly #answers: readonly Answer[];
  readonly #sha: string;
  readonly #settled = new Map<string, Settled | undefined>();

  constructor(table: Table, profile: Profile | undefined, sha: string) {
    this.#table = table;
    this.#answers = profile?.answers ?? [];
    this.#sha = sha;
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

  /** The answer about the whole table; one that has rivals decides nothing. */
  ofTable(role: Answer["role"]): Answer | undefined {
    return this.#answers.find(
      (answer) =>
        answer.place === "table" &&
        answer.role === role &&
        answer.choice !== "" &&
        answer.rivals === undefined,
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
    return this.#about(this.#placeAt(cell, text)).some(
      ({ asked, choice, rivals }) =>
        asked === role && choice === "" && rivals === undefined,
    );
  }

  /** What to offer first: choices that compete, or the period that follows the last one. */
  #knownFor(cell: string, { role, text }: Unmatched): string[] {
    const answer = this.#about(this.#placeAt(cell, text)).find(
      ({ asked }) => asked === role,
    );
    if (answer === undefined) return [];
    if (answer.rivals !== undefined) return [answer.choice, ...answer.rivals];
    if (answer.role !== "period" || parsePeriod(answer.choice) === null)
      return [];
    return [periodThatFollows(answer.choice) ?? answer.choice];
  }
}
