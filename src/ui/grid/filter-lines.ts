import type { Filters } from "./arrangement.ts";
import { type MenuItem, menuItem } from "./menu-item.ts";
import type { Say } from "./sheet-view.ts";

/** A value that a list can be narrowed to, and its words. */
export interface OnlyChoice {
  readonly filter: string;
  readonly code: string;
  readonly what: string;
}

/** The lines of a row's menu that narrow its list to a value, and the one that ends all of `filters`. */
export function filterLines(
  say: Say,
  choices: readonly OnlyChoice[],
  list: {
    readonly filters: readonly string[];
    readonly narrowed: boolean;
    readonly narrow: (change: Filters) => void;
  },
): readonly MenuItem[] {
  return [
    ...choices.map(({ filter, code, what }) =>
      menuItem(
        say,
        `only-${filter}`,
        say("grid.menu.only", { what }),
        "",
        false,
        () => {
          list.narrow({ [filter]: code });
        },
      ),
    ),
    menuItem(
      say,
      "unfilter",
      say("grid.menu.unfilter"),
      "",
      !list.narrowed && "grid.menu.why.unfiltered",
      () => {
        list.narrow(
          Object.fromEntries(list.filters.map((filter) => [filter, ""])),
        );
      },
    ),
  ];
}
