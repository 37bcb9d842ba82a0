import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import type { ValueSeries } from "../series/value-series.ts";
import { addPairs, linkedGrowth } from "./link-exactly.ts";
import { restingAt1 } from "./resting-at-1.ts";

/**
 * Time-weighted return: daily returns linked, so that the size and timing of deposits do not matter.
 *
 * Use it to judge how the investments did; use {@link moneyWeightedReturn} for what the investor earned.
 *
 * Units: fraction over the whole series (0.05 is 5 %), not annualized; correct to the last digit of a double.
 * Undefined: capital at work is negative on a day -> `no-capital`; a value is not known -> `missing-price`;
 * fewer than two days -> `too-few-observations`.
 * Cost: O(days).
 *
 * @see docs/methods/time-weighted-return.md
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "deposit", account: "broker", kind: "deposit", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "1000" },
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * const prices = new Map([["bakery", priceHistory([["2026-01-05", "50"], ["2026-01-06", "52.5"]])]]);
 * const valuation = dailyValuation(ledger, prices, { from: "2026-01-02", to: "2026-01-06" });
 * timeWeightedReturn(valueSeries(valuation, externalFlows(ledger, prices))); // => { value: 0.025 }
 */
export function timeWeightedReturn(series: ValueSeries): Measured {
  if (series.values.length < 2) return unmeasured("too-few-observations");
  const starts = addPairs(
    { value: series.values.subarray(0, -1), rest: series.valueRests.subarray(0, -1) },
    { value: series.inflows.subarray(1), rest: series.inflowRests.subarray(1) },
  );
  const ends = addPairs(
    { value: series.values.subarray(1), rest: series.valueRests.subarray(1) },
    { value: series.outflows.subarray(1), rest: series.outflowRests.subarray(1) },
  );
  if (starts.value.some((atWork) => atWork < 0)) return unmeasured("no-capital");
  const growth = linkedGrowth(restingAt1(ends, starts), restingAt1(starts, starts));
  return Number.isNaN(growth) ? unmeasured("missing-price") : measured(growth);
}
