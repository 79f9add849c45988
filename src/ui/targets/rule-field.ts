import type { TargetsUiCode } from "../../text/messages/targets-ui.ts";

/** Fields of status rules and their versions, with the words they are called by. */
export const ruleWords = {
  ahead: "targets.field.ahead",
  onPace: "targets.field.onPace",
  behind: "targets.field.behind",
  source: "targets.rules.source",
  name: "targets.rules.version_name",
  from: "targets.field.declared",
  to: "targets.field.until",
} as const satisfies Readonly<Record<string, TargetsUiCode>>;

/** The code of the words of a field, given as `behind` or `versions.0.behind`; null for what has none. */
export function ruleField(path: string): TargetsUiCode | null {
  const field = /^versions\.\d+\.(\w+)$/.exec(path)?.[1] ?? path;
  const known: Readonly<Record<string, TargetsUiCode>> = ruleWords;
  return Object.hasOwn(known, field) ? (known[field] ?? null) : null;
}
