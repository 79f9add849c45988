import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/model/calendar.ts";
import type { StatusRules } from "../../src/model/catalog.ts";
import { computeProgress } from "../../src/progress/compute-progress.ts";
import { thresholdsOn } from "../../src/progress/thresholds-on.ts";
import { describe as words } from "../../src/text/words.ts";
import { observation, smallCatalog, target } from "./small-catalog.ts";

const { statusRules } = smallCatalog();

/** Rules whose versions follow each other with gaps, from a list of lengths. */
function rulesOf(
  lengths: readonly (readonly [gap: number, days: number])[],
  open: boolean,
): { rules: StatusRules; spans: readonly (readonly [number, number])[] } {
  let day = 18_000;
  const spans = lengths.map(([gap, days], at): readonly [number, number] => {
    const from = day + gap;
    day = from + days;
    return [
      from,
      open && at === lengths.length - 1 ? Number.POSITIVE_INFINITY : day - 1,
    ];
  });
  return {
    spans,
    rules: {
      ...statusRules,
      versions: spans.map(([from, to], at) => ({
        name: `v${at}`,
        from: isoDate(from),
        to: to === Number.POSITIVE_INFINITY ? "" : isoDate(to),
        ahead: `1.${at + 1}`,
        onPace: "1",
        behind: "0.5",
        source: "test",
      })),
    },
  };
}

describe("the thresholds on a day", () => {
  it("are of the version whose days hold it, first and last day included, else the undated", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 40 }),
            fc.integer({ min: 1, max: 60 }),
          ),
          { maxLength: 5 },
        ),
        fc.boolean(),
        fc.integer({ min: 17_990, max: 18_600 }),
        (lengths, open, day) => {
          const { rules, spans } = rulesOf(lengths, open);
          const at = spans.findIndex(([from, to]) => from <= day && day <= to);
          expect(thresholdsOn(rules, day).version?.name).toBe(
            at < 0 ? undefined : `v${at}`,
          );
          expect(thresholdsOn(rules, day).ahead).toBe(
            rules.versions[at]?.ahead ?? rules.ahead,
          );
        },
      ),
    );
  });

  it("judge by the day looked at, and the trace names them in both languages", () => {
    const catalog = {
      ...smallCatalog(),
      statusRules: {
        ...statusRules,
        versions: [
          {
            name: "晋环函〔2021〕7号",
            from: "2021-07-01",
            to: "",
            ahead: "2",
            onPace: "1.9",
            behind: "0.8",
            source: "通知",
          },
        ],
      },
    };
    const rowOn = (asOf: string) => {
      const [row] = computeProgress({
        observations: [observation("air.pm25", "2020", 45)],
        targets: [
          target({
            indicator: "air.pm25",
            comparator: "<=",
            goal: "40",
            unit: "μg/m3",
            baseline: { value: "50", period: "2018" },
            from: "2018",
            deadline: "2022",
          }),
        ],
        catalog,
        asOf,
      });
      if (row === undefined) throw new Error("no row");
      return row;
    };
    // Half of the way in half of the time: a pace of 1.
    expect(rowOn("2021-06-30").status).toBe("达序时");
    const later = rowOn("2021-07-01");
    expect(later.status).toBe("滞后");
    const step = later.trace.find(
      ({ code }) => code === "progress.step_thresholds_of",
    );
    expect(words(step?.code ?? "", step?.params ?? {}, "zh")).toBe(
      "阈值按晋环函〔2021〕7号（2021-07-01 起施行；依据：通知）",
    );
    expect(words(step?.code ?? "", step?.params ?? {}, "en")).toContain(
      "in force from 2021-07-01",
    );
  });
});
