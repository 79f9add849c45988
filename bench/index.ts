import { demandLine, isMet } from "./demand.ts";
import { gridTopic } from "./grid/index.ts";
import { hostileTopic } from "./hostile/index.ts";
import { machineLine, thisMachine } from "./machine.ts";
import { benchOptions } from "./options.ts";
import { pageTopic } from "./page/index.ts";
import { recogniseTopic } from "./recognise/index.ts";
import { quoteInReadmes, writeResults } from "./results-file.ts";
import { progressTopic } from "./progress/index.ts";
import { plainTable } from "./table.ts";
import type { Section, Topic } from "./topic.ts";
import { workbookTopic } from "./workbook/index.ts";

const topics: readonly Topic[] = [
  workbookTopic,
  hostileTopic,
  recogniseTopic,
  progressTopic,
  pageTopic,
  gridTopic,
];

const options = benchOptions(process.argv.slice(2));
const machine = thisMachine();
const show = (text: string): void => {
  if (!options.json) console.log(text);
};
const say = (line: string): void => {
  process.stderr.write(`  … ${line}\n`);
};

const unknown = options.topics.filter(
  (name) => !topics.some((topic) => topic.name === name),
);
if (unknown.length > 0)
  throw new Error(
    `no such topic: ${unknown.join(", ")}; there are ${topics.map(({ name }) => name).join(", ")}`,
  );

show(machineLine(machine));
const results: Record<string, unknown>[] = [];
let broke = false;
for (const topic of topics) {
  if (options.topics.length > 0 && !options.topics.includes(topic.name))
    continue;
  const sections: Section[] = [];
  for await (const section of topic.run(options, say)) {
    sections.push(section);
    showSection(section);
    broke ||= section.crashes.length > 0;
    results.push({
      topic: topic.name,
      title: section.title,
      data: section.data,
      demands: section.demands.map((demand) => ({
        ...demand,
        met: options.quick ? null : isMet(demand),
      })),
      crashes: section.crashes,
    });
  }
  if (options.quick) continue;
  await writeResults(topic.name, machine, sections);
  if (options.readme) await quoteInReadmes(sections);
}
if (options.json)
  console.log(
    JSON.stringify(
      { machine, quick: options.quick, rounds: options.rounds, results },
      null,
      2,
    ),
  );
process.exitCode = broke ? 1 : 0;

function showSection(section: Section): void {
  show(`\n${section.title}\n\n${plainTable(section.table)}`);
  for (const note of section.notes) show(note);
  for (const demand of section.demands)
    show(demandLine(demand, !options.quick));
  for (const crash of section.crashes) show(`broke: ${crash}`);
}
