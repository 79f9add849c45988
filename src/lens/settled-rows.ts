import type { RowName, RowRest, RowSays } from "./row-says.ts";
import { besideOwnUnit, saidFacets, type Settled } from "./settled.ts";
import type { TableAnswers } from "./table-answers.ts";

/** What rows say, with what a person said of them; rows that say the same still share one object. */
export function settledRows(
  rows: readonly RowSays[],
  answers: TableAnswers,
): RowSays[] {
  const settler = new RowSettler(answers);
  return rows.map((row) => settler.settle(row));
}

class RowSettler {
  readonly #answers: TableAnswers;
  readonly #rests = new Map<RowRest, Map<string, RowRest>>();
  readonly #names = new Map<RowName, Map<string, RowName>>();

  constructor(answers: TableAnswers) {
    this.#answers = answers;
  }

  settle(row: RowSays): RowSays {
    const { unit: own, facets } = row.rest;
    const settled = besideOwnUnit(
      this.#answers.at(row.head),
      own === null ? facets : { ...facets, unit: [own] },
    );
    if (settled === undefined) return row;
    if (settled.skip === true) return { ...row, skip: true };
    const region =
      settled.region === undefined
        ? row.region
        : { value: settled.region, confidence: 1, words: row.head.text };
    return {
      ...row,
      region,
      regions:
        settled.region === undefined || region === null
          ? row.regions
          : [region],
      unknown: false,
      rest: this.#rest(row, settled),
    };
  }

  #rest({ rest, head }: RowSays, settled: Settled): RowRest {
    const { indicator, measure, unit, period } = settled;
    const key = JSON.stringify([indicator, measure, unit, period]);
    return kept(this.#rests, rest, key, () => {
      const name = kept(this.#names, rest.name, key, () => ({
        ...rest.name,
        facets: saidFacets(rest.name.facets, settled, head.text),
        unit:
          unit === undefined
            ? rest.name.unit
            : { value: unit, confidence: 1, words: head.text },
        indicatorAsked: indicator === undefined && rest.name.indicatorAsked,
        settled,
      }));
      return {
        ...rest,
        ...name,
        name,
        period:
          period === undefined
            ? rest.period
            : { value: period, confidence: 1, words: head.text },
      };
    });
  }
}

function kept<Key, Value>(
  known: Map<Key, Map<string, Value>>,
  of: Key,
  key: string,
  make: () => Value,
): Value {
  let byKey = known.get(of);
  if (byKey === undefined) {
    byKey = new Map();
    known.set(of, byKey);
  }
  let value = byKey.get(key);
  if (value === undefined) {
    value = make();
    byKey.set(key, value);
  }
  return value;
}
