import { type TemplateResult, html } from "lit";
import type { Route } from "../state/route.ts";
import "../views/db-empty.ts";
import { tabOf } from "../targets/target-tabs.ts";
import type { ReviewController } from "./review-controller.ts";

/** The grid and its views are fetched when first shown, so that the page appears at once. */
const loaders = {
  overview: () => import("../views/db-overview.ts"),
  data: () => import("../views/db-data.ts"),
  targets: () => import("../views/db-targets.ts"),
  targetList: () => import("../targets/db-target-list.ts"),
  formulas: () => import("../targets/db-formulas.ts"),
  statusRules: () => import("../targets/db-status-rules.ts"),
  rank: () => import("../views/db-rank.ts"),
  ledger: () => import("../views/db-ledger.ts"),
  reports: () => import("../views/db-reports.ts"),
  audit: () => import("../views/db-planned.ts"),
  review: () => import("../review/db-review.ts"),
};

/** The code of the pages that stand beside the progress. */
const tabCode: Readonly<Record<string, keyof typeof loaders>> = {
  list: "targetList",
  rules: "statusRules",
  formulas: "formulas",
};

/** Views whose code was asked for, so that a failure is told once. */
const asked = new Set<keyof typeof loaders>();

/** Views that have something to show before any data is there. */
const standing: ReadonlySet<string> = new Set(["reports", "audit"]);

export interface ViewNeeds {
  readonly imports: ReviewController;
  readonly isEmpty: boolean;
  readonly onMissingCode: (error: unknown) => void;
}

/**
 * The view of a route. Its code may still be on its way: the element is there at
 * once and comes to life when the code arrives. Code that does not arrive (the
 * app was replaced under the open page) is told to `onMissingCode`.
 */
export function viewOf(
  route: Route,
  { imports, isEmpty, onMissingCode }: ViewNeeds,
): TemplateResult {
  const { view, filters } = route;
  const tab = view === "targets" ? tabOf(filters) : "progress";
  if (
    view === "review"
      ? imports.review === null
      : isEmpty && tab === "progress" && !standing.has(view)
  )
    return html`<db-empty .busy=${imports.work !== null}></db-empty>`;
  const code = tabCode[tab] ?? view;
  if (!asked.has(code)) {
    asked.add(code);
    loaders[code]().catch(onMissingCode);
  }
  switch (view) {
    case "overview":
      return html`<db-overview .filters=${filters}></db-overview>`;
    case "data":
      return html`<db-data .filters=${filters}></db-data>`;
    case "targets":
      return tab === "list"
        ? html`<db-target-list .filters=${filters}></db-target-list>`
        : tab === "rules"
          ? html`<db-status-rules></db-status-rules>`
          : tab === "formulas"
            ? html`<db-formulas></db-formulas>`
            : html`<db-targets .filters=${filters}></db-targets>`;
    case "ledger":
      return html`<db-ledger .filters=${filters}></db-ledger>`;
    case "reports":
      return html`<db-reports></db-reports>`;
    case "rank":
      return html`<db-rank .filters=${filters}></db-rank>`;
    case "audit":
      return html`<db-planned></db-planned>`;
    case "review":
      return html`<db-review
        .review=${imports.review}
        .busy=${imports.work !== null}
      ></db-review>`;
  }
}
