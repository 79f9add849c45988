import {
  contradictedForms,
  hasCarried,
  withheldFrom,
} from "../dataset/contradicted-forms.ts";
import {
  type Assumptions,
  type Knowledge,
  readAgain,
  type Reading,
} from "../engine.ts";
import type { Issue } from "../model/issue.ts";
import type { State } from "../model/state.ts";

export interface CheckedSenders {
  readonly readings: readonly Reading[];
  readonly issues: readonly Issue[];
}

/**
 * Whose a nameless sheet is, and of when, may be known from an answer about
 * another file. Where its figures contradict those stored, or those of a file
 * beside it, the answer is not taken and a warning says so; the sheet is read
 * anew without it. `state` is null where no journal is named: then only the
 * files are compared, and it is said that nothing else was.
 */
export function checkSenders(
  knowledge: Knowledge,
  readings: readonly Reading[],
  assume: Assumptions,
  state: Pick<State, "observations"> | null,
): CheckedSenders {
  const found = contradictedForms(
    readings,
    state ?? { observations: new Map() },
  );
  const issues: Issue[] = readings.flatMap(({ file, ...reading }): Issue[] =>
    found.has(file)
      ? [{ code: "cli.sender_doubted", severity: "warning", file }]
      : state === null && hasCarried(reading)
        ? [{ code: "cli.sender_unchecked", severity: "info", file }]
        : [],
  );
  return {
    readings: readings.map((reading) => {
      const forms = found.get(reading.file);
      return forms === undefined
        ? reading
        : readAgain(knowledge, reading, {
            assume,
            profiles: withheldFrom(knowledge.profiles ?? new Map(), forms),
          });
    }),
    issues,
  };
}
