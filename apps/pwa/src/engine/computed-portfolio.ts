import {
  type Account,
  type CurrencyCode,
  deliveryValues,
  type Instrument,
  type InstrumentId,
  type Ledger,
  type Prices,
  type RateHistory,
  rateHistory,
  rateTable,
  reorganizationCloses,
  replayLedger,
  type TransactionColumns,
} from "@portfolio/core";
import type { PackedSeries } from "@portfolio/storage";
import type { PriceSources } from "./price-sources.ts";

/** What a ledger is replayed from. */
export interface LedgerSources {
  /** Each may have a cost-basis method of its own. */
  readonly accounts: readonly Account[];
  readonly columns: TransactionColumns;
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>;
  readonly rates: ReadonlyMap<string, PackedSeries>;
  /** The reporting currency. */
  readonly baseCurrency: CurrencyCode;
}

/** Everything that is stored, as the worker keeps it in memory, and its ledger. */
export interface LoadedPortfolio extends LedgerSources {
  readonly revision: number;
  /** The revision at which transactions last changed. */
  readonly transactionRevision: number;
  readonly prices: Prices;
  readonly priceSources: PriceSources;
  readonly ledger: Ledger;
}

/** Replays a ledger; the prices are only asked about deliveries that state no amount. */
export function ledgerOf(
  { columns, accounts, instruments, rates, baseCurrency }: LedgerSources,
  prices: Prices,
): Ledger {
  return replayLedger({
    columns,
    instrumentCurrencies: new Map([...instruments].map(([id, { currency }]) => [id, currency])),
    baseCurrency,
    methods: new Map(
      accounts.flatMap(({ id, costBasisMethod }) => (costBasisMethod === undefined ? [] : [[id, costBasisMethod]])),
    ),
    rates: rateTable([...rates].map(([pair, series]) => ratesOf(pair, series))),
    deliveryValues: deliveryValues(columns, prices),
    reorganizationCloses: reorganizationCloses(columns, prices),
  });
}

function ratesOf(pair: string, { days, values, scale }: PackedSeries): RateHistory {
  const [base, quote] = pair.split("/") as [string, string];
  const empty = rateHistory(base, quote, []);
  return { ...empty, days, rates: { values, scales: new Int8Array(values.length).fill(scale), big: new Map() } };
}
