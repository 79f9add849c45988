import { consume } from "@lit/context";
import { AG_GRID_LOCALE_CN } from "@ag-grid-community/locale";
import {
  type CellFocusedEvent,
  type ColDef,
  type ColGroupDef,
  createGrid,
  type GridApi,
  type GridOptions,
} from "ag-grid-community";
import { html, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { baseStyles } from "../parts/base-styles.ts";
import { namesContext } from "../state/contexts.ts";
import { DbElement } from "../state/db-element.ts";
import { send } from "../state/events.ts";
import type { Names } from "../state/names.ts";
import { compareFigures } from "./compare-figures.ts";
import type { DbGridMenu } from "./db-grid-menu.ts";
import "./db-grid-menu.ts";
import { registerGrid } from "./grid-modules.ts";
import { gridStyles } from "./grid-styles.ts";
import { gridTheme } from "./grid-theme.ts";
import type { MenuGroups } from "./menu-item.ts";
import { plainGridStyles } from "./plain-grid-styles.ts";
import { type RowCell, RowMenus } from "./row-menus.ts";

/** Rows of a page for screen readers. */
const readerPage = 50;

function unpinned<Row>(
  column: ColDef<Row> | ColGroupDef<Row>,
): ColDef<Row> | ColGroupDef<Row> {
  return "children" in column ? column : { ...column, pinned: null };
}

/**
 * A grid of rows. A subclass says which columns there are and what happens
 * when a cell gets the focus. A change of language builds the grid anew,
 * since its own words are fixed at the start.
 */
export abstract class GridElement<Row extends object> extends DbElement {
  static override styles = [baseStyles, gridStyles];

  @property({ attribute: false }) rows: readonly Row[] = [];
  /** What a reader hears the grid is. */
  @property({ attribute: false }) label = "";

  /** For screen readers: nothing pinned, rows in pages, cells in the order of the page. */
  @property({ type: Boolean }) reader = false;

  @consume({ context: namesContext, subscribe: true })
  @state()
  protected names!: Names;

  protected api: GridApi<Row> | null = null;
  /** Columns a person hid. */
  protected hiddenColumns: readonly string[] = [];
  @query("db-grid-menu") protected menu!: DbGridMenu;
  #menus: RowMenus<Row> | null = null;
  #stopStyles: (() => void) | null = null;

  protected abstract columnDefs(): (ColDef<Row> | ColGroupDef<Row>)[];
  protected abstract rowId(row: Row): string;

  /** Options beyond the common ones. */
  protected options(): GridOptions<Row> {
    return {};
  }

  /** A click chooses the row. */
  protected get selectsRows(): boolean {
    return true;
  }

  /** What the menu of a cell offers besides copying, sorting and hiding. */
  protected menuFor(_cell: RowCell<Row>): MenuGroups {
    return [];
  }

  /** Where the menu of rows opens; part of what a grid with such a menu renders. */
  protected menuPlace(): TemplateResult {
    return html`<db-grid-menu
      @db-menu-closed=${(event: CustomEvent<boolean>) => {
        if (event.detail) this.#menus?.focusBack();
      }}
    ></db-grid-menu>`;
  }

  /** Called after columns were hidden or shown by hand. */
  protected showColumns(api: GridApi<Row>): void {
    const hidden = new Set(this.hiddenColumns);
    const all = (api.getColumns() ?? []).map((column) => column.getColId());
    api.setColumnsVisible(
      all.filter((id) => hidden.has(id)),
      false,
    );
    api.setColumnsVisible(
      all.filter((id) => !hidden.has(id)),
      true,
    );
  }

  /** Called when the focus comes to a cell by pointer or key. */
  protected onFocus(_row: Row, _column: string): void {
    // A grid that only shows has nothing to do.
  }

  /** Called with the grid's width in pixels, at first and when it changes. */
  protected onResize(_api: GridApi<Row>, _width: number): void {
    // A grid whose columns scroll has nothing to do.
  }

  /** True when the columns must be made again after this change. */
  protected columnsChanged(_changed: PropertyValues): boolean {
    return false;
  }

  /** Marks the row with this id as the chosen one; empty for none. */
  select(id: string): void {
    const { api } = this;
    if (api === null) return;
    const node = id === "" ? undefined : api.getRowNode(id);
    if (node === undefined) api.deselectAll();
    else node.setSelected(true, true);
  }

  protected override render() {
    return html`<div class="grid"></div>
      ${this.menuPlace()}`;
  }

  protected override updated(changed: PropertyValues): void {
    if (
      this.api === null ||
      changed.has("names") ||
      (changed.has("reader") && changed.get("reader") !== undefined)
    ) {
      this.#build();
      return;
    }
    if (this.columnsChanged(changed))
      this.api.setGridOption("columnDefs", this.#columns());
    if (changed.has("rows")) this.api.setGridOption("rowData", [...this.rows]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopStyles?.();
    this.#menus?.stop();
    this.#menus = null;
    this.api?.destroy();
    this.api = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  #build(): void {
    const place = this.renderRoot.querySelector(".grid");
    if (!(place instanceof HTMLElement)) return;
    registerGrid();
    this.api?.destroy();
    this.api = createGrid<Row>(place, {
      theme: gridTheme,
      themeStyleContainer: place,
      columnDefs: this.#columns(),
      rowData: [...this.rows],
      getRowId: ({ data }) => this.rowId(data),
      defaultColDef: {
        sortable: true,
        resizable: true,
        cellDataType: false,
        suppressHeaderMenuButton: true,
        comparator: compareFigures,
      },
      ...(this.selectsRows
        ? {
            rowSelection: {
              mode: "singleRow",
              checkboxes: false,
              enableClickSelection: true,
            },
          }
        : {}),
      enableBrowserTooltips: true,
      suppressDragLeaveHidesColumns: true,
      // Columns that come or go with the room do so at once.
      suppressColumnMoveAnimation: true,
      animateRows: false,
      ensureDomOrder: true,
      ...(this.reader
        ? {
            pagination: true,
            paginationPageSize: readerPage,
            paginationPageSizeSelector: false,
            suppressColumnVirtualisation: true,
          }
        : {}),
      ...(this.language === "zh" ? { localeText: AG_GRID_LOCALE_CN } : {}),
      overlayNoRowsTemplate: `<span class="muted">${this.say("ui.grid.no_rows")}</span>`,
      onCellFocused: (event) => {
        this.#focused(event);
      },
      onGridSizeChanged: ({ api, clientWidth }) => {
        this.onResize(api, clientWidth);
        const column = api.getFocusedCell()?.column;
        if (column !== undefined) api.ensureColumnVisible(column);
      },
      ...this.options(),
    });
    this.#stopStyles?.();
    this.#stopStyles = plainGridStyles(place);
    this.api.setGridAriaProperty("label", this.label);
    this.#menus?.stop();
    this.#menus = this.selectsRows ? this.#rowMenus(place) : null;
  }

  #rowMenus(place: HTMLElement): RowMenus<Row> {
    return new RowMenus(place, {
      api: () => this.api,
      menu: () => this.menu,
      say: (code, params) => this.say(code, params),
      more: (cell) => this.menuFor(cell),
      hidden: () => this.hiddenColumns,
      hide: (columns) => {
        this.hiddenColumns = columns;
        if (this.api !== null) this.showColumns(this.api);
      },
      refused: () => {
        send(this, "db-notice", {
          tone: "warning",
          code: "grid.menu.refused",
          params: { key: "Ctrl+C" },
          issues: [],
        });
      },
    });
  }

  #columns(): (ColDef<Row> | ColGroupDef<Row>)[] {
    const columns = this.columnDefs();
    return this.reader ? columns.map((column) => unpinned(column)) : columns;
  }

  #focused(event: CellFocusedEvent<Row>): void {
    const { api, rowIndex, column, rowPinned } = event;
    if (rowIndex === null || rowPinned != null || column === null) return;
    const row = api.getDisplayedRowAtIndex(rowIndex)?.data;
    if (row !== undefined)
      this.onFocus(
        row,
        typeof column === "string" ? column : column.getColId(),
      );
  }
}
