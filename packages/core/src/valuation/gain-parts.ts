import { type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { exchangeRateOn } from "../fx/exchange-rate.ts";
import { bookedSum } from "../holdings/booked-sum.ts";
import { type Disposal, disposalsOf } from "../holdings/disposals.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { Decimal } from "../numbers/decimal.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { marketValueOn } from "./value-on.ts";

/**
 * The gain of one instrument in the base currency, by where it came from.
 *
 * `priceGain` is the gain in the instrument's own currency at the rate of the sale, or of the date for what is held;
 * `currencyGain` is what the exchange rate did to the cost: cost × (rate now − rate at the purchase). Both are realized and
 * unrealized together. `gain` = priceGain + currencyGain + income, with no rounding between them.
 */
export interface GainParts {
  readonly priceGain: Decimal;
  readonly currencyGain: Decimal;
  readonly income: Decimal;
  readonly gain: Decimal;
}

/** A question about one instrument; without `after` from the beginning. */
export interface GainPartsQuery extends LedgerQuery {
  readonly instrument: InstrumentId;
  readonly on: PlainDate;
}

/**
 * Splits the gain of an instrument into price, currency and income.
 *
 * Undefined: a price or a rate that one of the parts needs is missing.
 *
 * @throws {PortfolioError} `invalid-date`: a date of the query is none
 * @see docs/methods/gain-parts.md
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "USD", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "USD"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([rateHistory("USD", "EUR", [["2026-01-05", "0.9"], ["2026-06-30", "0.8"]])]),
 * });
 * const prices = new Map([["bakery", priceHistory([["2026-01-05", "50"], ["2026-06-30", "60"]])]]);
 * const parts = gainParts(ledger, prices, { instrument: "bakery", on: "2026-06-30" });
 * parts?.priceGain.toString(); // => "80"
 * parts?.currencyGain.toString(); // => "-50"
 * parts?.gain.toString(); // => "30"
 */
export function gainParts(ledger: Ledger, prices: Prices, query: GainPartsQuery): GainParts | undefined {
  const zero = new Decimal(0);
  const { after, ...scope } = query;
  const end = unrealizedOn(ledger, prices, scope);
  const start =
    after === undefined ? { price: zero, total: zero } : unrealizedOn(ledger, prices, { ...scope, on: after });
  const realized = realizedIn(ledger, query);
  const income = bookedSum(ledger, "income", query).base;
  if (end === undefined || start === undefined || realized === undefined || income === undefined) return undefined;
  const priceGain = realized.price.plus(end.price).minus(start.price);
  const withoutIncome = realized.total.plus(end.total).minus(start.total);
  return {
    priceGain,
    currencyGain: withoutIncome.minus(priceGain),
    income,
    gain: withoutIncome.plus(income),
  };
}

interface Gain {
  readonly price: Decimal;
  readonly total: Decimal;
}

function unrealizedOn(ledger: Ledger, prices: Prices, query: GainPartsQuery): Gain | undefined {
  const [holding] = holdingsOn(ledger, query);
  const zero = new Decimal(0);
  if (holding === undefined || holding.quantity.isZero()) return { price: zero, total: zero };
  const { native, base } = marketValueOn(ledger, prices, holding, query.on);
  const rate = exchangeRateOn(ledger.rates, holding.currency, ledger.baseCurrency, toEpochDay(query.on));
  if (native === undefined || base === undefined || rate === undefined || holding.baseCostBasis === undefined)
    return undefined;
  return {
    price: native.minus(holding.costBasis).times(toDecimal(rate.digits, rate.scale)),
    total: base.minus(holding.baseCostBasis),
  };
}

function realizedIn(ledger: Ledger, query: GainPartsQuery): Gain | undefined {
  let price = new Decimal(0);
  let total = new Decimal(0);
  for (const disposal of disposalsOf(ledger, query)) {
    const rate = rateOfSale(ledger, disposal);
    if (rate === undefined || disposal.baseGain === undefined) return undefined;
    price = price.plus(disposal.gain.times(rate));
    total = total.plus(disposal.baseGain);
  }
  return { price, total };
}

/** The rate at which the proceeds were converted: the broker's where one was recorded. */
function rateOfSale(ledger: Ledger, { proceeds, baseProceeds, instrument, date }: Disposal): Decimal | undefined {
  if (!proceeds.isZero()) return baseProceeds?.div(proceeds);
  const currency = ledger.currencyOf[ledger.columns.instruments.indexOf(instrument)]!;
  const rate = exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, toEpochDay(date));
  return rate && toDecimal(rate.digits, rate.scale);
}
