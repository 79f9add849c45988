import { type AskedRole, askedRoles } from "../../model/asked-role.ts";

/** The word for what a person is asked for. */
export function askedCode(role: string): `ui.asked.${AskedRole}` {
  return `ui.asked.${askedRoles.find((known) => known === role) ?? "value"}`;
}
