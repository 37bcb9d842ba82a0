import { type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { exchangeRateOn } from "../fx/exchange-rate.ts";
import { cashBalancesOn } from "../holdings/cash-balance.ts";
import type { Holding } from "../holdings/holding.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type Decimal, Decimal as DecimalClass } from "../numbers/decimal.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import type { UndefinedReason } from "../outcome/measured.ts";
import { priceOn } from "../prices/price-history.ts";

/** What a holding is worth on a date: quantity x price in its currency, x rate in the base currency; undefined when one is missing. */
export interface MarketValue {
  readonly native: Decimal | undefined;
  readonly base: Decimal | undefined;
}

/**
 * Market value of a holding on a date at the last close known then. Exact but for a derived rate (34 digits).
 *
 * @throws {PortfolioError} `invalid-date`: the date is none
 */
export function marketValueOn(ledger: Ledger, prices: Prices, holding: Holding, date: PlainDate): MarketValue {
  if (holding.quantity.isZero()) return { native: new DecimalClass(0), base: new DecimalClass(0) };
  const day = toEpochDay(date);
  const close = priceOn(prices.get(holding.instrument), day);
  const native = close && holding.quantity.times(toDecimal(close.digits, close.scale));
  const rate = exchangeRateOn(ledger.rates, holding.currency, ledger.baseCurrency, day);
  return { native, base: native && rate && native.times(toDecimal(rate.digits, rate.scale)) };
}

/** The value of a scope: the part that is known, whether that is all of it, and else why not. */
export interface TotalValue {
  readonly known: Decimal;
  readonly isComplete: boolean;
  /** Why the rest is not known: of the first holding, else of the first cash balance, that has no value. */
  readonly reason?: UndefinedReason;
}

/**
 * Holdings and cash of a scope in the base currency at the close of a date.
 *
 * @throws {PortfolioError} `invalid-date`: the date is none
 */
export function totalValueOn(ledger: Ledger, prices: Prices, date: PlainDate, query: LedgerQuery = {}): TotalValue {
  const day = toEpochDay(date);
  const holdings = holdingsOn(ledger, { ...query, on: date }).map((holding) => {
    const { native, base } = marketValueOn(ledger, prices, holding, date);
    return base ?? (native === undefined ? "missing-price" : "missing-rate");
  });
  const balances = cashBalancesOn(ledger, { ...query, on: date });
  const amounts = balances.map(({ amount, currency }) => {
    if (amount.isZero()) return amount;
    const rate = exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, day);
    return rate === undefined ? "missing-rate" : amount.times(toDecimal(rate.digits, rate.scale));
  });
  const parts = [...holdings, ...amounts];
  const known = parts.reduce<Decimal>(
    (sum, part) => (typeof part === "string" ? sum : sum.plus(part)),
    new DecimalClass(0),
  );
  const reason = parts.find((part) => typeof part === "string");
  return { known, isComplete: reason === undefined, ...(reason === undefined ? {} : { reason }) };
}
