import {
  type CurrencyCode,
  type DecimalString,
  fromEpochDay,
  type HoldingsSnapshot,
  holdingsSnapshot,
  type Instrument,
  type Ledger,
  type PerformanceSnapshot,
  performanceSnapshotOf,
  periodRange,
  type PlainDate,
  toEpochDay,
  tradingDays,
} from "@portfolio/core";
import { readIntake } from "@portfolio/core/intake";
import { clearPortfolio, type ImportBatch, revisionOf, type TransactionRow, watchRevision } from "@portfolio/storage";
import { proxyClient, type ProxyClient } from "../market-data/proxy-client.ts";
import { refreshPrices } from "../market-data/price-refresh.ts";
import type { LoadedPortfolio } from "./computed-portfolio.ts";
import type {
  EngineListener,
  EngineState,
  EntryOutcome,
  HoldingsRequest,
  ImportFile,
  ImportOutcome,
  ImportPreview,
  ImportResult,
  ImportRowView,
  MarketDataState,
  OpenPortfolio,
  PerformanceRequest,
  PortfolioEngineApi,
  PriceServer,
  TransactionEntry,
  TransactionsAnswer,
  TransactionsRequest,
  TransactionView,
} from "./engine-protocol.ts";
import { outcomeOf } from "./entry-outcome.ts";
import { commitOf } from "./import/import-commit.ts";
import { previewOf } from "./import/import-preview.ts";
import { rowsOf } from "./import/import-row-view.ts";
import type { ImportSession } from "./import/import-session.ts";
import { importKeysOf, selectRows, startImport } from "./import/start-import.ts";
import { loadPortfolio, type OpenedPortfolio, openPortfolio } from "./open-portfolio.ts";
import { fillSamplePortfolio } from "./sample-portfolio.ts";
import { matchingIds, viewsOf } from "./transaction-views.ts";

const databaseNames: Readonly<Record<OpenPortfolio, string>> = { own: "portfolio", sample: "portfolio-sample" };
const tradingDaysPerYear = 252;
const defaultRiskFreeRate = 0.02;
const noMarketData: MarketDataState = { status: "idle", unresolved: [] };

/** A removal that can be taken back. */
interface Undoable {
  readonly rows: readonly TransactionRow[];
}

/**
 * The application service in the worker: owns the database, the ledger, the price cache and all requests.
 *
 * Everything is computed when it is asked for and kept until the revision changes, here or in another tab.
 */
export class PortfolioEngine implements PortfolioEngineApi {
  readonly #proxy: ProxyClient;
  readonly #listeners = new Set<EngineListener>();
  readonly #sessions = new Map<string, ImportSession>();
  readonly #undoables = new Map<string, Undoable>();
  #name: OpenPortfolio = "own";
  #opened: OpenedPortfolio | undefined;
  #stopWatching: () => void = () => undefined;
  #loaded: { readonly revision: number; readonly portfolio: Promise<LoadedPortfolio> } | undefined;
  #marketData: MarketDataState = noMarketData;
  #undoCount = 0;

  constructor(proxy?: ProxyClient) {
    this.#proxy =
      proxy ??
      proxyClient(async () => {
        const { origin, token } = await this.priceServer();
        return { baseUrl: `${origin}/api/v1`, token };
      });
  }

