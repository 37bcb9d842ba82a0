import { generatePortfolio } from "@portfolio/generated-portfolio";
import { medianTime } from "../measure/paired-runs.ts";
import { floatReplay } from "./float-replay.ts";

/** The float64 replay of 100k / 50 on the machine of the budgets, in ms. */
const referenceMs = 0.7;

/** How much slower this machine is than the one of the budgets: those in milliseconds are multiplied by it. */
export function machineFactor(): number {
  const portfolio = generatePortfolio({ transactions: 100_000, instruments: 50, years: 20 });
  return medianTime(() => floatReplay(portfolio)) / referenceMs;
}
