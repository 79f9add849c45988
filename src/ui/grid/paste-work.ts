import type { CellEdit } from "../../worker/api.ts";
import { periodText } from "../format/period-text.ts";
import type { Area, Spot } from "./areas.ts";
import type { CopiedCell } from "./clipboard-html.ts";
import type { PasteAnswer, PasteQuestion } from "./db-paste-dialog.ts";
import { nextPeriods } from "./next-periods.ts";
import {
  type Doubt,
  doubts,
  type JudgedFigure,
  judgePasted,
  middleSize,
  type PasteTarget,
} from "./paste-doubt.ts";
import { planPaste } from "./paste-plan.ts";
import { keyAt, type Place, seriesAt } from "./sheet.ts";
import type { SheetView } from "./sheet-view.ts";

interface Judged extends JudgedFigure {
  readonly key: string;
  readonly unit: string;
  readonly copied: string;
  /** In a row or column that is not there yet. */
  readonly beyond: boolean;
}

/** A paste worked out as far as it goes without a person. */
export interface PasteWork {
  /** Null when nothing needs asking. */
  readonly question: PasteQuestion | null;
  /** Where the block lies; null when there is no one place. */
  readonly area: Area | null;
  /** Cells that fall on headings or beyond the end and cannot be added. */
  readonly lost: number;
  /** What is set under the answers given; null means that all was sure. */
  edits(answer: PasteAnswer | null): {
    readonly edits: readonly CellEdit[];
    readonly skipped: number;
  };
}

/** Works out what a copied block would set. Cells that stay as they are, are left out. */
export function workOutPaste(
  view: SheetView,
  block: readonly (readonly CopiedCell[])[],
  selected: readonly Area[],
): PasteWork {
  const width = Math.max(0, ...block.map((row) => row.length));
  const plan = planPaste(
    { rows: block.length, columns: width },
    selected,
    view.size,
  );
  const more = growth(view, plan.beyond.rows, plan.beyond.columns);
  const targets = new Targets(view);
  const judged: Judged[] = [];
  let lost = 0;
  const take = (
    row: Place | null,
    column: Place | null,
    cell: CopiedCell,
    at: Spot | null,
  ): void => {
    const key =
      row === null || column === null ? null : keyAt(view.sheet, row, column);
    if (key === null || row === null || column === null) {
      lost += 1;
      return;
    }
    const target = targets.of(row, column, at);
    const one = judgePasted(cell, target);
    if (at !== null && one.doubt === null && one.text === view.exact(at))
      return;
    judged.push({
      ...one,
      key,
      unit: target.unit,
      copied: cell.text,
      beyond: at === null,
    });
  };
  for (const { row, column, fromRow, fromColumn } of plan.placements) {
    const cell = block[fromRow]?.[fromColumn];
    const at = { row, column };
    if (cell === undefined) continue;
    if (view.isFigure(at)) take(view.row(at), view.place(at), cell, at);
    else lost += 1;
  }
  const [first] = selected;
  if (first !== undefined && plan.area !== null)
    beyondCells(view, block, first, more, (row, column, cell) => {
      take(row, column, cell, null);
    });
  return {
    area: plan.area,
    lost,
    question: questionOf(view, judged, plan.beyond, more),
    edits: (answer) => editsOf(judged, answer),
  };
}

/** Rows and columns that would come after the last. */
interface Growth {
  readonly rows: readonly Place[];
  readonly columns: readonly Place[];
}

function growth(view: SheetView, rows: number, columns: number): Growth {
  const { layout } = view.sheet;
  return {
    rows: rows === 0 ? [] : morePlaces(view, layout.rows, view.rows, rows),
    columns:
      columns === 0
        ? []
        : morePlaces(view, layout.columns, view.sheet.columns, columns),
  };
}

/** Periods go on after the last; regions with the others that have the same parent. */
function morePlaces(
  view: SheetView,
  axis: readonly string[],
  places: readonly Place[],
  count: number,
): readonly Place[] {
  const last = places[places.length - 1];
  if (last === undefined) return [];
  const alike = places.filter(
    ({ item, region }) =>
      item?.id === last.item?.id &&
      (axis[axis.length - 1] !== "period" || region === last.region),
  );
  if (axis[axis.length - 1] === "period")
    return nextPeriods(
      alike.flatMap(({ period }) => period ?? []),
      count,
    ).map((period) => ({ ...last, period }));
  if (axis[axis.length - 1] !== "region" || last.region === null) return [];
  const there = new Set(alike.map(({ region }) => region));
  const info = view.names.regionInfo(last.region);
  return view.names.catalog.regions
    .filter(
      ({ code, parent, level }) =>
        parent === info?.parent && level === info.level && !there.has(code),
    )
    .slice(0, count)
    .map(({ code }) => ({ ...last, region: code }));
}

