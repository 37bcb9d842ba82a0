// `npm run bench`: measures the built packages and prints a Markdown table. Exits with 1 when a budget is missed three
// times, or when an answer is wrong.
import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { chromiumKernels } from "./browser/kernels.ts";
import { csvToColumns } from "./csv/csv-rows.ts";
import { fifoPeer, largeFifoPeer } from "./csv/fifo-peer.ts";
import { mappedIntake } from "./csv/mapped-intake.ts";
import { edits } from "./edits/edit-workloads.ts";
import { replayGrowth } from "./ledger/replay-growth.ts";
import { averageCostReplays, fifoReplays } from "./ledger/replay-workloads.ts";
import { type BenchRow, tableOf, type Workload } from "./measure/bench-row.ts";
import { metrics } from "./metrics/metric-workloads.ts";
import { replayMemory } from "./memory/replay-memory.ts";
import { dailySeries, largeDailySeries } from "./series/series-workloads.ts";
import { bundleSizes } from "./sizes/bundle-sizes.ts";
import { coldStart } from "./storage/cold-start.ts";
import { priceLoad } from "./storage/price-load.ts";
import { wholeWorkloads } from "./whole/whole-workloads.ts";

/** What runs in this process and in child processes of it, by the names of docs/benchmarks.md. */
const inNode = {
  w0: [...csvToColumns, ...mappedIntake],
  w1: averageCostReplays,
  w1f: fifoReplays,
  w2: dailySeries,
  w3: metrics,
  w5: edits,
  w9: wholeWorkloads,
  peer: fifoPeer,
  growth: replayGrowth,
  memory: replayMemory,
} satisfies Readonly<Record<string, readonly Workload[]>>;
const inBrowser = {
  kernels: chromiumKernels,
  w6: [priceLoad],
  w7: [coldStart],
} satisfies Readonly<Record<string, readonly Workload[]>>;
const size = [bundleSizes];
const node = Object.values(inNode).flat();
const browser = Object.values(inBrowser).flat();
const parts: Readonly<Record<string, readonly Workload[]>> = { ...inNode, ...inBrowser, node, browser, size };
const tries = 3;

/** Runs a workload; one that misses a budget is tried again, for the machine may be shared. */
async function measured(workload: Workload): Promise<BenchRow[]> {
  for (let attempt = 1; ; attempt++) {
    console.error(`${workload.title}${attempt > 1 ? `, try ${attempt}` : ""} …`);
    const rows = await workload.run();
    if (attempt === tries || rows.every(({ pass }) => pass !== false)) return rows;
  }
}

async function writeResults(rows: readonly BenchRow[]): Promise<void> {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const at = new Date().toISOString();
  const folder = new URL("../results/", import.meta.url);
  await mkdir(folder, { recursive: true });
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg() };
  await writeFile(
    new URL(`${at.slice(0, 10)}-${commit}.json`, folder),
    `${JSON.stringify({ schema: 1, at, commit, ...machine, rows }, undefined, 2)}\n`,
  );
}

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: {
    json: { type: "string" },
    only: { type: "string" },
    peers: { type: "boolean" },
    large: { type: "boolean" },
  },
});
if (values.only !== undefined && !(values.only in parts))
  throw new Error(`There is no part "${values.only}". Choose one of ${Object.keys(parts).join(", ")}.`);
const workloads = [
  ...(values.only === undefined ? [...node, ...browser, ...size] : parts[values.only]!),
  ...(values.peers === true ? largeFifoPeer : []),
  ...(values.large === true ? largeDailySeries : []),
];
const rows: BenchRow[] = [];
for (const workload of workloads) rows.push(...(await measured(workload)));
console.log(
  `\n${tableOf(rows)}\n\nNode ${process.version}, ${cpus().length} x ${cpus()[0]?.model}, load ${loadavg()[0]!.toFixed(1)}; medians, results checked.`,
);
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
await writeResults(rows);
process.exitCode = rows.some(({ pass }) => pass === false) ? 1 : 0;
