import { jump, type Spot, walk } from "./areas.ts";
import type { Leave } from "./cell-input.ts";
import { keyCommand, type KeyCommand } from "./key-command.ts";
import type { Selection } from "./selection.ts";
import type { SheetView } from "./sheet-view.ts";

export interface GridKeysHost {
  readonly selection: Selection;
  readonly view: () => SheetView;
  readonly editing: () => boolean;
  readonly rowsOnPage: () => number;
  /** The selection went somewhere by key: it must be in sight. */
  readonly moved: () => void;
  /** Null edits the old text. */
  readonly begin: (text: string | null) => void;
  readonly clear: () => void;
  readonly fill: (along: "rows" | "columns") => void;
  readonly find: (replace: boolean) => void;
  readonly comment: () => void;
  readonly inspect: () => void;
  readonly fold: (open: boolean) => void;
  readonly leave: () => void;
  /** False when there was nothing to give up. */
  readonly cancel: () => boolean;
  /** A screen reader's own keys move among cells. */
  readonly reader: () => boolean;
}

const columnsOnPage = 8;

/** The keys of a spreadsheet, on cells that are not being edited. */
export class GridKeys {
  #place: Element | null = null;

  constructor(private readonly host: GridKeysHost) {}

  attach(place: Element | null): void {
    this.detach();
    this.#place = place;
    place?.addEventListener("keydown", this.#key);
  }

  detach(): void {
    this.#place?.removeEventListener("keydown", this.#key);
    this.#place = null;
  }

  /** Goes on after an edit, as Enter and Tab do. */
  leave(way: Exclude<Leave, "stay" | "all">): void {
    if (way === "down" || way === "up") this.#walk("columns", way === "up");
    else this.#walk("rows", way === "left");
    this.host.moved();
  }

  #key = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented) return;
    if (event.isComposing || this.host.editing()) return;
    if (!onCells(event)) return;
    const command = keyCommand(event);
    if (command === null) {
      // It is typed into the cell; the window's own keys must not take it.
      if (event.key === "/") event.stopPropagation();
      return;
    }
    if (this.host.reader() && isMove(command)) return;
    if (!this.#run(command)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** False leaves the key to others. */
  #run(command: KeyCommand): boolean {
    const { host } = this;
    switch (command.does) {
      case "edit":
        host.begin(null);
        return true;
      case "emptyAndEdit":
        host.begin("");
        return true;
      case "clear":
        host.clear();
        return true;
      case "fillDown":
      case "fillRight":
        host.fill(command.does === "fillDown" ? "rows" : "columns");
        return true;
      case "find":
      case "replace":
        host.find(command.does === "replace");
        return true;
      case "comment":
        host.comment();
        return true;
      case "inspect":
        host.inspect();
        return true;
      case "fold":
        host.fold(command.open);
        return true;
      case "leave":
        host.leave();
        return true;
      case "cancel":
        return host.cancel();
      case "walk":
        if (!this.#walk(command.along, command.back)) return false;
        host.moved();
        return true;
      default:
        this.#move(command);
        host.moved();
        return true;
    }
  }

  #move(command: KeyCommand): void {
    const { selection } = this.host;
    const { rows, columns } = selection.size;
    const focus = selection.current?.focus;
    const { active } = selection;
    const { row, column } = active ?? {
      row: 0,
      column: this.host.view().firstFigure,
    };
    if (command.does === "selectAll")
      selection.replace({ row: 0, column: 0 }, { row: rows, column: columns });
    else if (command.does === "selectRows")
      selection.replace({ row, column: 0 }, { row, column: columns });
    else if (command.does === "selectColumns")
      selection.replace({ row: 0, column }, { row: rows, column });
    else if (
      command.does === "move" ||
      command.does === "jump" ||
      command.does === "page" ||
      command.does === "end"
    ) {
      const from = (command.extend ? focus : active) ?? { row, column };
      const to = this.#target(command, from);
      if (command.extend) selection.extend(to);
      else selection.select(to);
    }
  }

  #target(
    command: Extract<KeyCommand, { readonly extend: boolean }>,
    from: Spot,
  ): Spot {
    const view = this.host.view();
    const { selection } = this.host;
    const { rows, columns } = selection.size;
    switch (command.does) {
      case "move":
        return {
          row: from.row + command.step.rows,
          column: from.column + command.step.columns,
        };
      case "jump":
        return jump(
          from,
          command.step,
          selection.size,
          (spot) => !view.isFigure(spot) || !view.isEmpty(spot),
        );
      case "page":
        return {
          row: from.row + command.step.rows * this.host.rowsOnPage(),
          column: from.column + command.step.columns * columnsOnPage,
        };
      case "end":
        return {
          row:
            command.to === "gridStart"
              ? 0
              : command.to === "gridEnd"
                ? rows - 1
                : from.row,
          column:
            command.to === "rowStart" || command.to === "gridStart"
              ? view.firstFigure
              : columns - 1,
        };
    }
  }

  /** False at the end of the grid, where Tab goes on to what comes after it. */
  #walk(along: "rows" | "columns", back: boolean): boolean {
    const { selection } = this.host;
    const { rows, columns } = selection.size;
    const { active } = selection;
    if (active === null) return false;
    if (selection.isWide) {
      selection.activate(walk(selection.areas, active, along, back));
      return true;
    }
    const by = back ? -1 : 1;
    if (along === "columns") {
      selection.select({ row: active.row + by, column: active.column });
      return true;
    }
    const first = this.host.view().firstFigure;
    const column = active.column + by;
    if (column >= first && column < columns) {
      selection.select({ row: active.row, column });
      return true;
    }
    const row = active.row + by;
    if (row < 0 || row >= rows) return false;
    selection.select({ row, column: back ? columns - 1 : first });
    return true;
  }
}

function isMove({ does }: KeyCommand): boolean {
  return /^(?:move|jump|page|end|walk|leave)$/.test(does);
}

/** In the field over the cells, or on a cell itself; headers and other fields have their own keys. */
function onCells(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.classList.contains("cell-input") ||
      target.getAttribute("role") === "gridcell")
  );
}