function beyondCells(
  view: SheetView,
  block: readonly (readonly CopiedCell[])[],
  first: Area,
  more: Growth,
  take: (row: Place | null, column: Place | null, cell: CopiedCell) => void,
): void {
  const { rows, columns } = view.size;
  block.forEach((line, r) => {
    line.forEach((cell, c) => {
      const row = first.top + r;
      const column = first.left + c;
      if (row < rows && column < columns) return;
      take(
        row < rows
          ? view.row({ row, column })
          : (more.rows[row - rows] ?? null),
        column < columns
          ? view.place({ row, column })
          : (more.columns[column - columns] ?? null),
        cell,
      );
    });
  });
}

/** Unit and usual size of the rows that are pasted into; each is found once. */
class Targets {
  readonly #known = new Map<string, PasteTarget>();

  constructor(private readonly view: SheetView) {}

  of(row: Place, column: Place, at: Spot | null): PasteTarget {
    const { view } = this;
    const item = seriesAt(view.sheet, row, column)?.item;
    const byRow = row.item !== null || view.sheet.picked.item !== null;
    const id = byRow
      ? `r${at === null ? (item?.id ?? "") : String(at.row)}`
      : `c${item?.id ?? ""}`;
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const target = {
      unit: item?.unit ?? "",
      unitText: view.names.unit(item?.unit ?? ""),
      usual: middleSize(this.#figures(byRow, at)),
    };
    this.#known.set(id, target);
    return target;
  }

  #figures(byRow: boolean, at: Spot | null): readonly number[] {
    if (at === null) return [];
    const { view } = this;
    const column = at.column - view.firstFigure;
    const cells = byRow
      ? (view.rows[at.row]?.cells ?? [])
      : view.rows.map(({ cells: line }) => line[column] ?? null);
    return cells.flatMap((cell) =>
      typeof cell?.value === "number" && cell.value !== 0 ? [cell.value] : [],
    );
  }
}

function questionOf(
  view: SheetView,
  judged: readonly Judged[],
  beyond: { readonly rows: number; readonly columns: number },
  more: Growth,
): PasteQuestion | null {
  const asked = doubts.flatMap((doubt) => {
    const all = judged.filter((one) => one.doubt === doubt);
    const [example] = all;
    return example === undefined
      ? []
      : [
          {
            doubt,
            n: all.length,
            text: example.copied,
            take: example.text,
            instead: example.instead,
            unit: view.names.unit(example.unit),
          },
        ];
  });
  const over = beyond.rows > 0 || beyond.columns > 0;
  if (asked.length === 0 && !over) return null;
  const sure = judged.filter(({ doubt }) => doubt === null);
  const grown = sure.filter((one) => one.beyond).length;
  return {
    sure: sure.length - grown,
    doubts: asked,
    beyond: over
      ? {
          ...beyond,
          cells: grown,
          grow:
            more.rows.length + more.columns.length === 0
              ? null
              : growthWords(view, more),
        }
      : null,
  };
}

function growthWords(view: SheetView, { rows, columns }: Growth): string {
  const { language } = view.names;
  const name = (place: Place, axis: readonly string[]): string =>
    axis[axis.length - 1] === "region"
      ? view.names.regionShort(place.region ?? "")
      : periodText(place.period ?? "", language);
  const all = [
    ...columns.map((place) => name(place, view.sheet.layout.columns)),
    ...rows.map((place) => name(place, view.sheet.layout.rows)),
  ];
  const comma = language === "zh" ? "、" : ", ";
  return all.length > 4
    ? `${all.slice(0, 3).join(comma)} … ${all[all.length - 1] ?? ""}`
    : all.join(comma);
}

function editsOf(
  judged: readonly Judged[],
  answer: PasteAnswer | null,
): { readonly edits: readonly CellEdit[]; readonly skipped: number } {
  const edits: CellEdit[] = [];
  let skipped = 0;
  for (const { key, unit, text, instead, doubt, beyond } of judged) {
    const how = doubt === null ? "take" : answerTo(answer, doubt);
    if (how === "skip" || (beyond && answer?.grow !== true)) {
      skipped += 1;
      continue;
    }
    edits.push({
      key,
      unit,
      text: how === "instead" ? (instead ?? text) : text,
    });
  }
  return { edits, skipped };
}

function answerTo(answer: PasteAnswer | null, doubt: Doubt) {
  return answer?.doubts.get(doubt) ?? "skip";
}
