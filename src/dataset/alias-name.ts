/** A spelling that a user added to a code list, kept as a setting whose text is the code. */
export interface AliasName {
  readonly role: "indicator" | "region" | "unit";
  readonly text: string;
}

const roles = ["indicator", "region", "unit"] as const;

/** `alias.indicator.细颗粒`: the setting's name of a spelling. */
export function aliasName({ role, text }: AliasName): string {
  return `alias.${role}.${text}`;
}

/** The inverse; null for a setting that is no spelling. */
export function parseAliasName(name: string): AliasName | null {
  const match = /^alias\.([a-z]+)\.(.+)$/su.exec(name);
  const role = roles.find((known) => known === match?.[1]);
  const text = match?.[2];
  return role === undefined || text === undefined ? null : { role, text };
}
