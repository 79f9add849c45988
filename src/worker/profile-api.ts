import type { Issue } from "../model/issue.ts";
import type { AddedAlias } from "../model/stored-profile.ts";

export interface ProfileInfo {
  readonly id: string;
  readonly name: string;
  readonly sample: readonly string[];
  readonly answers: number;
  readonly shaped: boolean;
  /** True for a table that a person drew. */
  readonly drawn: boolean;
}

export interface Profiles {
  readonly profiles: readonly ProfileInfo[];
  readonly aliases: readonly AddedAlias[];
}

/** What a person does with profiles and spellings. */
export type ProfileChange =
  | { readonly do: "rename"; readonly id: string; readonly name: string }
  | { readonly do: "remove"; readonly id: string }
  | { readonly do: "read"; readonly file: string; readonly text: string }
  | { readonly do: "addAlias"; readonly alias: AddedAlias }
  | { readonly do: "removeAlias"; readonly alias: AddedAlias };

export interface ProfileOutcome extends Profiles {
  readonly issues: readonly Issue[];
}

/** Answers that are kept by the form of a table, and spellings that people added. */
export interface ProfileApi {
  profiles(): Promise<Profiles>;
  /** Of an open review, its files are read anew when spellings change. */
  changeProfiles(change: ProfileChange, who: string): Promise<ProfileOutcome>;
  /** All profiles, or those with the ids, as the text of a file. */
  shareProfiles(ids: readonly string[]): Promise<string>;
}
