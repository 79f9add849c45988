export const views = [
  "overview",
  "data",
  "targets",
  "rank",
  "ledger",
  "reports",
  "audit",
] as const;
export type ViewName = (typeof views)[number] | "review";

/** A place in the app: a view and what it is filtered by. */
export interface Route {
  readonly view: ViewName;
  readonly filters: Readonly<Record<string, string>>;
}

/** `#/targets?status=滞后`; anything unknown is the overview. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const view =
    path === "review" ? path : views.find((candidate) => candidate === path);
  if (view === undefined) return { view: "overview", filters: {} };
  const filters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) filters[name] = value;
  return { view, filters };
}

export function routeHash(route: Route): string {
  const entries = Object.entries(route.filters).filter(([, v]) => v !== "");
  const query = new URLSearchParams(entries).toString();
  return query === "" ? `#/${route.view}` : `#/${route.view}?${query}`;
}
