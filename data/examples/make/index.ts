import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allExamples } from "./all.ts";

const folder = new URL("../", import.meta.url);

for (const example of allExamples)
  writeFileSync(
    fileURLToPath(new URL(example.file, folder)),
    await example.build(),
  );
