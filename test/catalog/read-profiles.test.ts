import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  profileFileText,
  profilesByForm,
  readProfileFile,
  readStoredProfile,
  storedProfileText,
} from "../../src/catalog/read-profiles.ts";
import type { StoredProfile } from "../../src/model/stored-profile.ts";

const profile: StoredProfile = {
  id: "f1",
  name: "月报",
  sample: ["地区", "PM2.5"],
  form: "§各市空气质量\n地区\nPM2.5浓度",
  answers: [
    {
      place: "column",
      words: "气溶胶",
      nth: 1,
      asked: "indicator",
      role: "indicator",
      choice: "air.pm10",
    },
    {
      place: "table",
      words: "",
      asked: "period",
      role: "period",
      choice: "2021-06",
      files: ["a"],
    },
    {
      place: "table",
      words: "",
      asked: "region",
      role: "region",
      choice: "140100",
      sender: "站月报",
      files: ["a", "b"],
    },
  ],
  shape: { bottom: -1, kind: "figures", turned: true },
  drawn: [
    ["地区", ""],
    ["", "PM2.5浓度"],
  ],
};

describe("profiles as text", () => {
  it("read back as they were", () => {
    expect(readStoredProfile(storedProfileText(profile))).toEqual(profile);
    const file = {
      profiles: [profile],
      aliases: [{ role: "region", text: "并州", code: "140100" } as const],
    };
    expect(readProfileFile("a.json", profileFileText(file))).toEqual({
      ...file,
      issues: [],
    });
  });

  it("that are something else are passed over", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readStoredProfile(text)).toBeNull();
      }),
    );
    expect([...profilesByForm(["{}", storedProfileText(profile)])]).toEqual([
      [profile.form, profile],
    ]);
  });

  it("with a row that is not understood keep the others and say so", () => {
    const text = JSON.stringify({
      dabiao: "profiles",
      version: 1,
      profiles: [profile, { ...profile, answers: [{ place: "nowhere" }] }],
      aliases: [],
    });
    expect(readProfileFile("a.json", text)).toMatchObject({
      profiles: [profile],
      issues: [{ code: "review.bad_profiles", params: { n: 1 } }],
    });
  });
});
