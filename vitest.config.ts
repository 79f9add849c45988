import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Both cores of a small machine; by default one of two stays idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**"],
          sequence: { groupOrder: 0 },
          environment: "node",
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/browser/serve.ts",
          // After the others: pages answer slowly on a machine that is busy.
          sequence: { groupOrder: 1 },
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // One Chromium at a time: a shared machine has two cores.
          fileParallelism: false,
        },
      },
    ],
  },
});
