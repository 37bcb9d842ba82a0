import type { EpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { cashHistories } from "../holdings/cash-history.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { PriceHistory } from "../prices/price-history.ts";
import { instrumentFilter, isWithoutCash } from "../transactions/scope.ts";
import { type PriceRow, priceRow } from "./price-row.ts";
import type { QuantityHistory } from "./segment.ts";
import type { ValuationQuery } from "./valuation-query.ts";

/**
 * Something with a quantity and a price: an instrument in one account, or cash at price 1.
 *
 * Histories and prices are immutable, so a line whose parts are the same objects is the same line.
 */
export interface ValuedLine {
  readonly key: string;
  readonly currency: CurrencyCode;
  readonly quantities: QuantityHistory;
  /** Undefined for an instrument without any close. */
  readonly prices: PriceHistory | "cash" | undefined;
}

/** Every line of a scope, also those without a quantity in the range. */
export function valuedLines(ledger: Ledger, prices: Prices, query: ValuationQuery): ValuedLine[] {
  const wanted = accountFilter(ledger, query);
  const isNamed = instrumentFilter(query);
  const { instruments, accounts } = ledger.columns;
  const lines: ValuedLine[] = [];
  for (const instrument of query.withoutInstruments === true ? [] : ledger.instruments) {
    if (instrument === undefined) continue;
    const id = instruments[instrument.instrument]!;
    if (!isNamed(id)) continue;
    const currency = ledger.currencyOf[instrument.instrument]!;
    const history = prices.get(id);
    const scale = instrument.scales.quantity;
    for (const { account, days, quantity } of instrument.holdings) {
      if (!wanted(account)) continue;
      lines.push({
        key: `${instrument.instrument} ${account}`,
        currency,
        quantities: { quantities: quantity, scale, days },
        prices: history,
      });
    }
  }
  if (query.withoutCash === true || isWithoutCash(query)) return lines;
  for (const { account, currency, scale, days, balances } of cashHistories(ledger)) {
    if (!wanted(account)) continue;
    lines.push({
      key: `${currency} in ${accounts[account]!}`,
      currency,
      quantities: { quantities: balances, scale, days },
      prices: "cash",
    });
  }
  return lines;
}

/** Whether two lines are of the same objects, so that nothing about them can differ. */
export function isSameLine(a: ValuedLine, b: ValuedLine): boolean {
  return (
    a.quantities.quantities === b.quantities.quantities &&
    a.quantities.scale === b.quantities.scale &&
    a.prices === b.prices &&
    a.currency === b.currency
  );
}

/** The prices of a line over `dayCount` days from `firstDay`. */
export function pricesOfLine({ prices }: ValuedLine, firstDay: EpochDay, dayCount: number): PriceRow {
  return prices === "cash" ? cashPrices(dayCount) : priceRow(prices, firstDay, dayCount);
}

let ones: PriceRow = { values: new Float64Array(), offset: 0, scale: 0, firstKnown: 0, max: 1 };

function cashPrices(dayCount: number): PriceRow {
  if (ones.values.length < dayCount) ones = { ...ones, values: new Float64Array(dayCount).fill(1) };
  return ones;
}
