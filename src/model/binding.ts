import type { AskedRole } from "./asked-role.ts";
import type { PeriodCode, RegionCode, UnitCode } from "./codes.ts";
import type { PlausibleRange } from "./indicator.ts";
import type { FieldType } from "./catalog.ts";
import type { HeaderText } from "./table.ts";
import type { ObservationKey, ObservationStatus } from "./observation.ts";
import type { TableAsk } from "./profile.ts";
import type { CellRange } from "./sheet.ts";

/**
 * How a cell spells its value, so that it can be read and printed back.
 * `scale` is decimal text: the stored or printed number times `scale` is the
 * value in the indicator's unit. `decimals` is what the cell shows now, null
 * when it shows none.
 */
export type Form =
  | {
      /** A numeric cell, or an empty one that takes a number. */
      readonly kind: "number";
      readonly scale: string;
      readonly decimals: number | null;
      /** Under %: a value below 1 with so many decimals or more might be a bare fraction; it is asked about and never written. */
      readonly fractionFrom?: number;
      /** A bare number outside it that fits in another unit is asked about and never written. */
      readonly plausible?: PlausibleRange;
    }
  | {
      /** A numeric cell with a percent format: 0.636 shown as 63.6%. */
      readonly kind: "percent";
      readonly scale: string;
      readonly decimals: number | null;
    }
  | {
      /** A text: `prefix` number `suffix` (`63.6%`, `↓4个`, `2.2万`, `1,234`). `sign` -1 when the words negate. */
      readonly kind: "text";
      readonly scale: string;
      readonly decimals: number | null;
      readonly prefix: string;
      readonly suffix: string;
      readonly sign: 1 | -1;
      readonly grouped: boolean;
      /** As of a number. */
      readonly fractionFrom?: number;
      /** A bare number outside it that fits in another unit is asked about and never written. */
      readonly plausible?: PlausibleRange;
    }
  | {
      /** `3.25（3.76）`: slot 0 before, slot 1 inside the brackets. */
      readonly kind: "pair";
      readonly scale: string;
      readonly decimals: number | null;
      readonly open: string;
      readonly close: string;
      readonly slot: 0 | 1;
    }
  | {
      /** A water class: Ⅲ, III, 三类, 劣Ⅴ. */
      readonly kind: "class";
      readonly style: string;
    }
  | {
      readonly kind: "date";
      /** `serial` for date cells, otherwise a pattern such as `YYYY年M月D日`. */
      readonly pattern: string;
    }
  | { readonly kind: "words" }
  | {
      /** A placeholder (`—`, `断流`): may be replaced by a number. */
      readonly kind: "placeholder";
      readonly scale: string;
      /** As of a number. */
      readonly fractionFrom?: number;
      /** A bare number outside it that fits in another unit is asked about and never written. */
      readonly plausible?: PlausibleRange;
    }
  | {
      /** Cannot be printed back: formulas, errors, `近60%`, `0.025L`. */
      readonly kind: "fixed";
      readonly why:
        | "formula"
        | "error"
        | "approximate"
        | "limit"
        /** One of several rows that state a field of a record together. */
        | "part"
        | "other";
    };

export type BindingTarget =
  | { readonly type: "observation"; readonly key: ObservationKey }
  | {
      readonly type: "field";
      readonly kind: string;
      readonly record: string;
      readonly field: string;
      readonly fieldType: FieldType;
    };

/** What a body cell is: a two-way view of one value. */
export interface Binding {
  readonly sheet: string;
  readonly part: string;
  readonly row: number;
  readonly column: number;
  readonly slot: number;
  readonly slots: number;
  readonly target: BindingTarget;
  /** Aggregates and ordinals are kept for checking and are no observations. */
  readonly role: "value" | "aggregate" | "ordinal";
  /** The unit the sheet states; the indicator's own when it states none. */
  readonly unit: UnitCode;
  /** The unit of `value`; `unit` when absent. */
  readonly valueUnit?: UnitCode;
  readonly form: Form;
  readonly writable: boolean;
  /** In the indicator's unit; null with `missing` when there is none. */
  readonly value: number | string | null;
  readonly missing: string;
  readonly raw: string;
  readonly decimals: number | null;
  readonly status: ObservationStatus;
  /** 0 to 1; bindings below the certain level are asked about instead. */
  readonly confidence: number;
  /** Codes with parameters joined by `=`, for example `indicator=PM2.5平均浓度`. */
  readonly reasons: readonly string[];
}

/** A header or cell nothing could be made of, or several things. */
export interface Unmatched {
  readonly cell: string;
  readonly text: string;
  /** What a person is asked for. */
  readonly role: AskedRole;
  readonly candidates: readonly string[];
  /** Further cells that the same choice settles. */
  readonly also?: readonly string[];
}

/** Where further records of a kind may be written. */
export interface OpenRows {
  readonly kind: string;
  /** Rows, 0-based, from top to bottom. */
  readonly rows: readonly number[];
  /** `field` null for a 序号. */
  readonly columns: readonly {
    readonly column: number;
    readonly field: string | null;
  }[];
}

/** One recognised table with its bindings. */
export interface BoundTable {
  readonly sheet: string;
  readonly part: string;
  readonly range: CellRange;
  readonly title: string;
  readonly orientation: "cross" | "long" | "records" | "transposed";
  readonly headers: readonly HeaderText[];
  /** The period the title or a line around the table states; absent where none does. */
  readonly asOf?: PeriodCode;
  /** Of a table of records: the region the title or a line around it states; absent where none does. */
  readonly place?: RegionCode;
  /** Of a table of records: the rows that hold nothing yet, and the field of each column. */
  readonly open?: OpenRows;
  readonly bindings: readonly Binding[];
  readonly unmatched: readonly Unmatched[];
  /** What is needed to answer its questions and to correct it. */
  readonly ask?: TableAsk;
}
