/** What a question or an answer can be about. */
export const askedRoles = [
  "indicator",
  "region",
  "period",
  "measure",
  "unit",
  "value",
  "field",
] as const;

export type AskedRole = (typeof askedRoles)[number];