  async open(portfolio: OpenPortfolio, today: PlainDate): Promise<EngineState> {
    this.#stopWatching();
    this.#opened?.database.close();
    this.#name = portfolio;
    this.#loaded = undefined;
    this.#marketData = noMarketData;
    const opened = await openPortfolio(databaseNames[portfolio]);
    this.#opened = opened;
    if (portfolio === "sample" && (await opened.transactions.count()) === 0) await fillSamplePortfolio(opened, today);
    let seen: number | undefined;
    this.#stopWatching = watchRevision(opened.database, (revision) => {
      if (revision === seen) return;
      seen = revision;
      void this.#tellListeners();
    });
    return this.state();
  }

  async state(): Promise<EngineState> {
    const loaded = await this.#load();
    return {
      portfolio: this.#name,
      revision: loaded.revision,
      transactionCount: loaded.columns.count,
      baseCurrency: loaded.baseCurrency,
      riskFreeRate: (await this.#repositories.settings.get<number>("riskFreeRate")) ?? defaultRiskFreeRate,
      accounts: loaded.accounts,
      instruments: [...loaded.instruments.values()],
      currencies: [
        ...new Set([...loaded.columns.currencies, ...[...loaded.instruments.values()].map(({ currency }) => currency)]),
      ],
      marketData: this.#marketData,
      isPersistent: (await globalThis.navigator?.storage?.persisted?.()) ?? false,
    };
  }

  async subscribe(listener: EngineListener): Promise<void> {
    this.#listeners.add(listener);
  }

  async holdings(request: HoldingsRequest): Promise<HoldingsSnapshot> {
    const { loaded, ledger } = await this.#computed();
    const { prices, instruments, priceOrigins, revision } = loaded;
    return holdingsSnapshot({
      ledger,
      prices,
      instruments,
      priceOrigins,
      revision,
      date: request.on,
      ...accountsOf(request),
    });
  }

  async performance(request: PerformanceRequest): Promise<PerformanceSnapshot> {
    const { loaded, ledger } = await this.#computed();
    const { columns, prices, instruments, revision } = loaded;
    const inception = columns.count === 0 ? request.to : fromEpochDay(columns.day[0]!);
    const previousTradingDay = lastTradingDayBefore(ledger, prices, request.to);
    const range = periodRange(request.period, {
      to: request.to,
      inception,
      ...(previousTradingDay === undefined ? {} : { previousTradingDay }),
    });
    const riskFreeRate = (await this.#repositories.settings.get<number>("riskFreeRate")) ?? defaultRiskFreeRate;
    return performanceSnapshotOf({
      ledger,
      prices,
      instruments,
      revision,
      ...range,
      ...accountsOf(request),
      periodsPerYear: tradingDaysPerYear,
      riskFreeRate,
    });
  }

  async transactions(request: TransactionsRequest): Promise<TransactionsAnswer> {
    const { loaded, ledger } = await this.#computed();
    const ids = matchingIds(loaded, request);
    const rows = await this.#repositories.transactions.get(ids.slice(request.offset, request.offset + request.limit));
    return { revision: loaded.revision, total: ids.length, rows: viewsOf(loaded, ledger, rows) };
  }

  async transaction(id: string): Promise<TransactionView | undefined> {
    const { loaded, ledger } = await this.#computed();
    return viewsOf(loaded, ledger, await this.#repositories.transactions.get([id]))[0];
  }

  async previewEntry(entry: TransactionEntry): Promise<EntryOutcome> {
    const loaded = await this.#load();
    return outcomeOf(loaded, await this.#allRows(), entry);
  }

  async saveEntry({ transaction, newAccount, newInstrument }: TransactionEntry): Promise<void> {
    const { accounts, instruments, transactions } = this.#repositories;
    await this.#keepBaseCurrency("currency" in transaction ? transaction.currency : undefined);
    if (newAccount !== undefined) await accounts.save(newAccount);
    if (newInstrument !== undefined) await instruments.save([newInstrument]);
    const [known] = await transactions.get([transaction.id]);
    await (known === undefined ? transactions.add([transaction]) : transactions.replace(transaction));
    await this.#askToPersist();
  }

  async removeTransactions(ids: readonly string[]): Promise<string> {
    const rows = await this.#repositories.transactions.remove(ids);
    const token = `undo-${++this.#undoCount}`;
    this.#undoables.set(token, { rows });
    return token;
  }

  async undo(undoToken: string): Promise<void> {
    const undoable = this.#undoables.get(undoToken);
    if (undoable === undefined) return;
    this.#undoables.delete(undoToken);
    await this.#repositories.transactions.restore(undoable.rows);
  }

  async readImport(file: ImportFile): Promise<ImportPreview> {
    const read = await readIntake(file);
    const keys = importKeysOf(read);
    const loaded = await this.#load();
    const session = startImport(file, read, keys, {
      portfolio: loaded,
      existing: await this.#allRows(),
      baseCurrency: await this.#repositories.settings.get<CurrencyCode>("baseCurrency"),
      batches: await this.#repositories.imports.all(),
      knownKeys: await this.#repositories.transactions.knownImportKeys(keys),
    });
    this.#sessions.set(file.importId, session);
    return previewOf(session);
  }

  async importRows(
    token: string,
    filter: ImportResult | "all",
    offset: number,
    limit: number,
  ): Promise<readonly ImportRowView[]> {
    return rowsOf(this.#session(token), filter, offset, limit);
  }

  async selectImportRows(token: string, indexes: readonly number[], isSelected: boolean): Promise<ImportPreview> {
    const session = this.#session(token);
    selectRows(session, indexes, isSelected);
    return previewOf(session);
  }

  async commitImport(token: string, importedAt: string): Promise<ImportOutcome> {
    const commit = commitOf(this.#session(token), importedAt);
    await this.#keepBaseCurrency(commit.accounts[0]?.currency);
    await this.#repositories.imports.commit(commit);
    this.#sessions.delete(token);
    await this.#askToPersist();
    return { batch: commit.batch, revision: (await this.#load()).revision };
  }

  async cancelImport(token: string): Promise<void> {
    this.#sessions.delete(token);
  }

  async imports(): Promise<readonly ImportBatch[]> {
    return this.#repositories.imports.all();
  }

  async undoImport(batchId: string): Promise<number> {
    return this.#repositories.imports.undo(batchId);
  }

  async setManualPrice(instrumentId: string, date: PlainDate, close: DecimalString): Promise<void> {
    await this.#repositories.prices.saveManual({ instrumentId, date, close });
  }

  async useTradePrices(instrumentId: string): Promise<void> {
    const { columns } = await this.#load();
    const position = columns.instruments.indexOf(instrumentId);
    const ids = columns.ids.filter((_, row) => columns.instrument[row] === position);
    for (const row of await this.#repositories.transactions.get(ids)) {
      if (row === undefined || (row.kind !== "buy" && row.kind !== "sell") || row.unitPrice === undefined) continue;
      await this.#repositories.prices.saveManual({ instrumentId, date: row.tradeDate, close: row.unitPrice });
    }
  }

  async setQuoteSymbol(instrumentId: string, symbol: string): Promise<void> {
    const instrument = (await this.#load()).instruments.get(instrumentId);
    if (instrument === undefined) return;
    await this.#repositories.prices.forgetCoverage(instrumentId);
    await this.#repositories.instruments.save([{ ...instrument, quoteSymbol: symbol }]);
  }

  async setBaseCurrency(currency: CurrencyCode): Promise<void> {
    await this.#repositories.settings.set("baseCurrency", currency);
  }

  async setRiskFreeRate(rate: number): Promise<void> {
    await this.#repositories.settings.set("riskFreeRate", rate);
  }

  async renameAccount(accountId: string, name: string): Promise<void> {
    const account = (await this.#load()).accounts.find(({ id }) => id === accountId);
    if (account !== undefined) await this.#repositories.accounts.save({ ...account, name });
  }

  async priceServer(): Promise<PriceServer> {
    return (await this.#repositories.settings.get<PriceServer>("priceServer")) ?? { origin: "", token: "" };
  }

  async setPriceServer(server: PriceServer): Promise<void> {
    await this.#repositories.settings.set("priceServer", server);
  }

  async refreshPrices(today: PlainDate): Promise<MarketDataState> {
    const { loaded, ledger } = await this.#computed();
    if (this.#name === "sample" || loaded.columns.count === 0 || this.#marketData.status === "refreshing")
      return this.#marketData;
    await this.#setMarketData({ ...this.#marketData, status: "refreshing" });
    const { prices, rates, instruments } = this.#repositories;
    const used = new Set(loaded.columns.instruments);
    const outcome = await refreshPrices({
      proxy: this.#proxy,
      prices,
      rates,
      saveInstruments: (saved: readonly Instrument[]) => instruments.save(saved),
      instruments: [...loaded.instruments.values()].filter(({ id }) => used.has(id)),
      pairs: pairsOf(loaded, ledger.baseCurrency),
      firstDay: fromEpochDay(loaded.columns.day[0]!),
      today,
    });
    const { refreshedAt } = this.#marketData;
    await this.#setMarketData({
      status: outcome.isReachable ? "idle" : "offline",
      unresolved: outcome.unresolved,
      ...(outcome.isReachable
        ? { refreshedAt: new Date().toISOString() }
        : refreshedAt === undefined
          ? {}
          : { refreshedAt }),
      ...(outcome.message === undefined ? {} : { message: outcome.message }),
    });
    return this.#marketData;
  }

  async exportJson(): Promise<string> {
    const { accounts, imports, instruments, prices } = this.#repositories;
    const [rows, allAccounts, allInstruments, batches, stored] = await Promise.all([
      this.#allRows(),
      accounts.all(),
      instruments.all(),
      imports.all(),
      prices.all(),
    ]);
    const content = {
      format: "portfolio-export/1",
      accounts: allAccounts,
      instruments: allInstruments,
      imports: batches,
      manualPrices: stored.manual,
      transactions: rows,
    };
    return JSON.stringify(content, undefined, 2);
  }

  async deleteEverything(): Promise<void> {
    await clearPortfolio(this.#repositories.database);
    this.#loaded = undefined;
    await this.#tellListeners();
  }

  get #repositories(): OpenedPortfolio {
    if (this.#opened === undefined) throw new Error("No portfolio is open. Call open() first.");
    return this.#opened;
  }

  /** What is in memory, unless something was written since, here or in another tab: one small read tells. */
  async #load(): Promise<LoadedPortfolio> {
    const opened = this.#repositories;
    const revision = await revisionOf(opened.database);
    if (this.#loaded?.revision !== revision) this.#loaded = { revision, portfolio: loadPortfolio(opened) };
    return this.#loaded.portfolio;
  }

  async #computed(): Promise<{ loaded: LoadedPortfolio; ledger: Ledger }> {
    const loaded = await this.#load();
    return { loaded, ledger: loaded.ledger };
  }

  /** The first account's currency becomes the reporting currency, and stays it when accounts in others join. */
  async #keepBaseCurrency(currency: CurrencyCode | undefined): Promise<void> {
    const { settings } = this.#repositories;
    if (currency !== undefined && (await settings.get("baseCurrency")) === undefined)
      await settings.set("baseCurrency", currency);
  }

  async #allRows(): Promise<TransactionRow[]> {
    const rows = await this.#repositories.database.transactions.toArray();
    return rows.sort((a, b) => a.sequence - b.sequence);
  }

  #session(token: string): ImportSession {
    const session = this.#sessions.get(token);
    if (session === undefined) throw new Error("This import is no longer open. Choose the file again.");
    return session;
  }

  async #setMarketData(state: MarketDataState): Promise<void> {
    this.#marketData = state;
    await this.#tellListeners();
  }

  async #tellListeners(): Promise<void> {
    if (this.#listeners.size === 0 || this.#opened === undefined) return;
    const state = await this.state();
    for (const listener of this.#listeners) listener(state);
  }

  /** Asked after the first real entry, not on load; the browser decides and Settings shows what it said. */
  async #askToPersist(): Promise<void> {
    if (this.#name === "own") await globalThis.navigator?.storage?.persist?.();
  }
}

function accountsOf({ accounts }: { readonly accounts?: readonly string[] }): { accounts?: readonly string[] } {
  return accounts === undefined ? {} : { accounts };
}

/** Currencies that need a rate to the base currency: those of instruments and of cash. */
function pairsOf(loaded: LoadedPortfolio, base: CurrencyCode): { from: CurrencyCode; to: CurrencyCode }[] {
  const currencies = new Set([
    ...loaded.columns.currencies,
    ...[...loaded.instruments.values()].map(({ currency }) => currency),
  ]);
  for (const { toCurrency } of loaded.columns.details.values())
    if (toCurrency !== undefined) currencies.add(toCurrency);
  currencies.delete(base);
  return [...currencies].map((from) => ({ from, to: base }));
}

const lookBackDays = 14;

function lastTradingDayBefore(ledger: Ledger, prices: LoadedPortfolio["prices"], to: PlainDate): PlainDate | undefined {
  const last = toEpochDay(to);
  const isTrading = tradingDays(ledger, prices, { from: fromEpochDay(last - lookBackDays), to });
  // The newest close may itself be of an earlier day: one day's change is from the trading day before that one.
  const days = [...isTrading.keys()].filter((d) => isTrading[d] === 1);
  const newest = days.at(-1) === lookBackDays ? days.at(-2) : (days.at(-2) ?? days.at(-1));
  return newest === undefined ? undefined : fromEpochDay(last - lookBackDays + newest);
}
