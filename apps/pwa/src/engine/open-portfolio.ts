import { type CurrencyCode, needsPrices } from "@portfolio/core";
import {
  accountRepository,
  discardAbandoned,
  discardLooseRows,
  type AccountRepository,
  importRepository,
  type ImportRepository,
  instrumentRepository,
  type InstrumentRepository,
  openPortfolioDatabase,
  type PortfolioDatabase,
  priceRepository,
  type PriceRepository,
  rateRepository,
  type RateRepository,
  settingsRepository,
  type SettingsRepository,
  transactionRepository,
  type TransactionRepository,
} from "@portfolio/storage";
import { type LoadedPortfolio, ledgerOf } from "./computed-portfolio.ts";
import { pricesOf } from "./prices-of.ts";

/** An open database with its repositories. */
export interface OpenedPortfolio {
  readonly database: PortfolioDatabase;
  readonly transactions: TransactionRepository;
  readonly prices: PriceRepository;
  readonly rates: RateRepository;
  readonly accounts: AccountRepository;
  readonly instruments: InstrumentRepository;
  readonly imports: ImportRepository;
  readonly settings: SettingsRepository;
}

/** Opens a portfolio's database; a failure is thrown, never answered with an empty portfolio. */
export async function openPortfolio(name: string): Promise<OpenedPortfolio> {
  const database = await openPortfolioDatabase(name);
  // What a closed tab left in the middle of a large import does not count; it is deleted when there is time.
  void discardAbandoned(database)
    .then(() => discardLooseRows(database))
    .catch(() => undefined);
  return {
    database,
    transactions: transactionRepository(database),
    prices: priceRepository(database),
    rates: rateRepository(database),
    accounts: accountRepository(database),
    instruments: instrumentRepository(database),
    imports: importRepository(database),
    settings: settingsRepository(database),
  };
}

/**
 * Reads everything that figures are computed from, and replays the ledger in the reporting currency while the prices, the
 * largest part, are still on their way. Stale chunks are rebuilt and written back behind the answer.
 */
export async function loadPortfolio(opened: OpenedPortfolio): Promise<LoadedPortfolio> {
  const events = Promise.all([
    opened.transactions.columns(),
    opened.rates.all(),
    opened.accounts.all(),
    opened.instruments.all(),
    opened.settings.get<CurrencyCode>("baseCurrency"),
  ]);
  const prices = Promise.all([opened.prices.all(), opened.prices.coverage()]);
  // Whichever fails first is thrown; the other must not become an unhandled rejection.
  prices.catch(() => undefined);
  const [revised, rates, accounts, known, chosen] = await events;
  if (revised.wasRebuilt) void opened.transactions.saveColumns(revised).catch(() => undefined);
  const { revision, transactionRevision, columns } = revised;
  const instruments = new Map(known.map((instrument) => [instrument.id, instrument]));
  const baseCurrency = chosen ?? accounts[0]?.currency ?? defaultBaseCurrency;
  const withoutPrices = { revision, transactionRevision, columns, accounts, instruments, rates, baseCurrency };
  const early = needsPrices(columns) ? undefined : ledgerOf(withoutPrices, new Map());
  const [stored, coverage] = await prices;
  const priceSources = { ...stored, coverage };
  const closes = pricesOf(priceSources);
  return {
    ...withoutPrices,
    prices: closes,
    priceSources,
    ledger: early ?? ledgerOf(withoutPrices, closes),
  };
}

const defaultBaseCurrency: CurrencyCode = "USD";
