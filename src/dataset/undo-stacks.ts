import type { Sha256 } from "../model/codes.ts";
import { parseAliasName } from "./alias-name.ts";
import { type EntryKind, type Stored } from "./entry.ts";
import { isFormula } from "./formula-setting.ts";
import { statusRulesSetting } from "./describe.ts";
import { UndoGraph } from "./undo-graph.ts";

/** Kinds that undo and redo step over: marks, and undo itself. */
const notSteps: ReadonlySet<EntryKind> = new Set<EntryKind>(["undo", "backup"]);

/** Settings are stepped over too, but for a spelling that was added, a formula, and the rules that statuses are judged by. */
function isStep({ entry }: Stored): boolean {
  return entry.kind === "setting"
    ? entry.name === statusRulesSetting ||
        parseAliasName(entry.name) !== null ||
        isFormula(entry)
    : !notSteps.has(entry.kind);
}

export interface UndoStacks {
  /** Actions in force; the last is what undo takes back. */
  readonly undo: readonly Stored[];
  /** Actions taken back since the last new one; the last is what redo brings back. */
  readonly redo: readonly Stored[];
  /** The undos that keep the next redo's action out; redo undoes each of them. */
  readonly redoTargets: readonly Sha256[];
}

/**
 * Undo and redo as a spreadsheet has them: a new action drops what could be
 * redone, though the entries stay in the journal. `entries` in journal order.
 */
export function undoStacks(entries: readonly Stored[]): UndoStacks {
  const graph = new UndoGraph();
  const undo: Stored[] = [];
  let redo: Stored[] = [];
  const actions = new Map<Sha256, Stored>();
  for (const stored of entries) {
    graph.add(stored);
    if (stored.entry.kind !== "undo") {
      if (!isStep(stored)) continue;
      if (stored.entry.kind === "batch")
        for (const member of stored.entry.entries) {
          const place = undo.findIndex(({ id }) => id === member);
          if (place >= 0) undo.splice(place, 1);
          actions.delete(member);
        }
      actions.set(stored.id, stored);
      undo.push(stored);
      redo = [];
      continue;
    }
    const action = actions.get(graph.rootOf(stored.id));
    if (action === undefined) continue;
    const undone = graph.isUndone(action.id);
    const place = undo.lastIndexOf(action);
    if (undone && place >= 0) {
      undo.splice(place, 1);
      redo.push(action);
    } else if (!undone && place < 0) {
      redo = redo.filter((other) => other !== action);
      undo.push(action);
    }
  }
  const next = redo.at(-1);
  return {
    undo,
    redo,
    redoTargets:
      next === undefined
        ? []
        : graph.undosInForce(next.id).map((stored) => stored.id),
  };
}
