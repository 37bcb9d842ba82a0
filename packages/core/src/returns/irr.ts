import { type RateResult, rateResult } from "./rate-result.ts";
import { timedFlows } from "./timed-flows.ts";

/**
 * Internal rate of return (IRR): the rate per period at which amounts one period apart balance, and every other one.
 *
 * Use it where only the number of periods counts; use {@link xirr} where there are dates.
 *
 * Units: fraction per period.
 * Shape: one amount for each period, 0 where nothing happens.
 * Sign:  the investor's: paid in is negative, what comes back is positive.
 * Undefined: no change of sign -> `no-sign-change`; no rate balances them, or one beyond all doubles ->
 * `did-not-converge`; an amount is not known (NaN) -> `missing-price`.
 * Several roots: `rate` is the one nearest 0 and `isUnique` is false.
 *
 * @see docs/methods/money-weighted-return.md
 * @example
 * irr([-100, 60, 60]).rate.value?.toFixed(6); // => "0.130662"
 * irr([-100, 230, -132]).isUnique; // => false
 */
export function irr(amounts: ArrayLike<number>): RateResult {
  const flows = Array.from(amounts, (amount, day) => ({ day, amount }));
  return rateResult(timedFlows(flows, 1));
}
