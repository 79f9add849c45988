import type { DbGridMenu, MenuPlace } from "./db-grid-menu.ts";
import type { MenuGroups } from "./menu-item.ts";

/** What a menu is opened for. */
export interface MenuAsked {
  readonly groups: MenuGroups;
  /** What a reader hears the menu is of. */
  readonly label: string;
}

export interface ContextMenuHost {
  readonly menu: () => DbGridMenu;
  /** What is offered at the pointer; null where the browser's own menu comes. */
  readonly atPointer: (event: MouseEvent) => MenuAsked | null;
  /** What is offered for the cell in hand, and where that cell is; null when there is none. */
  readonly atCell: () => (MenuAsked & { readonly at: MenuPlace }) | null;
}

/** Opens the menu of a grid by the right button, Shift+F10 and the Menu key. */
export class ContextMenu {
  constructor(
    private readonly place: HTMLElement,
    private readonly host: ContextMenuHost,
  ) {
    place.addEventListener("contextmenu", this.#pointer);
    place.addEventListener("keydown", this.#key, true);
  }

  stop(): void {
    this.place.removeEventListener("contextmenu", this.#pointer);
    this.place.removeEventListener("keydown", this.#key, true);
  }

  #pointer = (event: MouseEvent) => {
    const asked = this.host.atPointer(event);
    if (asked === null) return;
    event.preventDefault();
    void this.host
      .menu()
      .open(asked.groups, { x: event.clientX, y: event.clientY }, asked.label);
  };

  #key = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    if (key !== "ContextMenu" && !(key === "F10" && shiftKey)) return;
    if (event.isComposing) return;
    const asked = this.host.atCell();
    if (asked === null) return;
    event.preventDefault();
    event.stopPropagation();
    void this.host.menu().open(asked.groups, asked.at, asked.label);
  };
}
