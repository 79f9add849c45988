import type { Drawing, PictureLook } from "./picture.ts";
import { markup } from "./picture.ts";

/** One row of a ranking as it is printed. */
export interface RankBar {
  /** `3`, `9 并列`, or empty when there is no rank. */
  readonly rank: string;
  readonly region: string;
  /** −1 to 1 of the bar's room; null draws none. */
  readonly share: number | null;
  readonly value: string;
  readonly change: string;
  /** 0 to 1 where the goal stands; null without one. */
  readonly goal: number | null;
}

export interface RankColumns {
  readonly rank: string;
  readonly region: string;
  readonly value: string;
  readonly change: string;
}

const row = 26;
const barLeft = 190;
const barWidth = 360;
const valueRight = 640;
const changeRight = 760;

/** Bars of a ranking; where some point each way they start in the middle. */
export function rankPicture(
  bars: readonly RankBar[],
  columns: RankColumns,
  look: PictureLook & { readonly bar: string; readonly goal: string },
): Drawing {
  const shares = bars.flatMap(({ share }) => share ?? []);
  const both =
    shares.some((share) => share < 0) && shares.some((share) => share > 0);
  const zero = both ? barLeft + barWidth / 2 : barLeft;
  const room = both ? barWidth / 2 : barWidth;
  const text = (
    x: number,
    y: number,
    said: string,
    color: string,
    anchor = "start",
  ) =>
    `<text x="${x}" y="${y}" font-size="13" fill="${markup(color)}" text-anchor="${anchor}">${markup(said)}</text>`;
  const head = [
    text(0, 14, columns.rank, look.muted),
    text(84, 14, columns.region, look.muted),
    text(valueRight, 14, columns.value, look.muted, "end"),
    text(changeRight, 14, columns.change, look.muted, "end"),
    `<path d="M0 22H${changeRight}" stroke="${markup(look.line)}"/>`,
  ];
  const lines = bars.flatMap((bar, index) => {
    const top = row * (index + 1);
    const base = top + 17;
    const length = bar.share === null ? 0 : Math.abs(bar.share) * room;
    const left =
      both && bar.share !== null && bar.share < 0 ? zero - length : zero;
    return [
      text(0, base, bar.rank, look.text),
      text(84, base, bar.region, look.text),
      bar.share === null
        ? ""
        : `<rect x="${tenth(left)}" y="${top + 6}" width="${tenth(length)}" height="14" fill="${markup(look.bar)}"/>`,
      bar.goal === null
        ? ""
        : `<rect x="${tenth(zero + bar.goal * room - 1)}" y="${top + 3}" width="2" height="20" fill="${markup(look.goal)}"/>`,
      text(valueRight, base, bar.value, look.text, "end"),
      text(changeRight, base, bar.change, look.text, "end"),
    ];
  });
  return {
    width: changeRight,
    height: row * (bars.length + 1) + 8,
    body: [...head, ...lines].join(""),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
