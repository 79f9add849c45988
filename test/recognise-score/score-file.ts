import { readFileSync } from "node:fs";
import { basename } from "node:path";
import {
  type Assumptions,
  type Knowledge,
  read,
  type Reading,
} from "../../src/engine.ts";
import type { Binding, BoundTable } from "../../src/model/binding.ts";
import type { Catalog } from "../../src/model/catalog.ts";
import { parsePeriod } from "../../src/model/period.ts";
import { cellRef, type SheetView } from "../../src/model/sheet.ts";
import type { Label, LabelledFile, SheetLabels } from "./labels.ts";
import { questionsOf } from "./questions.ts";
import { sameValue } from "./same-value.ts";

/** A labelled cell that was not bound as the label says. */
export interface Miss {
  readonly sheet: string;
  readonly cell: string;
  readonly expected: string;
  /** What the cell is bound to instead; empty when it is not. */
  readonly got: string;
}

/** A certain binding where the label says something else or nothing: a silent error. */
export interface SilentError {
  readonly sheet: string;
  readonly cell: string;
  readonly got: string;
  /** Empty where no observation is. */
  readonly expected: string;
}

export interface FileScore {
  readonly set: string;
  readonly file: string;
  readonly sheets: number;
  readonly expected: number;
  readonly right: number;
  readonly missed: readonly Miss[];
  readonly silent: readonly SilentError[];
  readonly questions: readonly string[];
  /** Questions of the sheet that asks most. */
  readonly mostOfASheet: number;
  readonly expectedQuestions: number;
  /** Why the file could not be read at all; empty when it was. */
  readonly failure: string;
  /** Questions in a file that holds nothing. */
  readonly needless: number;
  /** Labelled totals and ordinals bound as such, and how many there are; in a sheet where nothing is to be bound none counts. */
  readonly roles: { readonly right: number; readonly expected: number };
}

/**
 * What a file is bound to, held against its labels. Questions are those before
 * anything is assumed. A file that cannot be read has all its labels missed.
 */
export async function scoreFile(
  { set, path, labels }: LabelledFile,
  knowledge: Knowledge,
): Promise<FileScore> {
  const bytes = new Uint8Array(readFileSync(path));
  const name = basename(path);
  let failure = "";
  const readWith = (assume: Assumptions): Promise<Reading | null> =>
    read(knowledge, name, bytes, { assume }).catch((error: unknown) => {
      failure = error instanceof Error ? error.message : String(error);
      return null;
    });
  const first = await readWith({});
  const settled =
    labels.assume === undefined ? first : await readWith(labels.assume);
  if (first !== null && first.workbook === null)
    failure = first.issues.map(({ code }) => code).join(", ");
  return scoreReadings(
    { set, labels },
    { first, settled, failure },
    knowledge.catalog,
  );
}

/** The same for a file that was read: `first` as it is, `settled` with what the labels assume. */
export function scoreReadings(
  { set, labels }: Pick<LabelledFile, "set" | "labels">,
  {
    first,
    settled,
    failure,
  }: {
    readonly first: Reading | null;
    readonly settled: Reading | null;
    readonly failure: string;
  },
  catalog: Catalog,
): FileScore {
  const sheets = paired(labels.sheets, settled).map(([wanted, sheet]) =>
    scoreSheet(wanted, sheet, settled?.tables ?? [], catalog),
  );
  const { all, bySheet } = questionsOf(first?.tables ?? []);
  const sum = (of: (sheet: SheetScore) => number): number =>
    sheets.reduce((total, sheet) => total + of(sheet), 0);
  const nothing = labels.sheets.every((sheet) => sheet.nothing === true);
  return {
    set,
    file: labels.file,
    sheets: labels.sheets.length,
    expected: sum((sheet) => sheet.expected),
    right: sum((sheet) => sheet.right),
    missed: sheets.flatMap((sheet) => sheet.missed),
    silent: sheets.flatMap((sheet) => sheet.silent),
    questions: all,
    mostOfASheet: Math.max(0, ...bySheet.values()),
    expectedQuestions: labels.questions,
    failure,
    needless: nothing ? all.length : 0,
    roles: {
      right: sum((sheet) => sheet.roles),
      expected: labels.sheets.reduce(
        (total, { aggregates, ordinals, nothing: bindsNothing }) =>
          bindsNothing === true
            ? total
            : total + aggregates.length + ordinals.length,
        0,
      ),
    },
  };
}

type Pair = [SheetLabels, SheetView | undefined];

/** Labels with the sheets they are of. Formats without sheet names have one sheet, whatever it is called; a sheet without labels holds nothing. */
function paired(
  wanted: readonly SheetLabels[],
  reading: Reading | null,
): Pair[] {
  const views = reading?.workbook?.sheets ?? [];
  const [only] = wanted;
  if (only !== undefined && wanted.length === 1 && views.length === 1)
    return [[only, views[0]]];
  const named: Pair[] = wanted.map((labels) => [
    labels,
    views.find(({ name }) => name === labels.sheet),
  ]);
  const rest: Pair[] = views
    .filter(({ name }) => !wanted.some(({ sheet }) => sheet === name))
    .map((view) => [
      { sheet: view.name, bindings: [], aggregates: [], ordinals: [] },
      view,
    ]);
  return [...named, ...rest];
}

