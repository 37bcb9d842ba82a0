import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import type { DatedFlow } from "./dated-flow.ts";
import type { TimedFlows } from "./present-value.ts";
import { rateRoots, singleRateRoot } from "./rate-roots.ts";

/** The answer to a money-weighted question: the rate nearest 0, all rates there are, and whether there is just one. */
export interface RateResult {
  readonly rate: Measured;
  /** All annual rates, ascending. */
  readonly roots: readonly number[];
  readonly isUnique: boolean;
}

/** Day-count convention: the length of a year in days. */
export type DayCount = "ACT/365F" | "ACT/360";

const daysPerYear: Readonly<Record<DayCount, number>> = { "ACT/365F": 365, "ACT/360": 360 };

/**
 * Money-weighted return (XIRR): the annual rate at which dated flows balance.
 *
 * Use it for what an investor earned, timing included; use {@link timeWeightedReturn} to compare with a benchmark.
 *
 * Units: fraction per year (0.05 is 5 %), over actual days / 365 by default.
 * Shape: flows in any order; those of one day are added up first, so their order cannot matter.
 * Sign:  the investor's: paid in is negative, the end value is positive.
 * Undefined: no change of sign or all on one day -> `no-sign-change`; no rate balances them -> `did-not-converge`.
 * Several roots: `rate` is the one nearest 0 and `isUnique` is false.
 *
 * @see docs/methods/money-weighted-return.md
 * @example
 * const { rate, isUnique } = moneyWeightedReturn([
 *   { day: toEpochDay("2025-01-01"), amount: -1000 },
 *   { day: toEpochDay("2025-07-01"), amount: -500 },
 *   { day: toEpochDay("2026-01-01"), amount: 1600 },
 * ]);
 * rate.value?.toFixed(4); // => "0.0802"
 * isUnique; // => true
 */
export function moneyWeightedReturn(flows: readonly DatedFlow[], dayCount: DayCount = "ACT/365F"): RateResult {
  const timed = timedFlows(flows, daysPerYear[dayCount]);
  const changes = signChanges(timed.amounts);
  if (changes === 0) return { rate: unmeasured("no-sign-change"), roots: [], isUnique: false };
  const single = changes === 1 ? singleRateRoot(timed) : undefined;
  const logRates = changes === 1 ? (single === undefined ? [] : [single]) : rateRoots(timed);
  const roots = logRates.map(Math.expm1);
  const nearest = roots.reduce<number | undefined>(
    (best, root) => (best === undefined || Math.abs(root) < Math.abs(best) ? root : best),
    undefined,
  );
  return {
    rate: nearest === undefined ? unmeasured("did-not-converge") : measured(nearest),
    roots,
    isUnique: roots.length === 1,
  };
}

/**
 * The same return over the period itself: (1 + rate)^(days / 365) - 1; what screens show below a year.
 *
 * Units: `rate` is a fraction per year, the answer a fraction of the period. Undefined: `rate` is, for the same reason.
 */
export function rateOverPeriod(rate: Measured, days: number): Measured {
  return rate.value === undefined ? rate : measured((1 + rate.value) ** (days / 365) - 1);
}

function timedFlows(flows: readonly DatedFlow[], yearDays: number): TimedFlows {
  const byDay = new Map<number, number[]>();
  for (const { day, amount } of flows) byDay.set(day, [...(byDay.get(day) ?? []), amount]);
  const sums = [...byDay]
    .map(([day, amounts]) => ({ day, amount: compensatedSum(amounts) }))
    .sort((a, b) => a.day - b.day);
  const moving = sums.filter(({ amount }) => amount !== 0);
  const first = moving[0]?.day ?? 0;
  return {
    years: Float64Array.from(moving, ({ day }) => (day - first) / yearDays),
    amounts: Float64Array.from(moving, ({ amount }) => amount),
  };
}

function signChanges(amounts: Float64Array): number {
  let changes = 0;
  for (let i = 1; i < amounts.length; i++) if (amounts[i - 1]! * amounts[i]! < 0) changes++;
  return changes;
}
