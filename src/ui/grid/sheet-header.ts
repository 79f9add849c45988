import type { IHeaderComp, IHeaderParams } from "ag-grid-community";

/** What the header of a column is told besides the grid's own. */
export interface SheetHeaderParams {
  /** Unit of the column, small; empty when its rows differ. */
  readonly unit: string;
  /** What the sort button does, in words. */
  readonly sortWords: string;
}

/**
 * A header that says name and unit. A click anywhere selects the column, so
 * sorting has a button of its own, which shows the way rows are sorted.
 */
export class SheetHeader implements IHeaderComp {
  readonly #element = document.createElement("div");
  readonly #name = document.createElement("span");
  readonly #unit = document.createElement("span");
  readonly #sort = document.createElement("button");
  #params: (IHeaderParams & SheetHeaderParams) | null = null;

  init(params: IHeaderParams & SheetHeaderParams): void {
    this.#element.className = "head";
    this.#name.className = "name";
    this.#unit.className = "unit";
    this.#sort.className = "sort";
    this.#sort.type = "button";
    this.#sort.tabIndex = -1;
    this.#element.append(this.#name, this.#unit);
    if (params.enableSorting) {
      this.#element.append(this.#sort);
      this.#sort.addEventListener("click", this.#click);
      params.column.addEventListener("sortChanged", this.#show);
    }
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#element;
  }

  refresh(params: IHeaderParams & SheetHeaderParams): boolean {
    this.#params = params;
    this.#name.textContent = params.displayName;
    this.#unit.textContent = params.unit;
    this.#sort.title = params.sortWords;
    this.#sort.setAttribute(
      "aria-label",
      `${params.displayName} ${params.sortWords}`,
    );
    this.#show();
    return true;
  }

  destroy(): void {
    this.#params?.column.removeEventListener("sortChanged", this.#show);
  }

  #click = (event: MouseEvent) => {
    event.stopPropagation();
    this.#params?.progressSort(false);
  };

  #show = () => {
    const sort = this.#params?.column.getSort() ?? null;
    this.#sort.textContent = sort === "asc" ? "▲" : sort === "desc" ? "▼" : "↕";
    this.#sort.classList.toggle("on", sort !== null);
  };
}
