import type { Prices } from "../cash-flows/cash-flow.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { followDays } from "./follow-days.ts";
import type { ValuationQuery } from "./valuation-query.ts";
import { valueAll } from "./value-all.ts";
import type { ValuedDays } from "./valued-days.ts";
import { valuedLines } from "./valued-line.ts";

/**
 * The same as `dailyValuation`, kept so that it can be followed: hand the answer in as `previous` with the next
 * ledger and prices, and only what has changed is taken out and added. The values are those of a valuation anew.
 *
 * A price history counts as changed when it is another object; a ledger's holdings are the same objects where
 * they come from `followLedger`. Cost: O(held days); with `previous` those of the changed lines, and
 * O(lines + days) for copies.
 *
 * @throws {PortfolioError} `invalid-date`: a date of the query is none
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
 * const range = { from: "2026-01-02", to: "2026-01-06" };
 * const before = valueDays(ledger, new Map([["bakery", priceHistory([["2026-01-05", "50"]])]]), range);
 * const prices = new Map([["bakery", priceHistory([["2026-01-05", "50"], ["2026-01-06", "52.5"]])]]);
 * const after = valueDays(ledger, prices, range, before);
 * dailyAmountOn(before.valuation, "2026-01-06")?.toString(); // => "1000"
 * dailyAmountOn(after.valuation, "2026-01-06")?.toString(); // => "1025"
 */
export function valueDays(ledger: Ledger, prices: Prices, query: ValuationQuery, previous?: ValuedDays): ValuedDays {
  const lines = valuedLines(ledger, prices, query);
  return (previous && followDays(previous, ledger, lines, query)) ?? valueAll(ledger, lines, query);
}
