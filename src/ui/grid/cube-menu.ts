import type { GridCode } from "../../text/messages/grid.ts";
import { aligned, type Area, countCells, type Spot } from "./areas.ts";
import {
  type Arrangement,
  type Filters,
  hiddenFilters,
  sortFilters,
  valueFilters,
} from "./arrangement.ts";
import { type MenuGroups, type MenuItem, menuItem } from "./menu-item.ts";
import type { Say, SheetView } from "./sheet-view.ts";
import { figureId, typedText } from "./typed-cell.ts";

/** What the menu of a cell is made for. */
export interface CubeMenuFor {
  readonly view: SheetView;
  /** The cell in hand. */
  readonly active: Spot;
  readonly areas: readonly Area[];
  readonly arrangement: Arrangement;
  /** Rows are narrowed by something. */
  readonly narrowed: boolean;
  /** The clipboard can be read without the paste key. */
  readonly canPaste: boolean;
  /** The columns up to the one in hand leave room for others beside them. */
  readonly canFreeze: boolean;
  readonly say: Say;
}

export interface CubeMenuActions {
  readonly copy: () => void;
  readonly cut: () => void;
  readonly paste: () => void;
  readonly clear: () => void;
  readonly fill: (along: "rows" | "columns") => void;
  readonly comment: () => void;
  readonly inspect: () => void;
  /** Sets filters of the route; empty texts end them. */
  readonly arrange: (changes: Filters) => void;
  /** Ends every filter of rows. */
  readonly unfilter: () => void;
}

/** More cells than this are taken to hold figures without looking. */
const looked = 2000;

/** What can be done with the cells in hand, as the right button of a spreadsheet offers it. */
export function cubeMenu(
  of: CubeMenuFor,
  actions: CubeMenuActions,
): MenuGroups {
  return [
    clipboardItems(of, actions),
    changeItems(of, actions),
    toldItems(of, actions),
    filterItems(of, actions),
    sortItems(of, actions),
    columnItems(of, actions),
  ];
}

type Why = GridCode | false;

function item(
  { say }: CubeMenuFor,
  ...line: readonly [string, string, string, Why, () => void]
): MenuItem {
  return menuItem(say, ...line);
}

function clipboardItems(of: CubeMenuFor, actions: CubeMenuActions) {
  const { view, areas, say } = of;
  const joined = aligned(areas) !== null;
  const held = holdsFigures(of);
  return [
    item(
      of,
      "cut",
      say("grid.menu.cut"),
      "Ctrl+X",
      !joined ? "grid.copy.not_aligned" : !held && "grid.menu.why.empty",
      actions.cut,
    ),
    item(
      of,
      "copy",
      say("grid.menu.copy"),
      "Ctrl+C",
      !joined && "grid.copy.not_aligned",
      actions.copy,
    ),
    item(
      of,
      "paste",
      say("grid.menu.paste"),
      "Ctrl+V",
      !reachesFigures(view, areas)
        ? "grid.menu.why.no_figures"
        : !of.canPaste && "grid.menu.why.paste_by_key",
      actions.paste,
    ),
  ];
}

function changeItems(of: CubeMenuFor, actions: CubeMenuActions) {
  const { view, areas, say } = of;
  const figures = reachesFigures(view, areas);
  const none: Why = !figures && "grid.menu.why.no_figures";
  return [
    item(
      of,
      "clear",
      say("grid.menu.clear"),
      "Delete",
      none !== false ? none : !holdsFigures(of) && "grid.menu.why.empty",
      actions.clear,
    ),
    item(
      of,
      "fillDown",
      say("grid.menu.fill_down"),
      "Ctrl+D",
      none !== false
        ? none
        : areas.every(({ top, bottom }) => top === bottom && top === 0) &&
            "grid.menu.why.nothing_above",
      () => {
        actions.fill("rows");
      },
    ),
    item(
      of,
      "fillRight",
      say("grid.menu.fill_right"),
      "Ctrl+R",
      none !== false
        ? none
        : areas.every(
            ({ left, right }) => left === right && left <= view.firstFigure,
          ) && "grid.menu.why.nothing_left",
      () => {
        actions.fill("columns");
      },
    ),
  ];
}

function toldItems(of: CubeMenuFor, actions: CubeMenuActions) {
  const { view, active, say } = of;
  const none: Why = view.key(active) === null && "grid.menu.why.no_figures";
  return [
    item(
      of,
      "comment",
      say("grid.menu.comment"),
      "Shift+F2",
      none,
      actions.comment,
    ),
    item(
      of,
      "inspect",
      say("grid.menu.inspect"),
      "Alt+Enter",
      none,
      actions.inspect,
    ),
  ];
}

