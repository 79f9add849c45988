import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**"],
          environment: "node",
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/browser/serve.ts",
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
