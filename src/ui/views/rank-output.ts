import { html, nothing } from "lit";
import { describe } from "../../text/words.ts";
import type { Ranking } from "../../worker/api.ts";
import type { RankBar } from "../chart/rank-picture.ts";
import type { Printable } from "../parts/printable.ts";
import type { Names } from "../state/names.ts";
import type { ChosenRank } from "./rank-choice.ts";
import {
  goesBothWays,
  type RankBy,
  type RankShown,
  rankTable,
} from "./rank-table.ts";
import { RankWords } from "./rank-words.ts";

/** A ranking as it is shown, with all it needs to be put down elsewhere. */
export interface RankOnShow {
  readonly chosen: ChosenRank;
  readonly ranking: Ranking;
  readonly by: RankBy;
  /** Of `rankGoals`; empty where none are drawn. */
  readonly goals: ReadonlyMap<string, number>;
}

/** The bars of a ranking for its picture. */
export function rankBars(
  { ranking, by, goals }: RankOnShow,
  names: Names,
): readonly RankBar[] {
  const words = new RankWords(names, by);
  return rankTable(ranking, by).map((row) => ({
    rank: words.place(row.rank, row.tied),
    region: names.regionShort(row.line.region),
    share: row.share,
    value: row.value,
    change: words.change(row),
    goal: goals.get(row.line.region) ?? null,
  }));
}

/** A ranking on paper. */
export function rankPrintable(
  { chosen, ranking, by, goals }: RankOnShow,
  names: Names,
): Printable {
  const words = new RankWords(names, by);
  const rows = rankTable(ranking, by);
  const both = goesBothWays(rows);
  const head = (
    code:
      | "views.rank.column.rank"
      | "ui.column.region"
      | "ui.column.actual"
      | "views.rank.column.change"
      | "views.rank.column.change_rank",
  ) => describe(code, {}, names.language);
  return {
    title: words.title(chosen),
    line: words.line(ranking, goals.size > 0),
    blocks: [
      { kind: "text", text: words.summary(ranking) },
      {
        kind: "table",
        columns: [
          column(head("views.rank.column.rank"), 9, "left"),
          column(head("ui.column.region"), 11, "left"),
          column("", 40, "left"),
          column(head("ui.column.actual"), 10, "right"),
          column(head("views.rank.column.change"), 12, "right"),
          column(head("views.rank.column.change_rank"), 12, "right"),
        ],
        rows: rows.map((row) => ({
          cells: [
            row.rank === null
              ? words.placeOrReason(row)
              : words
                  .placeOrReason(row)
                  .replace(/^\d+/, (rank) =>
                    rank.padStart(String(rows.length).length, "\u2007"),
                  ),
            names.region(row.line.region),
            paperBar(
              row,
              both,
              both ? null : (goals.get(row.line.region) ?? null),
            ),
            row.value,
            words.change(row),
            words.place(row.line.changeRank, row.line.changeTied),
          ],
        })),
      },
    ],
  };
}

/** Styled in place: the pages have no styles of this view. */
function paperBar({ share }: RankShown, both: boolean, goal: number | null) {
  if (share === null) return nothing;
  const length = Math.abs(share) * (both ? 50 : 100);
  const left = both ? 50 - (share < 0 ? length : 0) : 0;
  return html`<span style="display:block;position:relative;height:14px"
    ><i
      style="position:absolute;top:2px;height:10px;left:${left}%;width:${length}%;background:#456"
    ></i
    >${
      goal === null
        ? nothing
        : html`<u
            style="position:absolute;top:0;height:14px;left:calc(${goal * 100}% - 1px);width:2px;background:#000;box-shadow:0 0 0 1px #fff"
          ></u>`
    }</span
  >`;
}

function column(head: string, width: number, align: "left" | "right") {
  return { head, width, align };
}
