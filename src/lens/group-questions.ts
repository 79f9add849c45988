import type { Unmatched } from "../model/binding.ts";
import { cellRef } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { takeHidden } from "./hidden-values.ts";

const ofHeaders: ReadonlySet<Unmatched["role"]> = new Set([
  "indicator",
  "measure",
  "period",
  "unit",
]);

/**
 * One question for what one choice settles: columns under one group header that
 * are asked the same, columns of the same words wherever they stand, a place
 * that several cities have wherever it is named, and the columns, in whatever
 * groups, and rows beside known ones that name nothing anybody knows, and
 * columns without a unit of their own doubted between the same two, and all
 * whose format hides their figures. The first
 * stands for all; `also` lists the others. Cells asked about apart stay apart.
 */
export function groupQuestions(
  asked: readonly Unmatched[],
  { columns, rows }: Pick<Table, "columns" | "rows">,
  apart: ReadonlySet<string>,
): Unmatched[] {
  if (asked.length < 2) return [...asked];
  const groups = new Map<string, HeaderText>();
  for (const { path } of columns) {
    const [outermost, ...inner] = path;
    const leaf = inner.at(-1);
    if (outermost !== undefined && leaf !== undefined)
      groups.set(cellRef(leaf.row, leaf.column), outermost);
  }
  const heads = new Set(columns.flatMap(({ path }) => cellsOf(path.slice(-1))));
  const groupOf = (cell: string): string => {
    const group = groups.get(cell);
    return group === undefined ? cell : cellRef(group.row, group.column);
  };
  // A group of which one column may be something is a question of its own.
  const named = new Set(
    asked.flatMap(({ role, cell, candidates }) =>
      role === "indicator" && candidates.length > 0 ? [groupOf(cell)] : [],
    ),
  );
  const stubs = new Set(rows.flatMap(({ path }) => cellsOf(path)));
  const keyOf = ({ role, cell, text, candidates }: Unmatched): string => {
    if (candidates.includes(takeHidden)) return `${role} hidden`;
    if (!ofHeaders.has(role) || apart.has(cell)) return `${role} ${cell}`;
    const group = groups.get(cell);
    const unknown =
      role === "indicator" && heads.has(cell) && !named.has(groupOf(cell));
    if (group !== undefined && !unknown)
      return `${role} group ${cellRef(group.row, group.column)}`;
    // 48 and 86 under a line of mg/m³: the doubt is about that line.
    if (
      role === "unit" &&
      candidates.length > 1 &&
      heads.has(cell) &&
      !/[（(]/.test(text)
    )
      return `${role} between ${candidates.join(" ")}`;
    if (candidates.length > 0) return `${role} ${cell}`;
    if (heads.has(cell)) return `${role} columns`;
    return stubs.has(cell) ? `${role} rows` : `${role} ${cell}`;
  };
  const wordsOf = ({ role, text, cell, candidates }: Unmatched): string => {
    const words = text.replace(/\s+/g, "");
    // 城区 on every day of a long list is one 城区.
    if (role === "region" && words !== "" && candidates.length > 0)
      return `${role} words ${words} ${candidates.join(" ")}`;
    return ofHeaders.has(role) && !apart.has(cell)
      ? `${role} words ${words}`
      : `${role} ${cell}`;
  };
  return merged(merged(asked, keyOf), wordsOf);
}

function cellsOf(path: readonly HeaderText[]): string[] {
  return path.map(({ row, column }) => cellRef(row, column));
}

function merged(
  asked: readonly Unmatched[],
  keyOf: (one: Unmatched) => string,
): Unmatched[] {
  const byKey = new Map<string, Unmatched>();
  for (const one of asked) {
    const key = keyOf(one);
    const first = byKey.get(key);
    byKey.set(
      key,
      first === undefined
        ? one
        : {
            ...first,
            candidates: [...new Set([...first.candidates, ...one.candidates])],
            also: [...(first.also ?? []), one.cell, ...(one.also ?? [])],
          },
    );
  }
  return [...byKey.values()];
}
