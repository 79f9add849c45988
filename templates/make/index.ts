import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allTemplates, templateIndex } from "./all.ts";

const folder = new URL("../", import.meta.url);

for (const template of allTemplates)
  writeFileSync(
    fileURLToPath(new URL(template.file, folder)),
    await template.build(),
  );
writeFileSync(fileURLToPath(new URL("index.json", folder)), templateIndex());
