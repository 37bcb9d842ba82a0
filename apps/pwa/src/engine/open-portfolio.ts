import {
  accountRepository,
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
import { type LoadedPortfolio, priceOriginsOf, pricesOf } from "./computed-portfolio.ts";

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

/** Reads everything that figures are computed from. Stale chunks are rebuilt and written back behind the answer. */
export async function loadPortfolio(opened: OpenedPortfolio): Promise<LoadedPortfolio> {
  const [revised, stored, coverage, rates, accounts, instruments] = await Promise.all([
    opened.transactions.columns(),
    opened.prices.all(),
    opened.prices.coverage(),
    opened.rates.all(),
    opened.accounts.all(),
    opened.instruments.all(),
  ]);
  if (revised.wasRebuilt) void opened.transactions.saveColumns(revised).catch(() => undefined);
  return {
    revision: revised.revision,
    columns: revised.columns,
    accounts,
    instruments: new Map(instruments.map((instrument) => [instrument.id, instrument])),
    prices: pricesOf(stored.series, stored.manual, stored.quotes),
    priceOrigins: priceOriginsOf(coverage, stored.manual, stored.quotes),
    rates,
  };
}
