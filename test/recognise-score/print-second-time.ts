import type { Knowledge } from "../../src/engine.ts";
import type { LabelledFile } from "./labels.ts";
import { secondTime } from "./second-time.ts";

/** Prints what is asked once the questions of each file were answered: of the same file, and of the next month's. */
export async function printSecondTime(
  files: readonly LabelledFile[],
  knowledge: Knowledge,
): Promise<void> {
  let [first, again, next] = [0, 0, 0];
  const asking: string[] = [];
  for (const file of files) {
    const one = await secondTime(file, knowledge);
    first += one.first.length;
    again += one.again.length;
    next += one.next.length;
    for (const question of one.again)
      asking.push(`again  ${one.set}/${one.file}: ${question}`);
    for (const question of one.next)
      asking.push(`next   ${one.set}/${one.file}: ${question}`);
  }
  console.log(`
second time: ${first} questions at first, ${again} when the answered file is read again, ${next} on the next month's sheet`);
  for (const line of asking) console.log(`  ${line}`);
}
