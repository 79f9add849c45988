import type { Profile } from "./profile.ts";

/** A profile as it is kept and shared. */
export interface StoredProfile extends Profile {
  /** Stable: made of the form it was first saved for. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Header words as a sheet had them, so that people know it again. */
  readonly sample: readonly string[];
}

/** A spelling that stands for a code, added to the lists. */
export interface AddedAlias {
  readonly role: "indicator" | "region" | "unit";
  readonly text: string;
  readonly code: string;
}

/** What people hand each other: profiles, and the spellings they rely on. */
export interface ProfileFile {
  readonly profiles: readonly StoredProfile[];
  readonly aliases: readonly AddedAlias[];
}
