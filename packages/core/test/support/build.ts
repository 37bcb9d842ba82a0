import {
  type CostBasisMethod,
  type CurrencyCode,
  type DailyValuation,
  deliveryValues,
  type InstrumentId,
  type Ledger,
  type LedgerOptions,
  packTransactions,
  type PriceHistory,
  priceHistory,
  type RateTable,
  rateHistory,
  rateTable,
  reorganizationCloses,
  replayLedger,
  type Transaction,
} from "@portfolio/core";

/** Closes by instrument, each `[date, close]`. */
export type Closes = Readonly<Record<InstrumentId, readonly (readonly [string, string])[]>>;

/** Rates by pair ("USD/EUR": euro for one dollar), each `[date, rate]`. */
export type Rates = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** What a test ledger is made of; everything in euro and without prices or rates unless it says so. */
export interface LedgerOf {
  readonly transactions: readonly object[];
  readonly currencies?: Readonly<Record<InstrumentId, CurrencyCode>>;
  readonly baseCurrency?: CurrencyCode;
  readonly closes?: Closes;
  readonly rates?: Rates;
  readonly options?: Partial<LedgerOptions>;
  readonly method?: CostBasisMethod;
}

/** Price histories from closes. */
export function pricesFrom(closes: Closes = {}): Map<InstrumentId, PriceHistory> {
  return new Map(Object.entries(closes).map(([id, dated]) => [id, priceHistory(dated)]));
}

/** A rate table from pairs. */
export function ratesFrom(rates: Rates = {}): RateTable {
  return rateTable(
    Object.entries(rates).map(([pair, dated]) => {
      const [base, quote] = pair.split("/") as [string, string];
      return rateHistory(base, quote, dated);
    }),
  );
}

/** Replays transactions; an instrument that `currencies` does not name is in the base currency. */
export function ledgerOf({
  transactions,
  currencies = {},
  baseCurrency = "EUR",
  closes,
  rates,
  options = {},
  method = "average-cost",
}: LedgerOf): Ledger {
  const columns = packTransactions(transactions as readonly Transaction[]);
  return replayLedger({
    columns,
    instrumentCurrencies: new Map(columns.instruments.map((id) => [id, currencies[id] ?? baseCurrency])),
    baseCurrency,
    rates: ratesFrom(rates),
    options,
    method,
    deliveryValues: deliveryValues(columns, pricesFrom(closes)),
    reorganizationCloses: reorganizationCloses(columns, pricesFrom(closes)),
  });
}

/** The exact value of each day of a valuation, as an integer at its scale. */
export function dailyIntegers({ high, low }: Pick<DailyValuation, "high" | "low">): bigint[] {
  return Array.from(high, (value, d) => BigInt(value) + BigInt(low[d]!));
}
