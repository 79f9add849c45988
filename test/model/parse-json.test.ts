import { expect, it } from "vitest";
import { parseJson } from "../../src/model/parse-json.ts";

it("gives the value of a JSON text, and null for any other text", () => {
  expect(parseJson('{"a":[1,"二"]}')).toEqual({ a: [1, "二"] });
  expect(parseJson("0")).toBe(0);
  for (const text of ["", "{", "undefined", "null"])
    expect(parseJson(text)).toBeNull();
});
