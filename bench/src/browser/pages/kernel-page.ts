// Runs in the window of a browser: the very workloads that run in Node, on core as it is built for browsers.
import { generatePortfolio } from "@portfolio/generated-portfolio";
import { replayRows } from "../../ledger/replay-rows.ts";
import type { BenchRow } from "../../measure/bench-row.ts";
import { usualEffort } from "../../measure/paired-runs.ts";
import { seriesRows } from "../../series/series-rows.ts";
import { wholeRows } from "../../whole/whole-rows.ts";
import type { KernelVisit } from "../kernel-visit.ts";

function rowsOf({ work, shape, budget }: KernelVisit): BenchRow[] {
  if (!globalThis.crossOriginIsolated) throw new Error("The page is not isolated: its clock is too coarse.");
  const portfolio = generatePortfolio(shape);
  if (work === "series") return seriesRows(portfolio);
  if (work === "whole") return wholeRows(portfolio, budget);
  return replayRows(portfolio, { method: work, effort: usualEffort });
}

const visit = JSON.parse(new URL(location.href).searchParams.get("visit")!) as KernelVisit;
// As a promise, so that a wrong answer reaches the benchmark as its error.
Object.assign(globalThis, { benchAnswer: Promise.resolve().then(() => rowsOf(visit)) });
