import { describe, expect, it } from "vitest";
import { failureNotice, failureOf } from "../../../src/ui/state/failure.ts";

describe("failureOf", () => {
  it("says what to do about failures a person can mend", () => {
    const full = Object.assign(new Error("quota"), {
      name: "QuotaExceededError",
    });
    expect(failureOf(full).code).toBe("ui.failure.storage_full");
    expect(
      failureOf(
        new TypeError("Failed to fetch dynamically imported module: x.js"),
      ).code,
    ).toBe("ui.failure.app_changed");
  });

  it("shows the sentence of any other", () => {
    expect(failureNotice(new Error("no review r is open"))).toEqual({
      tone: "error",
      code: "ui.notice.failed",
      params: { why: "no review r is open" },
      issues: [],
    });
    expect(failureOf("gone").params).toEqual({ why: "gone" });
  });
});
