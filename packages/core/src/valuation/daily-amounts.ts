import { type EpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import type { DailyTotals } from "./daily-totals.ts";

/**
 * One figure at the close of every calendar day from `firstDay` on, in the base currency, exact.
 *
 * The amount of day d = (high[d] + low[d]) / 10^scale, both integers. Where `isKnown[d]` is 0 something that belongs to
 * it is not known, and the number is only the part that is. Plain and transferable; a daily valuation is one of these.
 */
export interface DailyAmounts extends DailyTotals {
  readonly firstDay: EpochDay;
  readonly isKnown: Uint8Array;
}

/**
 * The figure of one date as a decimal; undefined where it is not known in full.
 *
 * @throws {PortfolioError} `date-out-of-range`: the date lies outside the series
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
 * const { cost, marketValue } = dailySeries(ledger, new Map(), { from: "2026-01-02", to: "2026-01-06" });
 * dailyAmountOn(cost, "2026-01-06")?.toString(); // => "500"
 * dailyAmountOn(marketValue, "2026-01-06"); // => undefined
 */
export function dailyAmountOn(amounts: DailyAmounts, date: PlainDate): Decimal | undefined {
  const { firstDay, isKnown, high, low, scale } = amounts;
  const d = toEpochDay(date) - firstDay;
  if (d < 0 || d >= isKnown.length)
    throw new PortfolioError("date-out-of-range", `The series has no day ${date}. Ask for a longer one.`, { date });
  return isKnown[d] === 0 ? undefined : toDecimal(BigInt(high[d]!) + BigInt(low[d]!), scale);
}
