import { askedRoles } from "../model/asked-role.ts";
import { parseJson } from "../model/parse-json.ts";
import * as v from "valibot";
import type { Issue } from "../model/issue.ts";
import type { Answer, TableShape } from "../model/profile.ts";
import type {
  AddedAlias,
  ProfileFile,
  StoredProfile,
} from "../model/stored-profile.ts";

const text = v.pipe(v.string(), v.maxLength(4_000));
const step = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(-16_384),
  v.maxValue(16_384),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000));

const answer = v.object({
  place: v.picklist(["column", "row", "stub", "table", "cell"]),
  words: text,
  nth: v.exactOptional(count),
  asked: v.picklist(askedRoles),
  role: v.picklist(askedRoles),
  choice: text,
  files: v.exactOptional(v.array(text)),
  rivals: v.exactOptional(v.array(text)),
  sender: v.exactOptional(text),
  whole: v.exactOptional(v.literal(true)),
}) satisfies v.GenericSchema<unknown, Answer>;

const shape = v.object({
  top: v.exactOptional(step),
  left: v.exactOptional(step),
  bottom: v.exactOptional(step),
  right: v.exactOptional(step),
  headerRows: v.exactOptional(count),
  stubColumns: v.exactOptional(count),
  turned: v.exactOptional(v.literal(true)),
  kind: v.exactOptional(v.picklist(["figures", "records", "none"])),
}) satisfies v.GenericSchema<unknown, TableShape>;

const drawn = v.pipe(
  v.array(v.pipe(v.array(text), v.minLength(1), v.maxLength(1_000))),
  v.minLength(1),
  v.maxLength(20),
);

const profile = v.object({
  id: v.pipe(text, v.minLength(1)),
  name: text,
  sample: v.array(text),
  form: text,
  answers: v.array(answer),
  shape: v.exactOptional(shape),
  drawn: v.exactOptional(drawn),
}) satisfies v.GenericSchema<unknown, StoredProfile>;

const alias = v.object({
  role: v.picklist(["indicator", "region", "unit"]),
  text: v.pipe(text, v.minLength(1)),
  code: v.pipe(text, v.minLength(1)),
}) satisfies v.GenericSchema<unknown, AddedAlias>;

const file = v.object({
  dabiao: v.literal("profiles"),
  version: v.pipe(v.number(), v.integer()),
  profiles: v.array(v.unknown()),
  aliases: v.array(v.unknown()),
});

/** The version of the file that is written; newer ones are refused. */
const currentVersion = 1;

/** One profile of the journal; null when the text is none. */
export function readStoredProfile(json: string): StoredProfile | null {
  const parsed = v.safeParse(profile, parseJson(json));
  return parsed.success ? parsed.output : null;
}

/** The profiles that texts of the journal hold, by form; texts that are none are passed over. */
export function profilesByForm(
  texts: Iterable<string>,
): ReadonlyMap<string, StoredProfile> {
  const byForm = new Map<string, StoredProfile>();
  for (const json of texts) {
    const profile = readStoredProfile(json);
    if (profile !== null) byForm.set(profile.form, profile);
  }
  return byForm;
}

export function storedProfileText(stored: StoredProfile): string {
  return JSON.stringify(stored);
}

/** A file of profiles as people share it. What is no profile in it is left out, with an issue. */
export function readProfileFile(
  name: string,
  json: string,
): ProfileFile & { readonly issues: readonly Issue[] } {
  const none = { profiles: [], aliases: [] };
  const parsed = v.safeParse(file, parseJson(json));
  if (!parsed.success)
    return {
      ...none,
      issues: [
        { code: "review.not_a_profile_file", severity: "error", file: name },
      ],
    };
  const { version } = parsed.output;
  if (version > currentVersion)
    return {
      ...none,
      issues: [
        {
          code: "review.newer_profile_file",
          severity: "error",
          file: name,
          params: { version },
        },
      ],
    };
  const profiles = kept(parsed.output.profiles, profile);
  const aliases = kept(parsed.output.aliases, alias);
  const bad =
    parsed.output.profiles.length -
    profiles.length +
    parsed.output.aliases.length -
    aliases.length;
  return {
    profiles,
    aliases,
    issues:
      bad === 0
        ? []
        : [
            {
              code: "review.bad_profiles",
              severity: "warning",
              file: name,
              params: { n: bad },
            },
          ],
  };
}

export function profileFileText({ profiles, aliases }: ProfileFile): string {
  return `${JSON.stringify(
    { dabiao: "profiles", version: currentVersion, profiles, aliases },
    null,
    1,
  )}\n`;
}

function kept<T>(
  rows: readonly unknown[],
  schema: v.GenericSchema<unknown, T>,
): T[] {
  return rows.flatMap((row) => {
    const parsed = v.safeParse(schema, row);
    return parsed.success ? [parsed.output] : [];
  });
}
