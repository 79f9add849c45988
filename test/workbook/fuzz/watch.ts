import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface FuzzFault {
  readonly seed: number;
  readonly file: string;
  readonly fault: string;
}

/** Milliseconds after which a round is said to hang: a thousand times what one takes. */
const patience = 30_000;

/** Runs rounds in another process and watches it; a hang or a crash is a fault of the seed it was at. */
export function watchRounds(
  firstSeed: number,
  rounds: number,
): Promise<FuzzFault[]> {
  const child = spawn(
    process.execPath,
    [
      "--max-old-space-size=700",
      "--import",
      "tsx",
      fileURLToPath(new URL("rounds.ts", import.meta.url)),
      String(firstSeed),
      String(rounds),
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const faults: FuzzFault[] = [];
  let seed = firstSeed;
  let done = false;
  let hangs = false;
  const bark = (): void => {
    hangs = true;
    child.kill("SIGKILL");
  };
  let dog = setTimeout(bark, patience);
  createInterface({ input: child.stdout }).on("line", (line) => {
    clearTimeout(dog);
    dog = setTimeout(bark, patience);
    if (line === "done") done = true;
    else if (line.startsWith("seed ")) seed = Number(line.slice(5));
    else if (line.startsWith("fault "))
      faults.push(JSON.parse(line.slice(6)) as FuzzFault);
  });
  return new Promise((resolve) => {
    child.on("close", (code, signal) => {
      clearTimeout(dog);
      if (!done)
        faults.push({
          seed,
          file: "",
          fault: hangs ? "hangs" : `ends with ${code ?? signal ?? "nothing"}`,
        });
      resolve(faults);
    });
  });
}

/** How to see a fault again. */
export function describeFault({ seed, file, fault }: FuzzFault): string {
  return `FUZZ_SEED=${seed} FUZZ_ROUNDS=1 (${file}): ${fault}`;
}
