import type { Sha256 } from "../model/codes.ts";
import type { Target } from "../model/target.ts";
import type { Stored } from "./entry.ts";

/** What the journal says besides values and records: by name, the last word holds. */
export interface PlainFacts {
  readonly targets: ReadonlyMap<string, Target>;
  /** Ids of targets taken off the list, shipped ones among them. */
  readonly removedTargets: ReadonlySet<string>;
  readonly settings: ReadonlyMap<string, string>;
  /** JSON text by profile name. */
  readonly profiles: ReadonlyMap<string, string>;
  /** SHA-256 of the bytes by template name. */
  readonly templates: ReadonlyMap<string, Sha256>;
  /** Remarks on a value by its `keyText`, oldest first. */
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
}

/** A remark on a value: who made it, and when in milliseconds since 1970. */
export interface Comment {
  readonly text: string;
  readonly who: string;
  readonly at: number;
}

/** Folds entries given in journal order; undone ones must be left out. */
export function foldPlainFacts(entries: Iterable<Stored>): PlainFacts {
  const targets = new Map<string, Target>();
  const removed = new Set<string>();
  const change = (id: string, target: Target | null): void => {
    setOrDelete(targets, id, target);
    if (target === null) removed.add(id);
    else removed.delete(id);
  };
  const settings = new Map<string, string>();
  const profiles = new Map<string, string>();
  const templates = new Map<string, Sha256>();
  const comments = new Map<string, Comment[]>();
  for (const { entry } of entries) {
    if (entry.kind === "target") change(entry.id, entry.target);
    else if (entry.kind === "targets")
      for (const { id, target } of entry.changes) change(id, target);
    else if (entry.kind === "setting") settings.set(entry.name, entry.text);
    else if (entry.kind === "profile")
      setOrDelete(profiles, entry.name, entry.json === "" ? null : entry.json);
    else if (entry.kind === "template")
      setOrDelete(templates, entry.name, entry.sha);
    else if (entry.kind === "comment") {
      const { text, who, at } = entry;
      const said = comments.get(entry.key);
      if (said === undefined) comments.set(entry.key, [{ text, who, at }]);
      else said.push({ text, who, at });
    }
  }
  return {
    targets: byName(targets),
    removedTargets: removed,
    settings: byName(settings),
    profiles: byName(profiles),
    templates: byName(templates),
    comments: byName(comments),
  };
}

function setOrDelete<Value>(
  map: Map<string, Value>,
  name: string,
  value: Value | null,
): void {
  if (value === null) map.delete(name);
  else map.set(name, value);
}

function byName<Value>(
  map: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
