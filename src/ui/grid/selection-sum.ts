import {
  addDecimals,
  type Decimal,
  decimalOf,
  decimalText,
  roundDecimal,
  trimDecimal,
} from "../../model/decimal.ts";
import { fractionOf, roundFraction } from "../../model/fraction.ts";

/** What a selection of cells comes to. Figures are exact; missing ones count apart and are never 0. */
export interface SelectionSum {
  readonly cells: number;
  /** Cells with a number. */
  readonly numbers: number;
  /** Cells that say why there is no number, or hold another kind of value. */
  readonly others: number;
  readonly sum: Decimal | null;
  readonly mean: Decimal | null;
  readonly min: number | null;
  readonly max: number | null;
}

const exactScales = [1, 10, 100, 1e3, 1e4, 1e5, 1e6] as const;
/** Below it sums of doubles that hold whole numbers are exact. */
const wholeLimit = 2 ** 52;

/** Adds up cells one by one; a million take well under a second. */
export class SelectionTally {
  #cells = 0;
  #numbers = 0;
  #others = 0;
  #min = Infinity;
  #max = -Infinity;
  /** Whole numbers of 10^-scale, not yet in `#sum`. */
  readonly #open = exactScales.map(() => 0);
  #sum: Decimal = { digits: 0n, scale: 0 };
  #scale = 0;

  /** `undefined` for an empty cell, null for one whose value is missing. */
  add(value: number | string | null | undefined): void {
    this.#cells += 1;
    if (value === undefined) return;
    if (typeof value !== "number") {
      this.#others += 1;
      return;
    }
    this.#numbers += 1;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    this.#addNumber(value);
  }

  #addNumber(value: number): void {
    for (let scale = 0; scale < exactScales.length; scale += 1) {
      const unit = exactScales[scale] ?? 1;
      const whole = Math.round(value * unit);
      if (whole / unit !== value || Math.abs(whole) >= 1e15) continue;
      if (scale > this.#scale) this.#scale = scale;
      const open = (this.#open[scale] ?? 0) + whole;
      this.#open[scale] = open;
      if (Math.abs(open) >= wholeLimit - 1e15) this.#settle(scale);
      return;
    }
    const exact = decimalOf(value);
    this.#scale = Math.max(this.#scale, exact.scale);
    this.#sum = addDecimals(this.#sum, exact);
  }

  #settle(scale: number): void {
    this.#sum = addDecimals(this.#sum, {
      digits: BigInt(this.#open[scale] ?? 0),
      scale,
    });
    this.#open[scale] = 0;
  }

  /** The mean is rounded half to even to one decimal more than the figures have. */
  result(): SelectionSum {
    this.#open.forEach((_, scale) => {
      this.#settle(scale);
    });
    const any = this.#numbers > 0;
    const total = fractionOf(this.#sum);
    return {
      cells: this.#cells,
      numbers: this.#numbers,
      others: this.#others,
      sum: any ? roundDecimal(this.#sum, this.#scale) : null,
      mean: any
        ? trimDecimal(
            roundFraction(
              { n: total.n, d: total.d * BigInt(this.#numbers) },
              this.#scale + 1,
            ),
          )
        : null,
      min: any ? this.#min : null,
      max: any ? this.#max : null,
    };
  }
}

/** Digits with thousands marks: `12,345.6`. */
export function groupedText(value: Decimal): string {
  return decimalText(value).replace(/\d+/, (whole) =>
    whole.replace(/\B(?=(\d{3})+$)/g, ","),
  );
}
