import type { Column, GridApi, IRowNode } from "ag-grid-community";
import { exactText } from "../format/figure.ts";
import { type CopiedCell, printClipboardHtml } from "./clipboard-html.ts";
import { ContextMenu, type MenuAsked } from "./context-menu.ts";
import type { DbGridMenu } from "./db-grid-menu.ts";
import { type MenuGroups, type MenuItem, menuItem } from "./menu-item.ts";
import type { Say } from "./sheet-view.ts";
import { printTsv } from "./tsv.ts";

/** A cell of a grid of rows. */
export interface RowCell<Row> {
  readonly row: Row;
  readonly column: string;
  readonly rowIndex: number;
}

export interface RowMenusHost<Row> {
  readonly api: () => GridApi<Row> | null;
  readonly menu: () => DbGridMenu;
  readonly say: Say;
  /** What this grid offers besides copying, sorting and hiding. */
  readonly more: (cell: RowCell<Row>) => MenuGroups;
  /** Columns to hide, or none to show all. */
  readonly hide: (columns: readonly string[]) => void;
  readonly hidden: () => readonly string[];
  /** The browser let nothing onto the clipboard. */
  readonly refused: () => void;
}

/** The menu of a grid of rows, and its copy key. */
export class RowMenus<Row> {
  readonly #opener: ContextMenu;

