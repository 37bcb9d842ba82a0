import type { Prices } from "../cash-flows/cash-flow.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { DailyValuation } from "./daily-totals.ts";
import type { ValuationQuery } from "./valuation-query.ts";
import { valueAll } from "./value-all.ts";
import { valuedLines } from "./valued-line.ts";

/**
 * Values a scope on every day from `from` to `to`, both included.
 *
 * One pass over the days on which something is held, at the speed of a float loop; exchange rates once a day and
 * currency at the end. Nothing is ever taken from a later day. To follow edits and quotes see
 * `valueDays` of `@portfolio/core/edits`.
 *
 * Units: base currency, exact; `dailyAmountOn` reads one day.
 * Undefined: where a price or a rate is missing, `isKnown` of the day is 0.
 * Cost: O(days on which something is held).
 *
 * @throws {PortfolioError} `invalid-date`: `from` or `to` is no date
 * @see docs/methods/daily-valuation.md
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
 * const valuation = dailyValuation(ledger, prices, { from: "2026-01-02", to: "2026-01-07" });
 * dailyAmountOn(valuation, "2026-01-05")?.toString(); // => "1000"
 * dailyAmountOn(valuation, "2026-01-07")?.toString(); // => "1025"
 */
export function dailyValuation(ledger: Ledger, prices: Prices, query: ValuationQuery): DailyValuation {
  return valueAll(ledger, valuedLines(ledger, prices, query), query).valuation;
}
