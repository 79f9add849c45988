import type { Facets } from "../../model/facets.ts";
import type { Matcher } from "../../match/matcher.ts";
import { classColumns } from "../class-columns.ts";
import { completedNames } from "../completed-names.ts";
import { namingWords } from "../naming-words.ts";
import type { StandingHead } from "./read-heads.ts";

/** Headers whose names are whole, and what of them no list has. */
export interface NamedHeads {
  readonly heads: readonly StandingHead[];
  /** Places of classes of water that no list counts so: the share of Ⅳ类. */
  readonly unlistedClasses: ReadonlySet<number>;
  /** Places of work done that no list counts: 已完成整治 behind 黑臭水体数. */
  readonly unlistedWork: ReadonlySet<number>;
}

/** Completes the names that headers leave half to what stands around them: `headings` first, then the lines of `meta`. */
export function namedHeads(
  heads: readonly StandingHead[],
  headings: readonly string[],
  meta: readonly string[],
  matcher: Matcher,
): NamedHeads {
  const classes = classColumns(heads, [...headings, ...meta], matcher);
  const completed = completedNames(heads, headings.map(namingWords), matcher);
  return {
    heads: heads.map((head, at) => {
      const named =
        head.settled === undefined
          ? (classes.get(at) ?? completed.get(at) ?? undefined)
          : undefined;
      return named === undefined ? head : withName(head, named);
    }),
    unlistedClasses: unlistedIn(classes),
    unlistedWork: unlistedIn(completed),
  };
}

function withName(head: StandingHead, named: Facets): StandingHead {
  const { indicator, measure } = named;
  return {
    ...head,
    cells: [...head.cells.slice(0, -1), named],
    // 完成 is of what the whole name counts.
    facets: { ...head.facets, indicator, measure, rest: "" },
  };
}

function unlistedIn(
  names: ReadonlyMap<number, Facets | null>,
): ReadonlySet<number> {
  return new Set(
    [...names].flatMap(([at, named]) => (named === null ? [at] : [])),
  );
}
