import { expect, it } from "vitest";
import { withAliases } from "../../src/catalog/with-aliases.ts";
import { createMatcher } from "../../src/match/matcher.ts";
import { catalog } from "../shipped-matcher.ts";

it("makes added spellings stand for their codes, and leaves the rest as it is", () => {
  const added = withAliases(catalog, [
    { role: "indicator", text: "气溶胶质量", code: "air.pm10" },
    { role: "region", text: "龙城", code: "140100" },
    { role: "unit", text: "微克每方", code: "μg/m3" },
    { role: "indicator", text: "无此码", code: "air.nothing" },
  ]);
  const matcher = createMatcher(added);
  expect(matcher.read("气溶胶质量").indicator[0]).toMatchObject({
    value: "air.pm10",
    confidence: 1,
  });
  expect(matcher.region("龙城")[0]?.value).toBe("140100");
  expect(matcher.unit("微克每方")[0]?.value).toBe("μg/m3");
  expect(added.indicators.size).toBe(catalog.indicators.size);
  expect(withAliases(catalog, [])).toBe(catalog);
});
