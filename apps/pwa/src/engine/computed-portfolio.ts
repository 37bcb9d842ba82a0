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
  type RateTable,
  rateTable,
  reorganizationCloses,
  replayLedger,
  type TransactionColumns,
} from "@portfolio/core";
import { followLedger } from "@portfolio/core/edits";
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

/**
 * Replays a ledger; the prices are only asked about deliveries that state no amount. With the ledger before, only what has
 * changed since is replayed.
 */
export function ledgerOf(
  { columns, accounts, instruments, rates, baseCurrency }: LedgerSources,
  prices: Prices,
  previous?: Ledger,
): Ledger {
  const input = {
    columns,
    instrumentCurrencies: new Map([...instruments].map(([id, { currency }]) => [id, currency])),
    baseCurrency,
    methods: new Map(
      accounts.flatMap(({ id, costBasisMethod }) => (costBasisMethod === undefined ? [] : [[id, costBasisMethod]])),
    ),
    rates: rateTableOf(rates),
    deliveryValues: deliveryValues(columns, prices),
    reorganizationCloses: reorganizationCloses(columns, prices),
  };
  return previous === undefined ? replayLedger(input) : followLedger(previous, input);
}

const rateTables = new WeakMap<LedgerSources["rates"], RateTable>();

/** The table of the same rates is the same object: a ledger can follow a change only while its rates stay. */
function rateTableOf(rates: LedgerSources["rates"]): RateTable {
  const table = rateTables.get(rates) ?? rateTable([...rates].map(([pair, series]) => ratesOf(pair, series)));
  rateTables.set(rates, table);
  return table;
}

function ratesOf(pair: string, { days, values, scale }: PackedSeries): RateHistory {
  const [base, quote] = pair.split("/") as [string, string];
  const empty = rateHistory(base, quote, []);
  return { ...empty, days, rates: { values, scales: new Int8Array(values.length).fill(scale), big: new Map() } };
}
