import type { Params } from "../../model/issue.ts";
import type { GridCode } from "../../text/messages/grid.ts";
import type { CellEdit, EditAction } from "../../worker/api.ts";
import type { Area } from "./areas.ts";
import { CellOverlays } from "./cell-overlays.ts";
import { CellTitles } from "./cell-titles.ts";
import { type ClipboardHost, ClipboardKeys } from "./clipboard-keys.ts";
import { CubeMenus, type CubeMenusHost } from "./cube-menus.ts";
import { type FillDrag, FillHandle } from "./fill-handle.ts";
import { fillReach } from "./fill-reach.ts";
import { GridSight } from "./grid-sight.ts";
import { PointerSelection } from "./pointer-selection.ts";
import type { Selection } from "./selection.ts";
import { SelectionPainter } from "./selection-painter.ts";
import type { SheetView } from "./sheet-view.ts";

/** The elements of a cube that its parts listen to. */
export interface CubePlaces {
  readonly root: ShadowRoot;
  /** All of the sheet: the grid and what lies over it. */
  readonly sheet: HTMLElement;
  readonly grid: HTMLElement;
  /** The field over the active cell. */
  readonly field: HTMLInputElement;
  /** The handle at the corner of the selection. */
  readonly corner: HTMLElement;
}

/** What the parts of a cube need of it. */
export interface CubePartsHost
  extends
    Pick<ClipboardHost, "ask">,
    Pick<
      CubeMenusHost,
      "menu" | "arrangement" | "narrowed" | "widthUpTo" | "say" | "actions"
    > {
  readonly selection: Selection;
  readonly columnIndex: ReadonlyMap<string, number>;
  readonly view: () => SheetView;
  readonly editing: () => boolean;
  readonly reader: () => boolean;
  readonly remarks: (key: string) => Promise<string>;
  /** The cells that the handle fills from; null where it has none. */
  readonly fillSource: () => Area | null;
  readonly fill: (drag: FillDrag, control: boolean) => void;
  readonly edit: (edits: readonly CellEdit[], action: EditAction) => void;
  readonly settleEdit: () => void;
  /** The pointer chose a cell: the keys go there. */
  readonly pointed: () => void;
  readonly tell: (code: GridCode, params: Params) => void;
}

/** What listens to a grid and draws over it, for as long as the grid is not built anew. */
export class CubeParts {
  readonly sight: GridSight;
  readonly painter: SelectionPainter;
  readonly overlays: CellOverlays;
  readonly clipboard: ClipboardKeys;
  readonly #titles: CellTitles;
  readonly #pointer: PointerSelection;
  readonly #handle: FillHandle;
  readonly #menus: CubeMenus;

  constructor(places: CubePlaces, host: CubePartsHost) {
    const { root, sheet, grid, field, corner } = places;
    const { selection, columnIndex, view, editing, fillSource } = host;
    const sight = new GridSight(root, grid, columnIndex);
    const painter = new SelectionPainter(grid, selection, columnIndex);
    const hit = (event: MouseEvent) => sight.hit(event);
    this.sight = sight;
    this.painter = painter;
    this.overlays = new CellOverlays(grid, field, corner, {
      selection,
      painter,
      sight,
      editing,
      fillSource,
    });
    this.#titles = new CellTitles(grid, { view, remarks: host.remarks, hit });
    this.#pointer = new PointerSelection(grid, selection, {
      hit,
      scrollBy: (x, y) => {
        sight.scrollBy(x, y);
      },
      settleEdit: host.settleEdit,
      focus: host.pointed,
      keepsFocus: () => !host.reader(),
    });
    this.#handle = new FillHandle(corner, {
      spotAt: (event) => {
        const at = sight.hit(event);
        return at?.on === "cell" ? at.spot : null;
      },
      source: fillSource,
      preview: (drag) => {
        painter.outline(drag === null ? [] : [drag.target]);
      },
      fill: host.fill,
      reach: () => {
        const source = fillSource();
        return source === null ? null : fillReach(view(), source);
      },
    });
    this.clipboard = new ClipboardKeys(field, {
      editing,
      view,
      areas: () => selection.areas,
      ask: (question) => host.ask(question),
      marked: (areas) => {
        painter.outline(areas);
      },
      edit: host.edit,
      landed: (area) => {
        selection.replace(
          { row: area.top, column: area.left },
          { row: area.bottom, column: area.right },
        );
      },
      tell: host.tell,
    });
    this.#menus = new CubeMenus(sheet, {
      view,
      selection,
      painter,
      clipboard: this.clipboard,
      menu: host.menu,
      hit,
      editing,
      arrangement: host.arrangement,
      narrowed: host.narrowed,
      widthUpTo: host.widthUpTo,
      say: host.say,
      tell: host.tell,
      actions: host.actions,
    });
  }

  stop(): void {
    this.#pointer.stop();
    this.#handle.stop();
    this.clipboard.stop();
    this.#titles.stop();
    this.#menus.stop();
    this.overlays.stop();
  }
}
