import type { AskedRole } from "../model/asked-role.ts";
import type { QuestionPlace, TableShape } from "../model/profile.ts";
import type { CellRange } from "../model/sheet.ts";
import type { Assume, FileInput } from "./file-input.ts";
import type {
  ImportChoices,
  ImportResult,
  ReviewChanges,
} from "./review-changes-api.ts";
import type {
  ReviewFile,
  ReviewRows,
  ReviewSheetPlace,
  ReviewTablePlace,
} from "./review-sheet-api.ts";

/** Long work reports itself; `total` 0 when it is not known yet. */
export interface WorkProgress {
  readonly done: number;
  readonly total: number;
  /** What is being done: a message code of `text/`, and the file it is about. */
  readonly doing: string;
  readonly file: string;
}

/** A cell of a review: file by name, sheet by position. */
export interface ReviewPlace {
  readonly file: string;
  readonly sheet: number;
  readonly cell: string;
}

/** One thing a person is asked; the answer settles all its cells, in all files of the review. */
export interface ReviewQuestion {
  readonly id: string;
  readonly role: AskedRole;
  readonly place: QuestionPlace["place"];
  /** What the header or cell says, with the headers over it. */
  readonly text: string;
  readonly path: string;
  /** Codes of the role, the likeliest first. */
  readonly candidates: readonly string[];
  readonly cells: readonly ReviewPlace[];
  /** Tables it is asked of. */
  readonly tables: number;
  /** True where all of them are ledgers, which are imported without the answer too. */
  readonly ledgers: boolean;
  /** Figures that wait for it, as the sheet shows them; at most a few. */
  readonly examples: readonly string[];
  /** The months that sheets without a year name, each once. */
  readonly months: readonly { readonly from: number; readonly to: number }[];
}

/** What was answered, now or before, and holds for the files of the review. */
export interface ReviewAnswer {
  readonly id: string;
  readonly asked: AskedRole;
  readonly role: AskedRole;
  readonly place: QuestionPlace["place"];
  readonly path: string;
  /** Empty: not ours. */
  readonly choice: string;
  /** Headers it is about. */
  readonly count: number;
  /** True where it is whose ledgers are, and of nothing else. */
  readonly ledgers: boolean;
  /** True when it was known before this review. */
  readonly saved: boolean;
}

/** What a person chose; an empty code is "not ours". */
export interface ReviewChoice {
  readonly role: AskedRole;
  readonly code: string;
}

/** Recognised, not stored: `id` stays valid until `discardReview` or `importReview`. */
export interface Review {
  readonly id: string;
  readonly files: readonly ReviewFile[];
  readonly questions: readonly ReviewQuestion[];
  readonly answered: readonly ReviewAnswer[];
  /** Profiles that importing would save. */
  readonly unsaved: number;
  readonly cancelled: boolean;
}

/** Files recognised and asked about before anything of them is stored. */
export interface ReviewApi {
  /** Recognises files and stores nothing. */
  review(
    files: readonly FileInput[],
    assume: Assume,
    onProgress: (progress: WorkProgress) => void,
  ): Promise<Review>;
  /** Stops the long work in hand; its call resolves with what was done. */
  cancel(): Promise<void>;
  /** A review as it is now, all files. */
  reviewed(id: string): Promise<Review>;
  discardReview(id: string): Promise<void>;
  /** Answers a question of a review, wherever it is asked; `files` of the result are those read anew. */
  answer(id: string, question: string, choice: ReviewChoice): Promise<Review>;
  /** Takes an answer back. */
  takeBack(id: string, answer: string): Promise<Review>;
  /** Corrects where a table is and what kind it is, for all tables of its form; null as it was recognised. */
  reshape(
    id: string,
    table: ReviewTablePlace,
    shape: TableShape | null,
  ): Promise<Review>;
  /** Takes a rectangle of a sheet for a table, for all sheets with its header; null when its first row has no words. */
  drawTable(
    id: string,
    sheet: ReviewSheetPlace,
    range: CellRange,
  ): Promise<Review | null>;
  /** Takes back that a table was drawn. */
  eraseTable(id: string, table: ReviewTablePlace): Promise<Review>;
  /** Rows `top` to `bottom`, inclusive, of a sheet under review. */
  reviewRows(
    id: string,
    sheet: ReviewSheetPlace,
    top: number,
    bottom: number,
  ): Promise<ReviewRows>;
  /** What importing the files named would do. */
  changes(id: string, files: readonly string[]): Promise<ReviewChanges>;
  /** Stores values, choices and answers as one step of undo. */
  importReview(
    id: string,
    files: readonly string[],
    who: string,
    choices?: ImportChoices,
  ): Promise<ImportResult>;
  /** The problems of a review as a workbook: file, sheet, cell, what is wrong, what to do. */
  issueWorkbook(
    table: readonly (readonly string[])[],
    title: string,
  ): Promise<Uint8Array>;
}
