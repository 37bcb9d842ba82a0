import { compensatedSum } from "../series/compensated-sum.ts";
import type { DatedFlow } from "./dated-flow.ts";

/** Flows added up by day and put in time order; days count from the first amount that is not 0. */
export interface TimedFlows {
  readonly days: Float64Array;
  readonly amounts: Float64Array;
  /** How many of these days are a year, or the one period that a rate is stated for. */
  readonly daysPerYear: number;
}

/**
 * Adds up dated flows by day. The amounts of a day are added in the order of their size, so that the order of the input
 * does not change a digit.
 */
export function timedFlows(flows: readonly DatedFlow[], daysPerYear: number): TimedFlows {
  const ordered = isAscending(flows) ? flows : [...flows].sort((a, b) => a.day - b.day);
  const days: number[] = [];
  const amounts: number[] = [];
  for (let at = 0; at < ordered.length;) {
    const start = at;
    const { day } = ordered[start]!;
    while (at < ordered.length && ordered[at]!.day === day) at++;
    const amount = at - start === 1 ? ordered[start]!.amount : sumOfDay(ordered.slice(start, at));
    if (amount === 0) continue;
    days.push(day);
    amounts.push(amount);
  }
  const first = days[0] ?? 0;
  return { days: Float64Array.from(days, (day) => day - first), amounts: Float64Array.from(amounts), daysPerYear };
}

/** Whether flows are in time order; those of a day are sorted where they are added up. */
function isAscending(flows: readonly DatedFlow[]): boolean {
  for (let i = 1; i < flows.length; i++) if (!(flows[i - 1]!.day <= flows[i]!.day)) return false;
  return true;
}

function sumOfDay(flows: readonly DatedFlow[]): number {
  return compensatedSum(Float64Array.from(flows, ({ amount }) => amount).sort());
}
