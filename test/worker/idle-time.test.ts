import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { counted, IdleTime } from "../../src/worker/idle-time.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function steps(count: number): { done: number; work: Iterator<undefined> } {
  const state = { done: 0, work: walk() };
  function* walk(): Generator<undefined, void> {
    for (let at = 0; at < count; at += 1) {
      state.done += 1;
      yield;
    }
  }
  return state;
}

test("work begins after a quiet while and goes on to its end", async () => {
  const idle = new IdleTime();
  const own = steps(5);
  idle.offer(own.work);
  await vi.advanceTimersByTimeAsync(1_400);
  expect(own.done).toBe(0);
  await vi.runAllTimersAsync();
  expect(own.done).toBe(5);
});

test("no step is run while a call is made, nor soon after it", async () => {
  const idle = new IdleTime();
  const own = steps(100);
  idle.offer(own.work);
  await vi.advanceTimersByTimeAsync(1_510);
  const before = own.done;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(100);
  let finish = (): void => undefined;
  const call = idle.during(
    () =>
      new Promise<string>((resolve) => {
        finish = () => {
          resolve("answer");
        };
      }),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  expect(own.done).toBe(before);
  finish();
  expect(await call).toBe("answer");
  await vi.advanceTimersByTimeAsync(1_400);
  expect(own.done).toBe(before);
  await vi.runAllTimersAsync();
  expect(own.done).toBe(100);
});

test("a step that gives a promise ends when it is kept, and the next waits for a quiet while", async () => {
  const idle = new IdleTime();
  let keep = (): void => undefined;
  const done: string[] = [];
  idle.offer(
    (function* () {
      done.push("asked");
      yield new Promise<void>((resolve) => {
        keep = resolve;
      });
      done.push("kept");
    })(),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  expect(done).toEqual(["asked"]);
  const call = idle.during(() => Promise.resolve("answer"));
  keep();
  expect(await call).toBe("answer");
  await vi.advanceTimersByTimeAsync(1_400);
  expect(done).toEqual(["asked"]);
  await vi.runAllTimersAsync();
  expect(done).toEqual(["asked", "kept"]);
});

test("every function of an interface counts as a call, and fails as it does alone", async () => {
  const idle = new IdleTime();
  const own = steps(1);
  idle.offer(own.work);
  const api = counted(
    {
      add: (a: number, b: number) => Promise.resolve(a + b),
      refuse: () => Promise.reject(new Error("no")),
    },
    idle,
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await api.add(1, 2)).toBe(3);
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(api.refuse()).rejects.toThrow("no");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(own.done).toBe(0);
  await vi.runAllTimersAsync();
  expect(own.done).toBe(1);
});
