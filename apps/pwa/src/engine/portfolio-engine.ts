import {
  type CostBasisMethod,
  type CurrencyCode,
  type DecimalString,
  fromEpochDay,
  type HoldingsSnapshot,
  type Instrument,
  type PerformanceSnapshot,
  type PlainDate,
  toEpochDay,
} from "@portfolio/core";
import { periodRange } from "@portfolio/core/measures";
import { holdingsSnapshot, performanceSnapshotOf } from "@portfolio/core/snapshot";
import { firstDayOf, isLiveRow, namesInUse } from "@portfolio/core/edits";
import { brokerFormats, type IntakeResult, readIntake, validateTransaction } from "@portfolio/core/intake";
import {
  clearPortfolio,
  type ImportBatch,
  ImportConflictError,
  instrumentIdsOf,
  portfolioContent,
  restoreContent,
  revisionOf,
  saveEntry,
  saveTradePrices,
  type TransactionRow,
  watchRevision,
} from "@portfolio/storage";
import { proxyClient, type ProxyClient } from "../market-data/proxy-client.ts";
import { refreshPrices } from "../market-data/price-refresh.ts";
import { ColumnKeeper } from "./column-keeper.ts";
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
import { refuseUnknownCurrencies, refuseUnknownCurrency } from "./entry-currencies.ts";
import { outcomeOf } from "./entry-outcome.ts";
import { ratePairsOf } from "./rate-pairs.ts";
import { exportedSettings, exportText } from "./export-format.ts";
import { followChange, type WrittenChange } from "./follow-change.ts";
import { currenciesOf } from "./currencies-of.ts";
import { commitOf } from "./import/import-commit.ts";
import { previewOf } from "./import/import-preview.ts";
import { rowsOf } from "./import/import-row-view.ts";
import type { ImportSession } from "./import/import-session.ts";
import { importKeysOf, selectRows, startImport } from "./import/start-import.ts";
import { loadPortfolio, type OpenedPortfolio, openPortfolio } from "./open-portfolio.ts";
import { priceOriginsOn } from "./price-origins.ts";
import { RecentValuations } from "./recent-valuations.ts";
import { restoreExport } from "./restore-export.ts";
import { fillSamplePortfolio } from "./sample-portfolio.ts";
import { tradingDayBefore } from "./trading-day-before.ts";
import { tradePricesOf } from "./trade-prices.ts";
import { matchingIds, viewsOf } from "./transaction-views.ts";
import { refuseWrongPrice } from "./typed-price.ts";

const databaseNames: Readonly<Record<OpenPortfolio, string>> = { own: "portfolio", sample: "portfolio-sample" };
const defaultRiskFreeRate = 0.02;
const refreshFailed = "The prices could not be refreshed. Try again.";
const noMarketData: MarketDataState = { status: "idle", unresolved: [] };

/** A removal that can be taken back, in the portfolio it was made in. */
interface Undoable {
  readonly opened: OpenedPortfolio;
  readonly rows: readonly TransactionRow[];
}

