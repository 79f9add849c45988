import type { RankChoice } from "../../worker/api.ts";

/**
 * The indicator whose cities stand side by side on 总览: the one asked for,
 * else the first of the code lists that most cities have. Null without cities.
 */
export function headline(
  choices: readonly RankChoice[],
  asked: string,
): RankChoice | null {
  const cities = headlineChoices(choices);
  const wanted = cities.find(({ indicator }) => indicator === asked);
  if (wanted !== undefined) return wanted;
  const most = Math.max(0, ...cities.map(reach));
  return cities.find((choice) => reach(choice) === most) ?? null;
}

/** One choice an indicator, the plain variant first. */
export function headlineChoices(
  choices: readonly RankChoice[],
): readonly RankChoice[] {
  const cities = choices.filter(({ level }) => level === "city");
  return [
    ...new Map(
      [...cities].reverse().map((choice) => [choice.indicator, choice]),
    ).values(),
  ].reverse();
}

function reach({ periods }: RankChoice): number {
  return Math.max(0, ...periods.map(({ n }) => n));
}
