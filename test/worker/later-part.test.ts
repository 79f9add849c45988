import { expect, test } from "vitest";
import { laterPart } from "../../src/worker/later-part.ts";

interface Part {
  add(a: number, b: number): Promise<number>;
  fail(): Promise<never>;
}

const part: Part = {
  add: (a, b) => Promise.resolve(a + b),
  fail: () => Promise.reject(new Error("no")),
};

test("a part is loaded at the first call, once, and answers as it does alone", async () => {
  let loads = 0;
  const later = laterPart<Part>(["add", "fail"], () => {
    loads += 1;
    return Promise.resolve(part);
  });
  expect(loads).toBe(0);
  expect(await Promise.all([later.add(1, 2), later.add(3, 4)])).toEqual([3, 7]);
  await expect(later.fail()).rejects.toThrow("no");
  expect(loads).toBe(1);
});

test("a part that could not be loaded is told of, and tried again", async () => {
  let loads = 0;
  const later = laterPart<Part>(["add", "fail"], () => {
    loads += 1;
    return loads === 1
      ? Promise.reject(new Error("unreachable"))
      : Promise.resolve(part);
  });
  await expect(later.add(1, 2)).rejects.toThrow("unreachable");
  expect(await later.add(1, 2)).toBe(3);
});
