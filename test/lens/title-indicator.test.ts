import { describe, expect, it } from "vitest";
import { bound } from "./bound.ts";

describe("an indicator that only the title names", () => {
  it.each(["各市", "各县区", "各地市"])(
    "holds for every month column of %s",
    (who) => {
      const { lines, questions } = bound([
        [`2021年${who}PM2.5浓度（μg/m³）`, null, null],
        ["城市", "1月", "1—3月"],
        ["太原市", 80, 63],
        ["大同市", 40, 35],
      ]);
      expect(questions).toEqual([]);
      expect(lines).toHaveLength(4);
      expect(lines[0]).toContain("air.pm25|140100|2021-01|actual");
      expect(lines[1]).toContain("air.pm25|140100|2021-01/2021-03|actual");
    },
  );
});
