import { type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { exchangeRateOn } from "../fx/exchange-rate.ts";
import { cashBalancesOn, type CashHistory } from "../holdings/cash-balance.ts";
import type { Holding } from "../holdings/holding.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type Decimal, Decimal as DecimalClass } from "../numbers/decimal.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { priceOn } from "../prices/price-history.ts";

/** What a holding is worth on a date: quantity x price in its currency, x rate in the base currency; undefined when one is missing. */
export interface MarketValue {
  readonly native: Decimal | undefined;
  readonly base: Decimal | undefined;
}

/** Market value of a holding on a date at the last close known then. Exact but for a derived rate (34 digits). */
export function marketValueOn(ledger: Ledger, prices: Prices, holding: Holding, date: PlainDate): MarketValue {
  if (holding.quantity.isZero()) return { native: new DecimalClass(0), base: new DecimalClass(0) };
  const day = toEpochDay(date);
  const close = priceOn(prices.get(holding.instrument), day);
  const native = close && holding.quantity.times(toDecimal(close.digits, close.scale));
  const rate = exchangeRateOn(ledger.rates, holding.currency, ledger.baseCurrency, day);
  return { native, base: native && rate && native.times(toDecimal(rate.digits, rate.scale)) };
}

/** The value of a scope: the part that is known, and whether that is all of it. */
export interface TotalValue {
  readonly known: Decimal;
  readonly isComplete: boolean;
}

/** Holdings and cash of a scope in the base currency at the close of a date. */
export function totalValueOn(
  ledger: Ledger,
  prices: Prices,
  date: PlainDate,
  query: LedgerQuery = {},
  cash?: readonly CashHistory[],
): TotalValue {
  const day = toEpochDay(date);
  const holdings = holdingsOn(ledger, { ...query, on: date }).map(
    (holding) => marketValueOn(ledger, prices, holding, date).base,
  );
  const balances = query.instrument === undefined ? cashBalancesOn(ledger, { ...query, on: date }, cash) : [];
  const amounts = balances.map(({ amount, currency }) => {
    if (amount.isZero()) return amount;
    const rate = exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, day);
    return rate && amount.times(toDecimal(rate.digits, rate.scale));
  });
  const parts = [...holdings, ...amounts];
  const known = parts.reduce<Decimal>((sum, part) => (part === undefined ? sum : sum.plus(part)), new DecimalClass(0));
  return { known, isComplete: !parts.includes(undefined) };
}
