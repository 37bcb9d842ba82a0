import { compensatedSum } from "../series/compensated-sum.ts";
import type { DatedFlow } from "./dated-flow.ts";

/** Flows added up by day and put in time order; days count from the first amount that is not 0. */
export interface TimedFlows {
  readonly days: Float64Array;
  readonly amounts: Float64Array;
  /** The days since the flow before; what it says holds where all flows are on whole days. */
  readonly gaps: Int32Array;
  readonly areWholeDays: boolean;
  /** How many of these days are a year, or the one period that a rate is stated for. */
  readonly daysPerYear: number;
}

/**
 * Adds up dated flows by day. The amounts of a day are added in the order of their size, so that the order of the input
 * does not change a digit.
 */
export function timedFlows(flows: readonly DatedFlow[], daysPerYear: number): TimedFlows {
  return plainFlows(flows, daysPerYear) ?? anyFlows(flows, daysPerYear);
}

/**
 * Flows in time order, none of a day 0 and no more than two on one day: the sum of two needs no order. Undefined for
 * others. A walk without guesses: which flows share a day cannot be foreseen.
 */
function plainFlows(flows: readonly DatedFlow[], daysPerYear: number): TimedFlows | undefined {
  const { length } = flows;
  const days = new Float64Array(length);
  const amounts = new Float64Array(length);
  let last = -1;
  let sameDay = 0;
  let most = 0;
  let before = -Infinity;
  for (let i = 0; i < length; i++) {
    const { day, amount } = flows[i]!;
    if (!(day >= before)) return undefined;
    const isNew = day === before ? 0 : 1;
    last += isNew;
    sameDay = sameDay * (1 - isNew) + 1;
    most = sameDay > most ? sameDay : most;
    days[last] = day;
    amounts[last] = amounts[last]! + amount;
    before = day;
  }
  return most > 2 ? undefined : fromFirstDay(days.subarray(0, last + 1), amounts.subarray(0, last + 1), daysPerYear);
}

/** Days counted from the first one; undefined where an amount is 0. */
function fromFirstDay(days: Float64Array, amounts: Float64Array, daysPerYear: number): TimedFlows | undefined {
  const origin = days[0] ?? 0;
  const gaps = new Int32Array(days.length);
  let before = 0;
  let areWholeDays = true;
  for (let i = 0; i < days.length; i++) {
    if (amounts[i] === 0) return undefined;
    const day = days[i]! - origin;
    days[i] = day;
    gaps[i] = day - before;
    areWholeDays &&= gaps[i] === day - before;
    before = day;
  }
  return { days, amounts, gaps, areWholeDays, daysPerYear };
}

function anyFlows(flows: readonly DatedFlow[], daysPerYear: number): TimedFlows {
  const ordered = isAscending(flows) ? flows : [...flows].sort((a, b) => a.day - b.day);
  const days = new Float64Array(flows.length);
  const amounts = new Float64Array(flows.length);
  const gaps = new Int32Array(flows.length);
  let areWholeDays = true;
  let count = 0;
  let origin = 0;
  let before = 0;
  for (let start = 0, end = 0; start < ordered.length; start = end) {
    const day = ordered[start]!.day;
    for (end = start + 1; end < ordered.length && ordered[end]!.day === day;) end++;
    const amount = end - start === 1 ? ordered[start]!.amount : sumOf(ordered, start, end);
    if (amount === 0) continue;
    if (count === 0) origin = before = day;
    days[count] = day - origin;
    gaps[count] = day - before;
    areWholeDays &&= gaps[count] === day - before;
    before = day;
    amounts[count++] = amount;
  }
  return {
    days: days.subarray(0, count),
    amounts: amounts.subarray(0, count),
    gaps: gaps.subarray(0, count),
    areWholeDays,
    daysPerYear,
  };
}

function isAscending(flows: readonly DatedFlow[]): boolean {
  for (let i = 1; i < flows.length; i++) if (!(flows[i - 1]!.day <= flows[i]!.day)) return false;
  return true;
}

/** Two amounts have the same sum in either order; more are sorted first. */
function sumOf(flows: readonly DatedFlow[], start: number, end: number): number {
  if (end - start === 2) return flows[start]!.amount + flows[start + 1]!.amount;
  return compensatedSum(Float64Array.from(flows.slice(start, end), ({ amount }) => amount).sort());
}