interface SheetScore {
  readonly expected: number;
  readonly right: number;
  readonly roles: number;
  readonly missed: readonly Miss[];
  readonly silent: readonly SilentError[];
}

function scoreSheet(
  labels: SheetLabels,
  view: SheetView | undefined,
  tables: readonly BoundTable[],
  catalog: Catalog,
): SheetScore {
  const sheet = labels.sheet;
  const bound = tables
    .filter((table) => table.sheet === view?.name)
    .flatMap(({ bindings }) => bindings)
    .map((binding) => ({ binding, cell: anchor(binding, view) }));
  const values = bound.filter(({ binding }) => binding.role === "value");
  const left = new Set(values);
  const missed: { label: Label; empty: boolean }[] = [];
  let right = 0;
  const take = (label: Label, empty: boolean): void => {
    const found = [...left].find(
      ({ binding, cell }) =>
        cell === label.cell &&
        isBlank(binding) === empty &&
        identity(binding, label) === wantedIdentity(label) &&
        (empty || sameValue(label, held(binding), catalog)),
    );
    if (found === undefined) missed.push({ label, empty });
    else {
      left.delete(found);
      right += 1;
    }
  };
  const slots = labels.slots ?? [];
  for (const label of labels.bindings) take(label, false);
  for (const label of slots) take(label, true);
  const at = (cell: string): Label | undefined =>
    missed.find(({ label }) => label.cell === cell)?.label ??
    [...labels.bindings, ...slots].find((label) => label.cell === cell);
  const slotCells = new Set(slots.map(({ cell }) => cell));
  const wrong = [...left].filter(
    ({ binding, cell }) => !isBlank(binding) || slotCells.has(cell),
  );
  return {
    expected: labels.bindings.length + slots.length,
    right,
    roles: [...labels.aggregates, ...labels.ordinals].filter((cell) =>
      bound.some(
        (one) =>
          one.cell === cell &&
          one.binding.role ===
            (labels.ordinals.includes(cell) ? "ordinal" : "aggregate"),
      ),
    ).length,
    missed: missed.map(({ label }) => ({
      sheet,
      cell: label.cell,
      expected: labelText(label),
      got: bound
        .filter(({ cell }) => cell === label.cell)
        .map(({ binding }) => bindingText(binding))
        .join("; "),
    })),
    silent: wrong.map(({ binding, cell }) => {
      const label = at(cell);
      return {
        sheet,
        cell,
        got: bindingText(binding),
        expected: label === undefined ? "" : labelText(label),
      };
    }),
  };
}

/** The first cell of the merged area a binding lies in. */
function anchor({ row, column }: Binding, view: SheetView | undefined): string {
  const area = view?.merges.find(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right,
  );
  return area === undefined
    ? cellRef(row, column)
    : cellRef(area.top, area.left);
}

/** An empty cell that takes a value: no observation. */
function isBlank({ value, missing }: Binding): boolean {
  return value === null && missing === "";
}

function held(binding: Binding) {
  return {
    value: binding.value,
    missing: binding.missing,
    unit: binding.valueUnit ?? binding.unit,
  };
}

function identity({ target }: Binding, like: Label): string {
  if (target.type === "field")
    return [
      like.kind === undefined ? "" : target.kind,
      recordParts(target.record),
      target.field,
    ].join("|");
  const { indicator, region, period, measure, variant, base } = target.key;
  return [indicator, region, canonical(period), measure, variant, base].join(
    "|",
  );
}

function wantedIdentity(label: Label): string {
  return label.field === undefined
    ? [
        label.indicator,
        label.region,
        canonical(label.period ?? ""),
        label.measure ?? "actual",
        label.variant ?? "",
        label.base ?? "",
      ].join("|")
    : [label.kind ?? "", recordParts(label.record ?? ""), label.field].join(
        "|",
      );
}

/** The identifying texts of a record, whatever the order they are joined in. */
function recordParts(id: string): string {
  return id.normalize("NFKC").split("/").sort().join("/");
}

function canonical(period: string): string {
  return parsePeriod(period)?.code ?? period;
}

function labelText(label: Label): string {
  const held =
    label.missing === undefined || label.missing === ""
      ? String(label.value ?? "(empty)")
      : `missing ${label.missing}`;
  return `${wantedIdentity(label)} = ${held}`;
}

function bindingText(binding: Binding): string {
  const { target, value, missing, role } = binding;
  const key =
    target.type === "field"
      ? `${target.kind}|${target.record}|${target.field}`
      : identity(binding, { cell: "" });
  const held =
    value === null
      ? missing === ""
        ? "(empty)"
        : `missing ${missing}`
      : `${value} ${binding.valueUnit ?? binding.unit}`.trim();
  return `${role === "value" ? "" : `[${role}] `}${key} = ${held}`;
}
