import { cpus, platform, totalmem, arch, loadavg } from "node:os";

/** What the numbers were measured on. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  /** GB. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** Runnable processes of the last minute when the run began; well above 0 means noisy times. */
  readonly load: number;
}

export function thisMachine(): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? "unknown",
    memory: Math.round(totalmem() / 1024 ** 3),
    system: `${platform()} ${arch()}`,
    node: process.version,
    load: loadavg()[0] ?? 0,
  };
}

export function machineLine(machine: Machine): string {
  const { cores, processor, memory, system, node, load } = machine;
  return `${cores} cores (${processor}), ${memory} GB, ${system}, Node ${node}; load at the start ${load.toFixed(2)}`;
}
