import type { GridCode } from "../../text/messages/grid.ts";
import type { Params } from "../../model/issue.ts";
import type { Arrangement } from "./arrangement.ts";
import type { ClipboardKeys } from "./clipboard-keys.ts";
import { ContextMenu, type MenuAsked } from "./context-menu.ts";
import { cubeMenu, type CubeMenuActions } from "./cube-menu.ts";
import type { DbGridMenu } from "./db-grid-menu.ts";
import type { Hit } from "./pointer-selection.ts";
import { canReadClipboard } from "./read-clipboard.ts";
import type { Selection } from "./selection.ts";
import type { SelectionPainter } from "./selection-painter.ts";
import type { Say, SheetView } from "./sheet-view.ts";

export interface CubeMenusHost {
  readonly view: () => SheetView;
  readonly selection: Selection;
  readonly painter: SelectionPainter;
  readonly clipboard: ClipboardKeys;
  readonly menu: () => DbGridMenu;
  readonly hit: (event: MouseEvent) => Hit | null;
  readonly editing: () => boolean;
  readonly arrangement: () => Arrangement;
  readonly narrowed: () => boolean;
  /** Width of the columns up to one, as a share of the grid's. */
  readonly widthUpTo: (column: number) => number;
  readonly say: Say;
  readonly tell: (code: GridCode, params: Params) => void;
  /** What lines do besides the clipboard's. */
  readonly actions: Omit<CubeMenuActions, "copy" | "cut" | "paste">;
}

/** Frozen columns take at most this share of the grid's width. */
const mostFrozen = 0.6;
/** The menu opened by a key lies over the cell's left part. */
const inset = 24;

const keys = { copy: "Ctrl+C", cut: "Ctrl+X", paste: "Ctrl+V" } as const;

/** The menu of the cells in hand. */
export class CubeMenus {
  readonly #opener: ContextMenu;

  constructor(
    place: HTMLElement,
    private readonly host: CubeMenusHost,
  ) {
    this.#opener = new ContextMenu(place, {
      menu: () => host.menu(),
      atPointer: (event) => (host.hit(event) === null ? null : this.#asked()),
      atCell: () => this.#atCell(),
    });
  }

  stop(): void {
    this.#opener.stop();
  }

  #atCell() {
    const { host } = this;
    const { active } = host.selection;
    const asked = host.editing() ? null : this.#asked();
    const box =
      active === null
        ? undefined
        : host.painter.cell(active)?.getBoundingClientRect();
    return asked === null || box === undefined
      ? null
      : {
          ...asked,
          at: { x: box.left + Math.min(inset, box.width), y: box.bottom },
        };
  }

  #asked(): MenuAsked | null {
    const { host } = this;
    const { active, areas } = host.selection;
    if (active === null) return null;
    const view = host.view();
    return {
      label: host.say("grid.menu", { at: view.address(active) }),
      groups: cubeMenu(
        {
          view,
          active,
          areas,
          arrangement: host.arrangement(),
          narrowed: host.narrowed(),
          canPaste: canReadClipboard(),
          canFreeze: host.widthUpTo(active.column) <= mostFrozen,
          say: host.say,
        },
        {
          ...host.actions,
          copy: () => {
            if (!host.clipboard.byMenu("copy")) this.#refused("copy");
          },
          cut: () => {
            if (!host.clipboard.byMenu("cut")) this.#refused("cut");
          },
          paste: () => {
            host.clipboard.pasteByMenu().catch(() => {
              this.#refused("paste");
            });
          },
        },
      ),
    };
  }

  #refused(how: keyof typeof keys): void {
    this.host.tell("grid.menu.refused", { key: keys[how] });
  }
}