/** What is in memory: of one connection, at one revision. */
interface Loaded {
  readonly opened: OpenedPortfolio;
  readonly revision: number;
  readonly portfolio: Promise<LoadedPortfolio>;
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
  readonly #columnKeeper = new ColumnKeeper();
  readonly #valuations = new RecentValuations();
  #name: OpenPortfolio = "own";
  #opened: OpenedPortfolio | undefined;
  #opening: Promise<unknown> = Promise.resolve();
  /** Grows when what a running refresh would write no longer belongs here. */
  #generation = 0;
  #stopWatching: () => void = () => undefined;
  #loaded: Loaded | undefined;
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
    // One after the other: of two that overlap the later one must stand, whichever database is slower.
    const opening = this.#opening.then(() => this.#switchTo(portfolio, today));
    this.#opening = opening.catch(() => undefined);
    await opening;
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
      currencies: [...currenciesOf(loaded)],
      marketData: this.#marketData,
      isPersistent: (await globalThis.navigator?.storage?.persisted?.()) ?? false,
    };
  }

  async subscribe(listener: EngineListener): Promise<void> {
    this.#listeners.add(listener);
  }

  async holdings(request: HoldingsRequest): Promise<HoldingsSnapshot> {
    const loaded = await this.#load();
    const { ledger } = loaded;
    const { prices, instruments, priceSources, revision } = loaded;
    return holdingsSnapshot({
      ledger,
      prices,
      instruments,
      priceOrigins: priceOriginsOn(priceSources, prices, request.on),
      revision,
      date: request.on,
      ...accountsOf(request),
    });
  }

  async performance(request: PerformanceRequest): Promise<PerformanceSnapshot> {
    const loaded = await this.#load();
    const { ledger, prices, instruments, revision } = loaded;
    const inception = firstDateOf(loaded) ?? request.to;
    const previousTradingDay = tradingDayBefore(ledger, prices, request.to);
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
      scope: accountsOf(request),
      valued: this.#valuations.valued(ledger, prices, { ...range, ...accountsOf(request) }),
      periodsPerYear: "observed",
      riskFreeRate,
    });
  }

  async transactions(request: TransactionsRequest): Promise<TransactionsAnswer> {
    const loaded = await this.#load();
    const { ledger } = loaded;
    const ids = matchingIds(loaded, request);
    const rows = await this.#repositories.transactions.get(ids.slice(request.offset, request.offset + request.limit));
    return { revision: loaded.revision, total: ids.length, rows: viewsOf(loaded, ledger, rows) };
  }

  async transaction(id: string): Promise<TransactionView | undefined> {
    const loaded = await this.#load();
    const { ledger } = loaded;
    return viewsOf(loaded, ledger, await this.#repositories.transactions.get([id]))[0];
  }

  async previewEntry(entry: TransactionEntry): Promise<EntryOutcome> {
    return outcomeOf(await this.#load(), entry);
  }

  async saveEntry(entry: TransactionEntry): Promise<void> {
    const { transaction, newAccount } = entry;
    const fault = validateTransaction({ ...transaction });
    if (fault !== undefined) throw new Error(fault.message);
    refuseUnknownCurrencies(entry);
    const baseCurrency = newAccount?.currency ?? ("currency" in transaction ? transaction.currency : undefined);
    const opened = this.#repositories;
    const { rows, ...written } = await saveEntry(opened.database, {
      ...entry,
      ...(baseCurrency === undefined ? {} : { baseCurrency }),
    });
    this.#follow(opened, { ...entry, ...written, saved: rows });
    await this.#askToPersist();
  }

  async removeTransactions(ids: readonly string[]): Promise<string> {
    const opened = this.#repositories;
    const { revision, rows } = await opened.transactions.remove(ids);
    this.#follow(opened, { revision, removed: ids });
    const token = `undo-${++this.#undoCount}`;
    this.#undoables.set(token, { opened, rows });
    return token;
  }

  async undo(undoToken: string): Promise<void> {
    const undoable = this.#undoables.get(undoToken);
    if (undoable === undefined || undoable.opened !== this.#opened)
      throw new Error("This removal can no longer be undone: it was undone already, or another portfolio was opened.");
    await this.#refuseDangling(undoable.rows);
    this.#undoables.delete(undoToken);
    const { revision, rows } = await undoable.opened.transactions.restore(undoable.rows);
    this.#follow(undoable.opened, { revision, saved: rows });
  }

  importFormats(): Promise<readonly string[]> {
    return Promise.resolve(brokerFormats.map(({ name }) => name));
  }

  async readImport(file: ImportFile): Promise<ImportPreview> {
    const opened = this.#repositories;
    const session = await this.#startSession(file, await readIntake(file));
    if (opened !== this.#opened) throw new Error("Another portfolio was opened meanwhile. Choose the file again.");
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
    const opened = this.#repositories;
    const session = this.#session(token);
    try {
      const batch = await opened.imports.commit(commitOf(session, importedAt));
      this.#sessions.delete(token);
      await this.#askToPersist();
      return { batch, revision: (await this.#load()).revision };
    } catch (error) {
      // From here on the rows stand against the portfolio as it is now, for the person to look at again.
      if (error instanceof ImportConflictError && opened === this.#opened)
        this.#sessions.set(token, await this.#startSession(session.file, session.read));
      throw error;
    }
  }

  async cancelImport(token: string): Promise<void> {
    this.#sessions.delete(token);
  }

  async imports(): Promise<readonly ImportBatch[]> {
    return this.#repositories.imports.all();
  }

  async undoImport(batchId: string): Promise<number> {
    const removed = await this.#repositories.imports.undo(batchId);
    if (removed === undefined) throw new Error("This import was already undone.");
    return removed;
  }

  async setManualPrice(instrumentId: string, date: PlainDate, close: DecimalString): Promise<void> {
    refuseWrongPrice(date, close, new Date().toISOString().slice(0, 10));
    await this.#instrument(instrumentId);
    await this.#repositories.prices.saveManual({ instrumentId, date, close });
  }

  async removeManualPrice(instrumentId: string, date: PlainDate): Promise<void> {
    await this.#repositories.prices.removeManual(instrumentId, date);
  }

  async useTradePrices(instrumentId: string): Promise<void> {
    const { currency } = await this.#instrument(instrumentId);
    const { columns, priceSources } = await this.#load();
    const position = columns.instruments.indexOf(instrumentId);
    if (position < 0) return;
    const ids = columns.ids.filter((_, row) => columns.instrument[row] === position && isLiveRow(columns, row));
    const closes = new Set(priceSources.series.get(instrumentId)?.days);
    const prices = tradePricesOf(instrumentId, currency, await this.#repositories.transactions.get(ids));
    const free = prices.filter(({ date }) => !closes.has(toEpochDay(date)));
    await saveTradePrices(this.#repositories.database, free);
  }

  async setQuoteSymbol(instrumentId: string, symbol: string): Promise<void> {
    // A refresh under way would write closes of the old symbol after they were dropped.
    this.#abandonRefresh();
    await this.#repositories.instruments.changeQuoteSymbol(instrumentId, symbol);
  }

  async setBaseCurrency(currency: CurrencyCode): Promise<void> {
    refuseUnknownCurrency(currency);
    await this.#repositories.settings.set("baseCurrency", currency);
  }

  async setRiskFreeRate(rate: number): Promise<void> {
    await this.#repositories.settings.set("riskFreeRate", rate);
  }

  async renameAccount(accountId: string, name: string): Promise<void> {
    await this.#repositories.accounts.rename(accountId, name);
  }

  async setCostBasisMethod(accountId: string, method: CostBasisMethod): Promise<void> {
    await this.#repositories.accounts.setCostBasisMethod(accountId, method);
  }

  async priceServer(): Promise<PriceServer> {
    return (await this.#repositories.settings.get<PriceServer>("priceServer")) ?? { origin: "", token: "" };
  }

  async setPriceServer(server: PriceServer): Promise<void> {
    await this.#repositories.settings.set("priceServer", server);
  }

  async refreshPrices(today: PlainDate): Promise<MarketDataState> {
    const generation = this.#generation;
    const isCurrent = (): boolean => generation === this.#generation;
    const { prices, rates, instruments } = this.#repositories;
    const loaded = await this.#load();
    const { ledger } = loaded;
    if (!isCurrent() || this.#name === "sample" || loaded.columns.count === 0) return this.#marketData;
    if (this.#marketData.status === "refreshing") return this.#marketData;
    const { refreshedAt } = this.#marketData;
    const earlier = refreshedAt === undefined ? {} : { refreshedAt };
    let ended: MarketDataState = { status: "failed", unresolved: [], ...earlier };
    try {
      await this.#setMarketData({ ...this.#marketData, status: "refreshing" });
      const used = new Set(namesInUse(loaded.columns).instruments);
      const outcome = await refreshPrices({
        proxy: this.#proxy,
        prices,
        rates,
        saveInstruments: (saved: readonly Instrument[]) => instruments.save(saved),
        instruments: [...loaded.instruments.values()].filter(({ id }) => used.has(id)),
        pairs: ratePairsOf(loaded, ledger.baseCurrency),
        firstDay: firstDateOf(loaded) ?? today,
        today,
        isCurrent,
      });
      ended = {
        status: outcome.isReachable ? "idle" : "offline",
        unresolved: outcome.unresolved,
        ...(outcome.isReachable ? { refreshedAt: new Date().toISOString() } : earlier),
        ...(outcome.message === undefined ? {} : { message: outcome.message }),
      };
    } catch (error) {
      ended = { ...ended, message: `${refreshFailed} (${String(error)})` };
    } finally {
      // Set before anyone is told: a listener that fails must not leave "refreshing" behind.
      if (isCurrent()) this.#marketData = ended;
    }
    if (isCurrent()) await this.#tellListeners();
    return this.#marketData;
  }

  async exportJson(): Promise<string> {
    return exportText(await portfolioContent(this.#repositories.database, exportedSettings));
  }

  async restoreExport(text: string): Promise<void> {
    if (this.#name !== "own") throw new Error("The sample takes no export. Open your own portfolio first.");
    const { database } = this.#repositories;
    const content = restoreExport(text);
    await restoreContent(database, content);
    this.#forgetPending();
    await this.#askToPersist();
  }

  async deleteEverything(): Promise<void> {
    this.#forgetPending();
    await clearPortfolio(this.#repositories.database);
    this.#loaded = undefined;
    await this.#tellListeners();
  }

  get #repositories(): OpenedPortfolio {
    if (this.#opened === undefined) throw new Error("No portfolio is open. Call open() first.");
    return this.#opened;
  }

  async #switchTo(portfolio: OpenPortfolio, today: PlainDate): Promise<void> {
    this.#stopWatching();
    this.#columnKeeper.stop();
    this.#opened?.database.close();
    this.#opened = undefined;
    this.#name = portfolio;
    this.#loaded = undefined;
    this.#forgetPending();
    this.#marketData = noMarketData;
    const opened = await openPortfolio(databaseNames[portfolio]);
    if (portfolio === "sample" && (await opened.transactions.count()) === 0) await fillSamplePortfolio(opened, today);
    this.#opened = opened;
    let seen: number | undefined;
    this.#stopWatching = watchRevision(opened.database, (revision) => {
      if (revision === seen) return;
      seen = revision;
      // What cannot be read is said to whoever asks next.
      this.#tellListeners().catch(() => undefined);
    });
  }

  /** What was begun belongs to the rows it was begun with: imports being looked at, removals, a refresh under way. */
  #forgetPending(): void {
    this.#sessions.clear();
    this.#undoables.clear();
    this.#abandonRefresh();
  }

  /** Makes a running refresh write nothing more; a new one may start at once. */
  #abandonRefresh(): void {
    this.#generation++;
    if (this.#marketData.status === "refreshing") this.#marketData = { ...this.#marketData, status: "idle" };
  }

  /** What is in memory, unless something was written since, here or in another tab: one small read tells. */
  async #load(): Promise<LoadedPortfolio> {
    const opened = this.#repositories;
    const revision = await revisionOf(opened.database);
    if (this.#loaded?.opened === opened && this.#loaded.revision === revision) return this.#loaded.portfolio;
    const loaded: Loaded = { opened, revision, portfolio: loadPortfolio(opened) };
    this.#loaded = loaded;
    // What failed once may work the next time: a failure is not kept.
    loaded.portfolio.catch(() => {
      if (this.#loaded === loaded) this.#loaded = undefined;
    });
    return loaded.portfolio;
  }

  /** Takes a change of our own over into what is in memory; any other change in between makes it be loaded anew. */
  #follow(opened: OpenedPortfolio, change: WrittenChange): void {
    const before = this.#loaded;
    if (before?.opened !== opened || opened !== this.#opened || before.revision !== change.revision - 1) return;
    const portfolio = before.portfolio.then((known) => {
      const followed = followChange(known, change);
      this.#columnKeeper.keepSoon(opened, followed);
      return followed;
    });
    const loaded: Loaded = { opened, revision: change.revision, portfolio };
    this.#loaded = loaded;
    portfolio.catch(() => {
      if (this.#loaded === loaded) this.#loaded = undefined;
    });
  }

  async #allRows(): Promise<TransactionRow[]> {
    return this.#repositories.transactions.all();
  }

  #session(token: string): ImportSession {
    const session = this.#sessions.get(token);
    if (session === undefined) throw new Error("This import is no longer open. Choose the file again.");
    return session;
  }

  async #startSession(file: ImportFile, read: IntakeResult): Promise<ImportSession> {
    const keys = importKeysOf(read);
    // First of all: a change while the rest is read then makes the commit look closer.
    const loaded = await this.#load();
    return startImport(file, read, keys, {
      portfolio: loaded,
      existing: await this.#allRows(),
      baseCurrency: await this.#repositories.settings.get<CurrencyCode>("baseCurrency"),
      batches: await this.#repositories.imports.all(),
      knownKeys: await this.#repositories.transactions.knownImportKeys(keys),
    });
  }

  async #instrument(id: string): Promise<Instrument> {
    const instrument = (await this.#load()).instruments.get(id);
    if (instrument === undefined) throw new Error("This instrument is no longer there. Choose another one.");
    return instrument;
  }

  /** What removed rows name may have gone with an import that was undone since. */
  async #refuseDangling(rows: readonly TransactionRow[]): Promise<void> {
    const { accounts, instruments } = await this.#load();
    const accountIds = new Set(accounts.map(({ id }) => id));
    const batchIds = new Set((await this.#repositories.imports.all()).map(({ id }) => id));
    const isWhole = (row: TransactionRow): boolean =>
      accountIds.has(row.account) &&
      instrumentIdsOf(row).every((id) => instruments.has(id)) &&
      (row.batchId === undefined || batchIds.has(row.batchId));
    if (!rows.every(isWhole))
      throw new Error("These transactions belong to an import that was undone since. Import the file again.");
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

function firstDateOf({ columns }: LoadedPortfolio): PlainDate | undefined {
  const day = firstDayOf(columns);
  return day === undefined ? undefined : fromEpochDay(day);
}

function accountsOf({ accounts }: { readonly accounts?: readonly string[] }): { accounts?: readonly string[] } {
  return accounts === undefined ? {} : { accounts };
}
