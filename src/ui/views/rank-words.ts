import type { Params } from "../../model/issue.ts";
import type { UiCode } from "../../text/messages/ui.ts";
import type { ViewsCode } from "../../text/messages/views.ts";
import { describe } from "../../text/words.ts";
import type { RankChoice, Ranking } from "../../worker/api.ts";
import { figureText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import type { Names } from "../state/names.ts";
import type { ChosenRank } from "./rank-choice.ts";
import { countChanges, type RankBy, type RankShown } from "./rank-table.ts";

/** What a ranking is called and says, on the screen, on paper and in pictures. */
export class RankWords {
  constructor(
    private readonly names: Names,
    private readonly by: RankBy,
  ) {}

  /** An indicator with its variant and base. */
  series({ indicator, variant, base }: RankChoice): string {
    const more = [
      this.names.variant(variant),
      base === ""
        ? ""
        : this.#say("ui.against_base", {
            base: periodText(base, this.names.language),
          }),
    ].filter((part) => part !== "");
    const name = this.names.indicator(indicator);
    return more.length === 0
      ? name
      : `${name} (${more.join(this.#say("ui.comma"))})`;
  }

  among({ level, parent }: RankChoice): string {
    if (parent === "") return this.#say("views.rank.all_counties");
    return this.#say(
      level === "city" ? "views.rank.cities" : "views.rank.counties",
      { region: this.names.region(parent) },
    );
  }

  title({ choice, period }: ChosenRank): string {
    return [
      this.among(choice),
      this.series(choice),
      periodText(period, this.names.language),
    ].join(" · ");
  }

  /** Unit, order, rounding; `goals` when some stand among the bars. */
  line({ better, unit }: Ranking, goals: boolean): string {
    const words = this.names.unit(unit);
    return [
      words === "" ? "" : this.#say("views.rank.unit", { unit: words }),
      this.by === "change"
        ? this.#say("views.rank.by_change")
        : this.#say(`views.rank.${better}`),
      this.by === "change" ? "" : this.#say("views.rank.rounding"),
      goals ? this.#say("views.rank.target_tick") : "",
    ]
      .filter((part) => part !== "")
      .join(" · ");
  }

  summary(ranking: Ranking): string {
    const { ranked, better, worse, same } = countChanges(ranking);
    return better + worse + same === 0
      ? this.#say("views.rank.summary_without_change", { n: ranked })
      : this.#say("views.rank.summary", { n: ranked, better, worse, same });
  }

  place(rank: number | null, tied: boolean): string {
    if (rank === null) return figureText(null, null);
    return tied
      ? `${String(rank)} ${this.#say("views.rank.tied")}`
      : String(rank);
  }

  /** Place by what is ranked by; a region that has none says why. */
  placeOrReason({ rank, tied, line }: RankShown): string {
    if (rank !== null) return this.place(rank, tied);
    return line.excluded
      ? this.#say("views.rank.excluded")
      : line.reason || figureText(null, null);
  }

  change({ line, change }: RankShown): string {
    if (line.change === null) return change;
    return line.changeUnit === "pp"
      ? `${change} ${this.#say("views.rank.points")}`
      : `${change}${line.changeUnit}`;
  }

  #say(code: UiCode | ViewsCode, params: Params = {}): string {
    return describe(code, params, this.names.language);
  }
}
