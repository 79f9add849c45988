import { nextRankOf } from "./next-rank.ts";
import { rankChoices } from "./rank-choices.ts";
import { rankingOf } from "./ranking.ts";
import type { RankingApi } from "./ranking-api.ts";
import type { OpenWorkspace } from "./workspace.ts";

/** Regions ranked by what is stated and what is computed. */
export function rankingPart(open: OpenWorkspace): RankingApi {
  return {
    async rankChoices({ region, asOf }) {
      const space = await open();
      return rankChoices(space.computedState(), space.catalog(), asOf, (code) =>
        space.isInScope(code, region),
      );
    },

    async ranking(request) {
      const space = await open();
      return rankingOf(space.computedState(), space.catalog(), request);
    },

    async nextRank(figure) {
      const space = await open();
      return nextRankOf(
        space.computedState().observations.values(),
        space.catalog(),
        figure,
      );
    },
  };
}
