const asked = [
  "indicator",
  "region",
  "period",
  "measure",
  "unit",
  "value",
  "field",
] as const;

/** The word for what a person is asked for. */
export function askedCode(role: string): `ui.asked.${(typeof asked)[number]}` {
  return `ui.asked.${asked.find((known) => known === role) ?? "value"}`;
}
