import {
  profileFileText,
  profilesByForm,
  readProfileFile,
  storedProfileText,
} from "../catalog/read-profiles.ts";
import { aliasName, parseAliasName } from "../dataset/alias-name.ts";
import type { EntryBody } from "../dataset/entry.ts";
import type { PlainFacts } from "../dataset/plain-facts.ts";
import type { Knowledge } from "../engine.ts";
import { CERTAIN } from "../lens/certain.ts";
import type { Issue } from "../model/issue.ts";
import type { AddedAlias, StoredProfile } from "../model/stored-profile.ts";
import type { ProfileChange, Profiles } from "./profile-api.ts";

/** The profiles in force, by form. */
export function savedProfiles({
  profiles,
}: Pick<PlainFacts, "profiles">): ReadonlyMap<string, StoredProfile> {
  return profilesByForm(profiles.values());
}

/** The spellings in force. */
export function savedAliases({
  settings,
}: Pick<PlainFacts, "settings">): AddedAlias[] {
  return [...settings].flatMap(([name, code]) => {
    const alias = parseAliasName(name);
    return alias === null || code === "" ? [] : [{ ...alias, code }];
  });
}

export function shelfOf(facts: PlainFacts): Profiles {
  return {
    profiles: [...savedProfiles(facts).values()].map(
      ({ id, name, sample, answers, shape, drawn }) => ({
        id,
        name,
        sample,
        answers: answers.length,
        shaped: shape !== undefined,
        drawn: drawn !== undefined,
      }),
    ),
    aliases: savedAliases(facts),
  };
}

/** Profiles as a file to share: those with the ids, or all of them; with every spelling that was added. */
export function sharedText(facts: PlainFacts, ids: readonly string[]): string {
  return profileFileText({
    profiles: [...savedProfiles(facts).values()].filter(
      ({ id }) => ids.length === 0 || ids.includes(id),
    ),
    aliases: savedAliases(facts),
  });
}

/** The entries that a change makes, or why it cannot be. */
export function bodiesOf(
  change: ProfileChange,
  facts: PlainFacts,
  knowledge: Knowledge,
): {
  readonly bodies: readonly EntryBody[];
  readonly issues: readonly Issue[];
} {
  switch (change.do) {
    case "rename": {
      const known = [...savedProfiles(facts).values()].find(
        ({ id }) => id === change.id,
      );
      const name = change.name.trim();
      return {
        bodies:
          known === undefined || name === "" || name === known.name
            ? []
            : [bodyOf({ ...known, name })],
        issues: [],
      };
    }
    case "remove":
      return {
        bodies: [{ kind: "profile", name: change.id, json: "" }],
        issues: [],
      };
    case "read":
      return bodiesOfFile(change, facts, knowledge);
    case "addAlias": {
      const issue = refusal(change.alias, knowledge);
      return issue === null
        ? { bodies: [aliasBody(change.alias)], issues: [] }
        : { bodies: [], issues: [issue] };
    }
    case "removeAlias":
      return {
        bodies: [{ ...aliasBody(change.alias), text: "" }],
        issues: [],
      };
  }
}

function bodiesOfFile(
  { file, text }: ProfileChange & { readonly do: "read" },
  facts: PlainFacts,
  knowledge: Knowledge,
): {
  readonly bodies: readonly EntryBody[];
  readonly issues: readonly Issue[];
} {
  const { profiles, aliases, issues } = readProfileFile(file, text);
  const known = savedProfiles(facts);
  const bodies: EntryBody[] = profiles.flatMap((profile) => {
    // One profile a form: what was here under another id is replaced.
    const own = known.get(profile.form);
    const body = bodyOf(
      own === undefined ? profile : { ...profile, id: own.id },
    );
    return own !== undefined && storedProfileText(own) === body.json
      ? []
      : [body];
  });
  const refused: Issue[] = [];
  for (const alias of aliases) {
    const issue = refusal(alias, knowledge);
    if (issue === null) bodies.push(aliasBody(alias));
    else if (issue.code !== "review.alias_known")
      refused.push({ ...issue, file });
  }
  return { bodies, issues: [...issues, ...refused] };
}

function bodyOf(profile: StoredProfile): EntryBody & { kind: "profile" } {
  return {
    kind: "profile",
    name: profile.id,
    json: storedProfileText(profile),
  };
}

function aliasBody(alias: AddedAlias): EntryBody & { kind: "setting" } {
  return { kind: "setting", name: aliasName(alias), text: alias.code };
}

/** Why a spelling cannot be added: it says so already, or it means something else. */
function refusal(
  { role, text, code }: AddedAlias,
  { matcher, catalog }: Knowledge,
): Issue | null {
  const lists = {
    indicator: catalog.indicators,
    region: catalog.regions,
    unit: catalog.units,
  };
  if (!lists[role].has(code))
    return {
      code: "review.alias_of_nothing",
      severity: "error",
      params: { text, code },
    };
  const facets = matcher.read(text);
  const [sure] = facets[role];
  if (sure === undefined || sure.confidence < CERTAIN || facets.rest !== "")
    return null;
  return sure.value === code
    ? { code: "review.alias_known", severity: "info", params: { text } }
    : {
        code: "review.alias_taken",
        severity: "error",
        params: { text, [role]: sure.value },
      };
}