function filterItems(of: CubeMenuFor, actions: CubeMenuActions) {
  const { view, active, arrangement, say } = of;
  const { picked } = view.sheet;
  // Of a whole column there is no one row, and of a whole row no one column.
  const row = isWhole(of, "column") ? null : view.row(active);
  const place = isWhole(of, "row") ? null : view.place(active);
  const region = row?.region ?? place?.region ?? null;
  const about = row?.item ?? place?.item ?? null;
  const status =
    row === null ? null : (view.status(active) ?? view.statusOfRow(row));
  const column =
    row !== null && place !== null ? view.ids[active.column] : undefined;
  const text = typedText(view.cell(active));
  const only = (what: string) => say("grid.menu.only", { what });
  return [
    item(
      of,
      "onlyValue",
      column === undefined
        ? say("grid.menu.only_value")
        : only(
            `${view.columnName(active)} = ${text === "" ? say("grid.menu.blank") : text}`,
          ),
      "",
      column === undefined && "grid.menu.why.one_figure",
      () => {
        if (column !== undefined)
          actions.arrange(valueFilters({ column, text }));
      },
    ),
    item(
      of,
      "onlyRegion",
      region === null
        ? say("grid.menu.only_region")
        : only(view.names.regionShort(region)),
      "",
      region === null &&
        (picked.region === null
          ? "grid.menu.why.no_region"
          : "grid.menu.why.picked"),
      () => {
        actions.arrange({ region: region ?? "" });
      },
    ),
    item(
      of,
      "onlyIndicator",
      about === null
        ? say("grid.menu.only_indicator")
        : only(view.names.indicator(about.indicator)),
      "",
      about === null &&
        (picked.item === null
          ? "grid.menu.why.no_indicator"
          : "grid.menu.why.picked"),
      () => {
        actions.arrange({ indicator: about?.indicator ?? "" });
      },
    ),
    item(
      of,
      "onlyStatus",
      status === null
        ? say("grid.menu.only_status")
        : only(view.names.status(status)),
      "",
      status === null && "grid.menu.why.no_status",
      () => {
        actions.arrange({ status: status ?? "" });
      },
    ),
    item(
      of,
      "unfilter",
      say("grid.menu.unfilter"),
      "",
      !of.narrowed && arrangement.value === null && "grid.menu.why.unfiltered",
      actions.unfilter,
    ),
  ];
}

function sortItems(of: CubeMenuFor, actions: CubeMenuActions) {
  const { view, active, arrangement, say } = of;
  const id = view.ids[active.column] ?? "";
  const by = (descending: boolean) => () => {
    actions.arrange(sortFilters({ id, descending }));
  };
  return [
    item(of, "ascending", say("grid.menu.ascending"), "", false, by(false)),
    item(of, "descending", say("grid.menu.descending"), "", false, by(true)),
    item(
      of,
      "unsort",
      say("grid.menu.unsort"),
      "",
      arrangement.sort === null && "grid.menu.why.unsorted",
      () => {
        actions.arrange(sortFilters(null));
      },
    ),
  ];
}

function columnItems(of: CubeMenuFor, actions: CubeMenuActions) {
  const { view, active, areas, arrangement, say } = of;
  const id = view.ids[active.column] ?? "";
  const chosen = columnsOf(view, areas);
  const left = view.sheet.columns.filter(
    ({ id: column }) => !chosen.includes(figureId(column)),
  );
  return [
    item(
      of,
      "freeze",
      say("grid.menu.freeze"),
      "",
      !view.isFigure(active)
        ? "grid.menu.why.frozen_already"
        : arrangement.frozen === id
          ? "grid.menu.why.frozen_already"
          : !of.canFreeze && "grid.menu.why.too_wide",
      () => {
        actions.arrange({ freeze: id });
      },
    ),
    item(
      of,
      "unfreeze",
      say("grid.menu.unfreeze"),
      "",
      arrangement.frozen === "" && "grid.menu.why.not_frozen",
      () => {
        actions.arrange({ freeze: "" });
      },
    ),
    item(
      of,
      "hide",
      chosen.length > 1
        ? say("grid.menu.hide_many", { n: chosen.length })
        : say("grid.menu.hide"),
      "",
      left.length === 0 && "grid.menu.why.last_column",
      () => {
        actions.arrange(
          hiddenFilters([...new Set([...arrangement.hidden, ...chosen])]),
        );
      },
    ),
    item(
      of,
      "showAll",
      say("grid.menu.show_all"),
      "",
      arrangement.hidden.length === 0 && "grid.menu.why.none_hidden",
      () => {
        actions.arrange(hiddenFilters([]));
      },
    ),
  ];
}

function isWhole(
  { view, areas }: CubeMenuFor,
  what: "row" | "column",
): boolean {
  const { rows, columns } = view.size;
  const last = areas[areas.length - 1];
  if (last === undefined) return false;
  return what === "column"
    ? rows > 1 && last.bottom - last.top === rows - 1
    : last.right - last.left === columns - 1;
}

function reachesFigures(view: SheetView, areas: readonly Area[]): boolean {
  return areas.some(({ right }) => right >= view.firstFigure);
}

function holdsFigures({ view, areas }: CubeMenuFor): boolean {
  if (!reachesFigures(view, areas)) return false;
  return (
    countCells(areas) > looked ||
    areas.some(({ top, bottom, left, right }) => {
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1)
          if (!view.isEmpty({ row, column })) return true;
      return false;
    })
  );
}

function columnsOf(view: SheetView, areas: readonly Area[]): readonly string[] {
  const chosen = new Set<string>();
  for (const { left, right } of areas)
    for (let column = left; column <= right; column += 1) {
      const id = view.ids[column];
      if (id !== undefined) chosen.add(id);
    }
  return [...chosen];
}
