import type { DatedFlow } from "./dated-flow.ts";
import { type DayCount, daysPerYear } from "./day-count.ts";
import { type RateResult, rateResult } from "./rate-result.ts";
import { requireDays } from "./require-days.ts";
import { timedFlows } from "./timed-flows.ts";

/**
 * XIRR: the annual rate at which dated flows balance, with every other rate that does so, too.
 *
 * Use it for a list of payments; use {@link moneyWeightedReturn} for a period with a value at both ends, {@link irr} for
 * flows one period apart.
 *
 * Units: fraction per year (0.05 is 5 %), over actual days / 365 unless ACT/360 is asked for.
 * Shape: flows in any order, each on its day number; those of one day are added up first, so their order cannot matter.
 * Sign:  the investor's: paid in is negative, what comes back is positive.
 * Undefined: no change of sign or all on one day -> `no-sign-change`; no rate balances them, or one beyond all doubles ->
 * `did-not-converge`; an amount is not known (NaN) -> `missing-price`.
 * Several roots: `rate` is the one nearest 0 and `isUnique` is false.
 * Cost:  O(flows) where the investor was never indebted to the investment at that rate; a search of some hundred times
 * as much elsewhere.
 *
 * @throws {PortfolioError} `invalid-date`: the day of a flow is no number
 * @see docs/methods/money-weighted-return.md
 * @example
 * const { rate, isUnique } = xirr([
 *   { day: toEpochDay("2025-01-01"), amount: -1000 },
 *   { day: toEpochDay("2025-07-01"), amount: -500 },
 *   { day: toEpochDay("2026-01-01"), amount: 1600 },
 * ]);
 * rate.value?.toFixed(4); // => "0.0802"
 * isUnique; // => true
 */
export function xirr(flows: readonly DatedFlow[], dayCount: DayCount = "ACT/365F"): RateResult {
  requireDays(flows);
  return rateResult(timedFlows(flows, daysPerYear[dayCount]));
}
