import { lightRow, plainRow } from "../progress/row.ts";
import { outlooksOf } from "./outlooks.ts";
import type { ProgressApi } from "./progress-api.ts";
import { seriesFor } from "./series.ts";
import { suppose } from "./target-desk.ts";
import { trendsOf } from "./trends.ts";
import type { OpenWorkspace } from "./workspace.ts";

/** Targets against actuals, and where they are heading. */
export function progressPart(open: OpenWorkspace): ProgressApi {
  return {
    async progress({ region, asOf }) {
      const space = await open();
      return space
        .kept()
        .rows(asOf, space.catalog(), space.targets())
        .filter((row) => space.isInScope(row.region, region))
        .map(lightRow);
    },

    async progressRow({ indicator, region, targetId, variant, base }, asOf) {
      const space = await open();
      const row = space
        .kept()
        .rows(asOf, space.catalog(), space.targets(), {
          region,
          indicators: [indicator],
        })
        .find(
          (one) =>
            one.targetId === targetId &&
            one.variant === variant &&
            one.base === base,
        );
      return row === undefined ? null : plainRow(row);
    },

    async outlooks({ region, asOf }) {
      const space = await open();
      return outlooksOf(
        space.kept().rows(asOf, space.catalog(), space.targets()),
        (code) => space.isInScope(code, region),
      );
    },

    async series(request) {
      const space = await open();
      const catalog = space.catalog();
      const targets = space.targets();
      const kept = space.kept();
      const { indicator, region, asOf } = request;
      return seriesFor(
        {
          observations: kept.observationsOf(indicator, region, catalog),
          rows: kept.rows(asOf, catalog, targets, {
            region,
            indicators: [indicator],
          }),
          profile: (year) => kept.profile(request, year, catalog),
        },
        catalog,
        targets,
        request,
      );
    },

    async trends(indicators, { region, asOf }) {
      const space = await open();
      return trendsOf(
        space.computedState(),
        space.catalog(),
        indicators,
        asOf,
        (code) => space.isInScope(code, region),
      );
    },

    async whatIf(supposed, asOf) {
      const space = await open();
      return suppose(
        { ...space.knowledge, catalog: space.catalog() },
        space.journal,
        supposed,
        asOf,
      );
    },
  };
}