  constructor(
    private readonly place: HTMLElement,
    private readonly host: RowMenusHost<Row>,
  ) {
    this.#opener = new ContextMenu(place, {
      menu: () => host.menu(),
      atPointer: (event) => this.#atPointer(event),
      atCell: () => this.#atCell(),
    });
    place.addEventListener("copy", this.#copyKey);
  }

  stop(): void {
    this.#opener.stop();
    this.place.removeEventListener("copy", this.#copyKey);
  }

  /** Puts the focus on the cell that was in hand. */
  focusBack(): void {
    const api = this.host.api();
    const cell = api?.getFocusedCell();
    if (cell != null) api?.setFocusedCell(cell.rowIndex, cell.column);
  }

  #atPointer(event: MouseEvent): MenuAsked | null {
    const api = this.host.api();
    const at = event
      .composedPath()
      .find(
        (one): one is HTMLElement =>
          one instanceof HTMLElement && one.getAttribute("role") === "gridcell",
      );
    const column = at?.getAttribute("col-id") ?? "";
    const row = Number(
      at?.closest("[row-index]")?.getAttribute("row-index") ?? "NaN",
    );
    if (api === null || column === "" || !Number.isInteger(row)) return null;
    if (api.getEditingCells().length > 0) return null;
    api.setFocusedCell(row, column);
    return this.#asked();
  }

  #atCell() {
    const api = this.host.api();
    const focused = api?.getFocusedCell();
    if (focused == null || (api?.getEditingCells().length ?? 0) > 0)
      return null;
    const asked = this.#asked();
    const box = this.place
      .querySelector(
        `[row-index="${String(focused.rowIndex)}"] [col-id="${CSS.escape(focused.column.getColId())}"]`,
      )
      ?.getBoundingClientRect();
    return asked === null || box === undefined
      ? null
      : { ...asked, at: { x: box.left + 24, y: box.bottom } };
  }

  #focused(): {
    readonly node: IRowNode<Row>;
    readonly column: Column;
    readonly cell: RowCell<Row>;
  } | null {
    const api = this.host.api();
    const at = api?.getFocusedCell();
    const node =
      at == null ? undefined : api?.getDisplayedRowAtIndex(at.rowIndex);
    return at == null || node?.data === undefined
      ? null
      : {
          node,
          column: at.column,
          cell: {
            row: node.data,
            column: at.column.getColId(),
            rowIndex: at.rowIndex,
          },
        };
  }

  #asked(): MenuAsked | null {
    const { host } = this;
    const focused = this.#focused();
    const api = host.api();
    if (focused === null || api === null) return null;
    const { cell, column, node } = focused;
    const title = api.getDisplayNameForColumn(column, null);
    return {
      label: host.say("grid.menu", { at: title }),
      groups: [
        this.#copies(node, column),
        ...host.more(cell),
        this.#sorts(column),
        this.#columns(column),
      ],
    };
  }

  #copies(node: IRowNode<Row>, column: Column): readonly MenuItem[] {
    const { say } = this.host;
    return [
      menuItem(say, "copy", say("grid.menu.copy"), "Ctrl+C", false, () => {
        this.#copy([[this.#text(node, column)]]);
      }),
      menuItem(say, "copyRow", say("grid.menu.copy_row"), "", false, () => {
        this.#copy([this.#columnsShown().map((one) => this.#text(node, one))]);
      }),
      menuItem(say, "copyTable", say("grid.menu.copy_table"), "", false, () => {
        this.#copy(this.#table());
      }),
    ];
  }

  #sorts(column: Column): readonly MenuItem[] {
    const { say } = this.host;
    const none = column.getColDef().sortable === false;
    const sort = (way: "asc" | "desc" | null) => () => {
      this.host.api()?.applyColumnState({
        state: way === null ? [] : [{ colId: column.getColId(), sort: way }],
        defaultState: { sort: null },
      });
    };
    const sorted =
      this.host
        .api()
        ?.getColumnState()
        .some((state) => state.sort != null) === true;
    const why = none && "grid.menu.why.sheet_only";
    return [
      menuItem(
        say,
        "ascending",
        say("grid.menu.ascending"),
        "",
        why,
        sort("asc"),
      ),
      menuItem(
        say,
        "descending",
        say("grid.menu.descending"),
        "",
        why,
        sort("desc"),
      ),
      menuItem(
        say,
        "unsort",
        say("grid.menu.unsort"),
        "",
        !sorted && "grid.menu.why.unsorted",
        sort(null),
      ),
    ];
  }

  #columns(column: Column): readonly MenuItem[] {
    const { say, hide, hidden } = this.host;
    return [
      menuItem(
        say,
        "hide",
        say("grid.menu.hide"),
        "",
        this.#columnsShown().length < 2 && "grid.menu.why.last_column",
        () => {
          hide([...hidden(), column.getColId()]);
        },
      ),
      menuItem(
        say,
        "showAll",
        say("grid.menu.show_all"),
        "",
        hidden().length === 0 && "grid.menu.why.none_hidden",
        () => {
          hide([]);
        },
      ),
    ];
  }

  #columnsShown(): readonly Column[] {
    return this.host.api()?.getAllDisplayedColumns() ?? [];
  }

  #table(): readonly (readonly CopiedCell[])[] {
    const api = this.host.api();
    const columns = this.#columnsShown();
    const rows: CopiedCell[][] = [
      columns.map((column) => ({
        text: api?.getDisplayNameForColumn(column, null) ?? "",
        exact: null,
      })),
    ];
    const n = api?.getDisplayedRowCount() ?? 0;
    for (let at = 0; at < n; at += 1) {
      const node = api?.getDisplayedRowAtIndex(at);
      if (node !== undefined)
        rows.push(columns.map((column) => this.#text(node, column)));
    }
    return rows;
  }

  #text(node: IRowNode<Row>, column: Column): CopiedCell {
    const api = this.host.api();
    const at = { rowNode: node, colKey: column };
    const value: unknown = api?.getCellValue(at);
    const text: unknown = api?.getCellValue({ ...at, useFormatter: true });
    // A status is kept by its place in the order, and shown by its word.
    const isFigure =
      typeof value === "number" &&
      String(column.getColDef().headerClass ?? "").includes("figure");
    return {
      text:
        typeof text === "string" || typeof text === "number"
          ? String(text)
          : "",
      exact: isFigure ? exactText(value) : null,
    };
  }

  #copy(block: readonly (readonly CopiedCell[])[]): void {
    let taken = false;
    const fill = (event: ClipboardEvent) => {
      event.stopImmediatePropagation();
      taken = put(event, block);
    };
    document.addEventListener("copy", fill, { capture: true });
    try {
      // The one way that needs no secure context.
      if (!document.execCommand("copy") || !taken) this.host.refused();
    } finally {
      document.removeEventListener("copy", fill, { capture: true });
    }
  }

  #copyKey = (event: ClipboardEvent) => {
    const focused = this.#focused();
    const api = this.host.api();
    if (focused === null || (api?.getEditingCells().length ?? 0) > 0) return;
    put(event, [[this.#text(focused.node, focused.column)]]);
  };
}

function put(
  event: ClipboardEvent,
  block: readonly (readonly CopiedCell[])[],
): boolean {
  if (event.clipboardData === null) return false;
  event.preventDefault();
  event.clipboardData.setData(
    "text/plain",
    printTsv(block.map((row) => row.map(({ text }) => text))),
  );
  event.clipboardData.setData("text/html", printClipboardHtml(block));
  return true;
}
