// Fuzzes for a number of minutes: `npm run fuzz -- 10 [SEED]`.
import { describeFault, watchRounds } from "./watch.ts";

const [minutes = "5", from = "1000000"] = process.argv.slice(2);
const batch = 500;
const end = Date.now() + Number(minutes) * 60_000;
let seed = Number(from);
let found = 0;
while (Date.now() < end) {
  const faults = await watchRounds(seed, batch);
  for (const fault of faults) console.log(describeFault(fault));
  found += faults.length;
  seed += batch;
}
console.log(`seeds ${from} to ${seed - 1}: ${found} faults`);
process.exitCode = found === 0 ? 0 : 1;
