import type { Issue, Params } from "../../model/issue.ts";
import type { ProgressRow } from "../../model/progress.ts";
import type { Language } from "../../text/message.ts";
import type { ReviewCode } from "../../text/messages/review.ts";
import type { GridCode } from "../../text/messages/grid.ts";
import type { TargetsUiCode } from "../../text/messages/targets-ui.ts";
import type { UiCode } from "../../text/messages/ui.ts";
import type { ViewsCode } from "../../text/messages/views.ts";
import type { TableShape } from "../../model/profile.ts";
import type { CellRange } from "../../model/sheet.ts";
import type {
  FileInput,
  ImportChoices,
  ReviewChoice,
  ReviewSheetPlace,
  ReviewTablePlace,
  StateInfo,
} from "../../worker/api.ts";
import type { ScopeChange } from "./contexts.ts";
import type { Theme } from "./preferences.ts";
import type { Route } from "./route.ts";
import type { Subject } from "./subject.ts";

/** What happened, in a corner of the window until it is read. */
export interface Notice {
  readonly tone: "done" | "warning" | "error";
  readonly code: UiCode | ViewsCode | ReviewCode | GridCode | TargetsUiCode;
  readonly params: Params;
  readonly issues: readonly Issue[];
}

/** What elements ask of the shell; every event bubbles through shadow roots. */
export interface UiEvents {
  "db-navigate": Route;
  "db-inspect": Subject | null;
  /** The row on show has other figures now; of nothing where the inspector was left or shows another. */
  "db-follow-row": ProgressRow;
  /** Rows as they would be with supposed values; null when nothing is supposed any more. */
  "db-suppose": readonly ProgressRow[] | null;
  "db-files": readonly FileInput[];
  /** Opens the browser's own dialog for files or a folder. */
  "db-pick": "files" | "folder";
  "db-examples": null;
  /** Answers a question of the review in hand. */
  "db-answer": { readonly question: string; readonly choice: ReviewChoice };
  /** Takes an answer back. */
  "db-take-back": string;
  /** Corrects a table; null as it was recognised. */
  "db-reshape": {
    readonly table: ReviewTablePlace;
    readonly shape: TableShape | null;
  };
  /** Takes cells of a sheet for a table. */
  "db-draw": { readonly sheet: ReviewSheetPlace; readonly range: CellRange };
  /** Takes back that a table was drawn. */
  "db-erase": ReviewTablePlace;
  /** Stores the named files of the review in hand, with what was chosen cell by cell. */
  "db-store": {
    readonly files: readonly string[];
    readonly choices: ImportChoices;
  };
  /** Opens the list of mapping profiles. */
  "db-profiles": null;
  /** Spellings changed: what is under review was read anew. */
  "db-spellings": null;
  "db-discard": null;
  "db-cancel": null;
  /** The journal changed; the new facts about it. */
  "db-changed": StateInfo;
  /** The journal changed, and with it labels or indicators of the code lists. */
  "db-relabelled": StateInfo;
  "db-notice": Notice;
  "db-dismiss": Notice;
  "db-scope": ScopeChange;
  "db-language": Language;
  /** Null follows the system. */
  "db-theme": Theme | null;
  "db-who": string;
  "db-undo": null;
  "db-redo": null;
  "db-settings": null;
  /** Prints the view on show. */
  "db-print": null;
  /** Enters or leaves the meeting-room mode. */
  "db-room": boolean;
  /** Grids become plain tables. */
  "db-reader": boolean;
  "db-help": null;
}

export type Handlers = {
  readonly [Name in keyof UiEvents]: (detail: UiEvents[Name]) => void;
};

export function send<Name extends keyof UiEvents>(
  from: EventTarget,
  name: Name,
  detail: UiEvents[Name],
): void {
  from.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true }),
  );
}

/** Calls the handler of every event that reaches `target`, with its detail. */
export function handleAll(target: EventTarget, handlers: Handlers): void {
  for (const [name, handler] of Object.entries(handlers))
    target.addEventListener(name, (event) => {
      if (event instanceof CustomEvent) handler(event.detail as never);
    });
}
