import type { Area, Spot } from "./areas.ts";
import { contains } from "./areas.ts";
import { type Selection, selectionBits } from "./selection.ts";

const classes: readonly (readonly [number, string])[] = [
  [selectionBits.selected, "sel"],
  [selectionBits.top, "sel-t"],
  [selectionBits.right, "sel-r"],
  [selectionBits.bottom, "sel-b"],
  [selectionBits.left, "sel-l"],
  [selectionBits.active, "sel-a"],
];
/** Beyond the bits of a selection: the block that a fill or a cut is about. */
const outlined = 64;

/** Name of the active cell's element, for the input that holds the focus in its place. */
export const activeId = "active-cell";

/**
 * Shows a selection on the cells that are drawn. Cells drawn later take their
 * classes from {@link classesAt} as they are made.
 */
export class SelectionPainter {
  readonly #painted = new WeakMap<Element, number>();
  #outline: readonly Area[] = [];

  constructor(
    private readonly place: HTMLElement,
    private readonly selection: Selection,
    private readonly columnIndex: ReadonlyMap<string, number>,
  ) {}

  /** Blocks drawn with a dashed edge. */
  outline(areas: readonly Area[]): void {
    this.#outline = areas;
    this.paint();
  }

  classesAt(spot: Spot): string[] {
    const bits = this.#bits(spot);
    return bits === 0
      ? []
      : [
          ...classes.flatMap(([bit, name]) =>
            (bits & bit) !== 0 ? [name] : [],
          ),
          ...((bits & outlined) !== 0 ? ["sel-d"] : []),
        ];
  }

  /** Brings every drawn cell up to date. */
  paint(): void {
    for (const row of this.place.querySelectorAll("[role=row][row-index]")) {
      const index = Number(row.getAttribute("row-index"));
      for (const cell of row.querySelectorAll("[col-id]")) {
        const column = this.columnIndex.get(cell.getAttribute("col-id") ?? "");
        if (column !== undefined) this.#paintCell(cell, { row: index, column });
      }
    }
  }

  /** The drawn element of a cell; null while it is out of sight. */
  cell({ row, column }: Spot): HTMLElement | null {
    for (const [id, index] of this.columnIndex)
      if (index === column)
        return this.place.querySelector<HTMLElement>(
          `[role=row][row-index="${String(row)}"] [col-id="${CSS.escape(id)}"]`,
        );
    return null;
  }

  #bits(spot: Spot): number {
    return (
      this.selection.bits(spot) |
      (this.#outline.some((area) => contains(area, spot)) ? outlined : 0)
    );
  }

  #paintCell(cell: Element, spot: Spot): void {
    const bits = this.#bits(spot);
    const before = this.#painted.get(cell);
    // A cell that was just drawn has the classes of its time already.
    if (
      before === bits ||
      (before === undefined && bits === 0 && !isMarked(cell))
    )
      return;
    this.#painted.set(cell, bits);
    for (const [bit, name] of classes)
      cell.classList.toggle(name, (bits & bit) !== 0);
    cell.classList.toggle("sel-d", (bits & outlined) !== 0);
    if ((bits & selectionBits.active) !== 0) cell.id = activeId;
    else if (cell.id === activeId) cell.removeAttribute("id");
    if (cell.getAttribute("role") === "gridcell")
      cell.setAttribute(
        "aria-selected",
        String((bits & selectionBits.selected) !== 0),
      );
  }
}

function isMarked(cell: Element): boolean {
  return cell.classList.contains("sel") || cell.classList.contains("sel-d");
}
