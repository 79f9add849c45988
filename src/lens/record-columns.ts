import type { Catalog, RecordField, RecordKind } from "../model/catalog.ts";
import type { HeaderText, Table } from "../model/table.ts";
import type { Matcher } from "../match/matcher.ts";
import { CERTAIN } from "./certain.ts";
import { withoutMarks } from "./surroundings.ts";

/** A column of a table of records and the field it holds. */
export interface FieldColumn {
  readonly column: number;
  readonly head: HeaderText;
  readonly field: RecordField | null;
}

export interface RecordColumns {
  readonly kind: RecordKind;
  readonly columns: readonly FieldColumn[];
  /** Columns headed 序号. */
  readonly ordinals: readonly number[];
}

/** Fewer columns than this that name fields make no table of records. */
const fewest = 3;

/**
 * The kind of record a table lists: the one with most fields among its
 * headers, if at least three of them, one of which identifies, and more than
 * name indicators. Null when it lists none.
 */
export function recordColumns(
  table: Table,
  catalog: Catalog,
  matcher: Matcher,
): RecordColumns | null {
  const heads = headsOf(table);
  let indicators = 0;
  const guesses = heads.map(({ words, head }) => {
    const facets = matcher.read(words);
    const leaf = matcher.read(withoutMarks(head.text));
    const best = Math.max(
      facets.indicator[0]?.confidence ?? 0,
      leaf.indicator[0]?.confidence ?? 0,
    );
    if (best >= CERTAIN) indicators += 1;
    const fields = [
      ...matcher.field(withoutMarks(head.text)),
      ...matcher.field(words),
    ];
    return fields.filter(({ confidence }) => confidence >= CERTAIN);
  });
  let best: {
    readonly kind: RecordKind;
    readonly columns: FieldColumn[];
    readonly score: number;
  } | null = null;
  for (const kind of catalog.recordKinds.values()) {
    const taken = new Set<string>();
    let score = 0;
    let identified = false;
    const columns = heads.map(({ column, head }, index) => {
      const code = guesses[index]?.find(
        ({ value }) => value.kind === kind.code && !taken.has(value.field),
      )?.value.field;
      const field = kind.fields.find((known) => known.code === code) ?? null;
      if (field !== null) {
        taken.add(field.code);
        score += 1;
        identified ||= field.identifies;
      }
      return { column, head, field };
    });
    if (
      identified &&
      score >= fewest &&
      score > indicators &&
      score > (best?.score ?? 0)
    )
      best = { kind, columns, score };
  }
  if (best === null) return null;
  const ordinals = heads
    .filter(
      ({ head }) => matcher.read(withoutMarks(head.text)).role === "ordinal",
    )
    .map(({ column }) => column);
  return {
    kind: best.kind,
    columns: best.columns.filter(({ column }) => !ordinals.includes(column)),
    ordinals,
  };
}

interface Head {
  readonly column: number;
  readonly head: HeaderText;
  readonly words: string;
}

/** Every column of the table, stub included, with its header words. */
function headsOf(table: Table): Head[] {
  const all = [
    ...table.stubColumns.map((column, index) => ({
      column,
      path: table.stubHeaders[index] ?? [],
    })),
    ...table.columns,
  ].sort((a, b) => a.column - b.column);
  return all.map(({ column, path }) => ({
    column,
    head: path.at(-1) ?? { text: "", row: table.headerRows.bottom, column },
    words: path.map(({ text }) => withoutMarks(text)).join(""),
  }));
}
