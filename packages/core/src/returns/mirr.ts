import { type Measured, unmeasured } from "../outcome/measured.ts";
import { measuredIfFinite } from "../outcome/measured-if-finite.ts";
import { logOfRate } from "./discount-rate.ts";
import { discountedSum } from "./discounted-sum.ts";
import { logGrowth } from "./log-growth.ts";

/** What money costs that is paid in, and what money earns that was paid out: fractions per period, above -1. */
export interface MirrRates {
  readonly financeRate: number;
  readonly reinvestRate: number;
}

/**
 * Modified internal rate of return (MIRR): the growth per period from what was paid in, discounted at the finance rate,
 * to what came back, reinvested to the last period.
 *
 * Unlike {@link irr} it has one answer at most.
 *
 * Units: fraction per period.
 * Shape: one amount for each period, 0 where nothing happens; the first is now.
 * Sign:  the investor's: paid in is negative, what comes back is positive.
 * Undefined: nothing was paid in, or nothing came back -> `no-sign-change`; an amount is not known (NaN) ->
 * `missing-price`; beyond all doubles -> `out-of-range`.
 *
 * @throws {PortfolioError} `argument-out-of-range`: a rate is -1 or less, or no number
 * @see docs/methods/net-present-value.md
 * @example
 * mirr([-1000, 100, 250, 500, 500], { financeRate: 0.1, reinvestRate: 0.1 }).value?.toFixed(6); // => "0.104016"
 */
export function mirr(amounts: ArrayLike<number>, { financeRate, reinvestRate }: MirrRates): Measured {
  const [finance, reinvest] = [logOfRate(financeRate), logOfRate(reinvestRate)];
  const last = amounts.length - 1;
  const paid = discountedSum(
    Array.from(amounts, (amount) => Math.max(-amount, 0)),
    (i) => finance * i,
  );
  const received = discountedSum(
    Array.from(amounts, (amount) => Math.max(amount, 0)),
    (i) => -reinvest * (last - i),
  );
  if (paid.value === undefined) return paid;
  if (received.value === undefined) return received;
  if (paid.value === 0 || received.value === 0) return unmeasured("no-sign-change");
  const rate = Math.expm1(logGrowth(paid.value, received.value) / last);
  return measuredIfFinite(rate);
}
