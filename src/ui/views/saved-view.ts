/** Filters as one text, in a fixed order, so that equal ones are the same text. */
export function viewText(filters: Readonly<Record<string, string>>): string {
  const entries = Object.entries(filters)
    .filter(([, value]) => value !== "")
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new URLSearchParams(entries).toString();
}

/** The filters of a text of {@link viewText}. */
export function viewFilters(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Name of the saved view that these filters are; null for none. */
export function viewNamed(
  views: Readonly<Record<string, string>>,
  filters: Readonly<Record<string, string>>,
): string | null {
  const now = viewText(filters);
  const found = Object.entries(views).find(
    ([, text]) => viewText(viewFilters(text)) === now,
  );
  return found?.[0] ?? null;
}
