import { type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { exchangeRateOn } from "../fx/exchange-rate.ts";
import { cashBalancesOn } from "../holdings/cash-balance.ts";
import { holdingsOn } from "../holdings/holdings-on.ts";
import { lotsOn } from "../holdings/lots-on.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { Decimal, type DecimalString } from "../numbers/decimal.ts";
import { exactProduct } from "../numbers/exact-product.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import { type FixedPoint, toDecimal } from "../numbers/fixed-point.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import { priceOn } from "../prices/price-history.ts";
import type { Scope } from "../transactions/scope.ts";
import type { RebalanceHolding, RebalanceLot } from "./rebalance-input.ts";

/** An instrument that may be bought without being held yet. */
export interface BuyableInstrument {
  readonly instrument: InstrumentId;
  readonly currency: CurrencyCode;
}

/** What holdings a plan is to be made of. */
export interface RebalanceHoldingsQuery extends Scope {
  readonly on: PlainDate;
  /** What quantities of an instrument are multiples of: "1" whole units, "0.0001" fractions. */
  readonly quantityStep: (instrument: InstrumentId) => DecimalString;
  /** Instruments with a target that may not be held; those that are need not be named. */
  readonly buyable?: readonly BuyableInstrument[];
}

/** Holdings and cash as a plan takes them. */
export interface RebalanceHoldings {
  readonly holdings: readonly RebalanceHolding[];
  /** In the base currency: balances in all currencies, as far as their rates are known. */
  readonly cash: Decimal;
  /** `missing-rate`, one for each balance that `cash` leaves out. */
  readonly issues: readonly Issue[];
}

/**
 * Holdings, lots and cash of a ledger at the closes and rates of a date, ready for `planRebalance`.
 *
 * Cost of lots is in the base currency, at the rates of their acquisitions; one that is not complete counts as not known.
 *
 * Shape: instruments that are held or buyable, by their ids. Cost: O(transactions).
 *
 * @throws {PortfolioError} `invalid-date`: `on` is no date
 * @see docs/methods/rebalancing.md
 */
export function rebalanceHoldings(ledger: Ledger, prices: Prices, query: RebalanceHoldingsQuery): RebalanceHoldings {
  const { on, quantityStep, buyable = [], ...scope } = query;
  const lots = lotsByInstrument(ledger, { ...scope, on });
  const held = holdingsOn(ledger, { ...scope, on }).filter(({ quantity }) => !quantity.isZero());
  const known = new Set(held.map(({ instrument }) => instrument));
  const bought = buyable.filter(({ instrument }) => !known.has(instrument));
  const all = [...held, ...bought.map((one) => ({ ...one, quantity: new Decimal(0) }))];
  const day = toEpochDay(on);
  const holdings = all.map(({ instrument, currency, quantity }) => ({
    instrument,
    currency,
    quantity,
    unitPrice: decimalOf(priceOn(prices.get(instrument), day)),
    exchangeRate: decimalOf(exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, day)),
    quantityStep: quantityStep(instrument),
    lots: lots.get(instrument) ?? [],
  }));
  return {
    holdings: holdings.toSorted((a, b) => (a.instrument < b.instrument ? -1 : 1)),
    ...cashOf(ledger, { ...scope, on }),
  };
}

function lotsByInstrument(
  ledger: Ledger,
  query: Scope & { readonly on: PlainDate },
): Map<InstrumentId, RebalanceLot[]> {
  const byInstrument = new Map<InstrumentId, RebalanceLot[]>();
  for (const { instrument, transaction, account, acquiredOn, quantity, baseCostBasis, isCostComplete } of lotsOn(
    ledger,
    query,
  )) {
    const lot = {
      transaction,
      account,
      acquiredOn,
      quantity,
      baseCostBasis: isCostComplete ? baseCostBasis : undefined,
    };
    const own = byInstrument.get(instrument);
    if (own === undefined) byInstrument.set(instrument, [lot]);
    else own.push(lot);
  }
  return byInstrument;
}

function cashOf(ledger: Ledger, query: Scope & { readonly on: PlainDate }): Pick<RebalanceHoldings, "cash" | "issues"> {
  const issues: Issue[] = [];
  const amounts = cashBalancesOn(ledger, query).map(({ account, currency, amount }) => {
    const rate = decimalOf(exchangeRateOn(ledger.rates, currency, ledger.baseCurrency, toEpochDay(query.on)));
    if (rate !== undefined || amount.isZero()) return rate === undefined ? amount : exactProduct(amount, rate);
    const message = `Cash in ${currency} has no exchange rate on or before ${query.on}, so the plan leaves it out. Add the rate.`;
    issues.push(issue("missing-rate", message, { accountId: account, currency }, query.on));
    return new Decimal(0);
  });
  return { cash: exactSum(amounts), issues };
}

function decimalOf(value: FixedPoint | undefined): Decimal | undefined {
  return value && toDecimal(value.digits, value.scale);
}
