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
 * @see docs/methods/daily-valuation.md
 */
export function dailyValuation(ledger: Ledger, prices: Prices, query: ValuationQuery): DailyValuation {
  return valueAll(ledger, valuedLines(ledger, prices, query), query).valuation;
}
