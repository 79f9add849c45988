import type { Ranking, RankLine } from "../../worker/api.ts";
import { dash, figureText, signedText } from "../format/figure.ts";

export type RankBy = "level" | "change";

/** A line of a ranking as it is shown. */
export interface RankShown {
  readonly line: RankLine;
  /** Place by what is ranked by; null without one. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly value: string;
  readonly change: string;
  /** −1 to 1 of the room for bars; null draws none. */
  readonly share: number | null;
}

/** Lines in the order of their rank, the unranked last, with bars for what is ranked by. */
export function rankTable(ranking: Ranking, by: RankBy): readonly RankShown[] {
  const measured = (line: RankLine) =>
    line.excluded ? null : by === "level" ? line.value : line.change;
  const most = Math.max(
    0,
    ...ranking.lines.map((line) => Math.abs(measured(line) ?? 0)),
  );
  const places = ranking.lines.map((line): RankShown => {
    const bar = measured(line);
    return {
      line,
      rank: by === "level" ? line.rank : line.changeRank,
      tied: by === "level" ? line.tied : line.changeTied,
      value:
        line.value === null
          ? line.cell.missing || dash
          : figureText(line.value, ranking.decimals ?? line.cell.decimals),
      change: changeText(line),
      share: bar === null || most === 0 ? null : bar / most,
    };
  });
  return by === "level"
    ? places
    : [...places].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
}

/** Without its unit, which stands in the head of the column or beside it. */
export function changeText({ change, changeUnit }: RankLine): string {
  return signedText(change, changeUnit === "" ? null : 1);
}

/** How many improved, worsened and stayed on last year, of those with a change. */
export interface ChangeCount {
  readonly ranked: number;
  readonly better: number;
  readonly worse: number;
  readonly same: number;
}

export function countChanges({ lines, better }: Ranking): ChangeCount {
  const sign = better === "lower" ? -1 : 1;
  const known = lines.filter(({ excluded }) => !excluded);
  const count = (fits: (change: number) => boolean) =>
    known.filter(({ change }) => change !== null && fits(change * sign)).length;
  return {
    ranked: known.filter(({ rank }) => rank !== null).length,
    better: count((change) => change > 0),
    worse: count((change) => change < 0),
    same: count((change) => change === 0),
  };
}

/** True when bars point both ways from the middle; else they all start at the left. */
export function goesBothWays(rows: readonly RankShown[]): boolean {
  const has = (fits: (share: number) => boolean) =>
    rows.some(({ share }) => share !== null && fits(share));
  return has((share) => share < 0) && has((share) => share > 0);
}
