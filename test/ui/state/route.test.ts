import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRoute, routeHash, views } from "../../../src/ui/state/route.ts";

describe("route", () => {
  it("reads back every place it writes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...views, "review" as const),
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,8}$/),
          fc.string({ minLength: 1, unit: "grapheme" }),
          { noNullPrototype: true },
        ),
        (view, filters) => {
          expect(parseRoute(routeHash({ view, filters }))).toEqual({
            view,
            filters,
          });
        },
      ),
    );
  });

  it("takes anything unknown for the overview", () => {
    expect(parseRoute("").view).toBe("overview");
    expect(parseRoute("#/nothing?x=1")).toEqual({
      view: "overview",
      filters: {},
    });
  });

  it("leaves empty filters out", () => {
    expect(routeHash({ view: "targets", filters: { status: "" } })).toBe(
      "#/targets",
    );
  });
});
