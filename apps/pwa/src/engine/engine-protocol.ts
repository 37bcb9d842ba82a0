/**
 * Everything that crosses between the window and the worker: plain values, decimal strings, transferred typed arrays.
 *
 * Dates and new ids come inside the request (the worker reads no clock for figures), so a repeated request gives the
 * same result. Every answer carries the `revision` it was computed from, so that a late one can be dropped.
 */
import type {
  Account,
  CostBasisMethod,
  CurrencyCode,
  DecimalString,
  HoldingsSnapshot,
  Instrument,
  Issue,
  PerformanceSnapshot,
  Period,
  PlainDate,
  Transaction,
  TransactionKind,
} from "@portfolio/core";
import type { ColumnMapping } from "@portfolio/core/intake";
import type { ImportBatch } from "@portfolio/storage";

/** Which portfolio is open: the person's own, or the sample that is stored apart. */
export type OpenPortfolio = "own" | "sample";

/** How prices stand: what the line under the total and the sidebar say. */
export interface MarketDataState {
  readonly status: "idle" | "refreshing" | "offline" | "failed";
  /** The moment of the last successful refresh, ISO 8601. */
  readonly refreshedAt?: string;
  /** What went wrong, in a sentence, with what to do. */
  readonly message?: string;
  /** Instruments whose source has no price, with the reason. */
  readonly unresolved: readonly { readonly instrumentId: string; readonly reason: string }[];
}

/** Where the price server is, when it does not serve the app itself, and the token it asks for. */
export interface PriceServer {
  /** Origin such as "https://prices.example.org"; empty for the server this app came from. */
  readonly origin: string;
  readonly token: string;
}

/** The state of the engine that screens show around the figures. */
export interface EngineState {
  readonly portfolio: OpenPortfolio;
  readonly revision: number;
  readonly transactionCount: number;
  readonly baseCurrency: CurrencyCode;
  /** Annual risk-free rate for the Sharpe ratio, as a fraction. */
  readonly riskFreeRate: number;
  readonly accounts: readonly Account[];
  readonly instruments: readonly Instrument[];
  /** Currencies of instruments and cash: what the currency picker offers first. */
  readonly currencies: readonly CurrencyCode[];
  readonly marketData: MarketDataState;
  /** Whether the browser promised not to delete the data by itself. */
  readonly isPersistent: boolean;
}

export interface HoldingsRequest {
  readonly on: PlainDate;
  readonly accounts?: readonly string[];
}

export interface PerformanceRequest {
  readonly period: Period;
  readonly to: PlainDate;
  readonly accounts?: readonly string[];
}

/** A transaction with the words a table needs. */
export interface TransactionView {
  readonly transaction: Transaction;
  readonly accountName: string;
  readonly instrumentLabel?: string;
  readonly instrumentName?: string;
  /** Effect on cash in `currency`, signed; absent when no cash moves. */
  readonly netAmount?: DecimalString;
  readonly currency?: CurrencyCode;
  readonly issues: readonly Issue[];
  /** The import that brought it. */
  readonly batchId?: string;
}

export interface TransactionsRequest {
  readonly offset: number;
  readonly limit: number;
  /** Words to look for in ticker, name, kind and note. */
  readonly search?: string;
  readonly kinds?: readonly TransactionKind[];
  readonly accounts?: readonly string[];
}

/** A window of transactions, newest first. */
export interface TransactionsAnswer {
  readonly revision: number;
  readonly total: number;
  readonly rows: readonly TransactionView[];
}

/** A transaction typed by hand; account and instrument may be new. */
export interface TransactionEntry {
  readonly transaction: Transaction;
  readonly newAccount?: Account;
  readonly newInstrument?: Instrument;
}

/** What saving an entry would change: shown before it is saved. */
export interface EntryOutcome {
  readonly issues: readonly Issue[];
  readonly quantity?: { readonly before: DecimalString; readonly after: DecimalString };
  readonly unitCost?: {
    readonly before?: DecimalString;
    readonly after?: DecimalString;
    readonly currency: CurrencyCode;
  };
  readonly cash?: { readonly before: DecimalString; readonly after: DecimalString; readonly currency: CurrencyCode };
}

export type ImportResult = "ready" | "check" | "duplicate" | "error" | "ignored";

/** A line of a file and what it becomes. */
export interface ImportRowView {
  /** Position among the rows of the import; the name of the row in a selection. */
  readonly index: number;
  /** Lines of the file, the leading one first. */
  readonly lines: readonly number[];
  readonly result: ImportResult;
  readonly isSelected: boolean;
  readonly kind?: TransactionKind;
  readonly date?: PlainDate;
  readonly instrumentLabel?: string;
  readonly quantity?: DecimalString;
  readonly unitPrice?: DecimalString;
  readonly priceCurrency?: CurrencyCode;
  readonly feeAmount?: DecimalString;
  readonly netAmount?: DecimalString;
  readonly currency?: CurrencyCode;
  readonly issues: readonly Issue[];
  /** For a duplicate: the import it repeats. */
  readonly repeats?: string;
}

/** A file as read: the dry run of an import. Nothing is stored yet. */
export interface ImportPreview {
  /** Names this preview in later calls. */
  readonly token: string;
  readonly fileName: string;
  /** Undefined: not recognised, columns have to be mapped. */
  readonly format?: string;
  readonly formatName?: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly sampleRows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly suggestedMapping?: ColumnMapping;
  readonly rowCount: number;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly counts: Readonly<Record<ImportResult, number>>;
  readonly selectedCount: number;
  /** Issues of the file as a whole: nothing can be read, or a column could be read in two ways. */
  readonly fileIssues: readonly Issue[];
  readonly accounts: readonly { readonly reference: string; readonly name: string; readonly isNew: boolean }[];
  readonly newInstruments: readonly { readonly label: string; readonly currency: CurrencyCode }[];
  readonly cash: readonly {
    readonly currency: CurrencyCode;
    readonly before: DecimalString;
    readonly after: DecimalString;
  }[];
  readonly holdings: readonly {
    readonly label: string;
    readonly before: DecimalString;
    readonly after: DecimalString;
  }[];
}

export interface ImportFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly today: PlainDate;
  readonly mapping?: ColumnMapping;
  /** Prefix of all ids this import makes. */
  readonly importId: string;
}

export interface ImportOutcome {
  readonly batch: ImportBatch;
  readonly revision: number;
}

/** Told to the window whenever figures may have changed, here or in another tab. */
export type EngineListener = (state: EngineState) => void;

/** What the window may ask of the worker. */
export interface PortfolioEngineApi {
  open(portfolio: OpenPortfolio, today: PlainDate): Promise<EngineState>;
  state(): Promise<EngineState>;
  subscribe(listener: EngineListener): Promise<void>;
  holdings(request: HoldingsRequest): Promise<HoldingsSnapshot>;
  performance(request: PerformanceRequest): Promise<PerformanceSnapshot>;
  transactions(request: TransactionsRequest): Promise<TransactionsAnswer>;
  transaction(id: string): Promise<TransactionView | undefined>;
  previewEntry(entry: TransactionEntry): Promise<EntryOutcome>;
  saveEntry(entry: TransactionEntry): Promise<void>;
  /** Takes transactions out; the answer names the undo. */
  removeTransactions(ids: readonly string[]): Promise<string>;
  undo(undoToken: string): Promise<void>;
  /** The files that are recognised by themselves, such as "Fidelity: account history". */
  importFormats(): Promise<readonly string[]>;
  readImport(file: ImportFile): Promise<ImportPreview>;
  importRows(
    token: string,
    filter: ImportResult | "all",
    offset: number,
    limit: number,
  ): Promise<readonly ImportRowView[]>;
  selectImportRows(token: string, indexes: readonly number[], isSelected: boolean): Promise<ImportPreview>;
  /**
   * Stores the selected rows. Refused when the portfolio has changed since the file was read in what the rows build on;
   * then the rows stand against the portfolio as it is now, under the same token: ask for the preview and rows again.
   */
  commitImport(token: string, importedAt: string): Promise<ImportOutcome>;
  cancelImport(token: string): Promise<void>;
  imports(): Promise<readonly ImportBatch[]>;
  /** Takes an import back and answers how many transactions went; refuses one that was undone already. */
  undoImport(batchId: string): Promise<number>;
  /** Refuses an invalid or future date, and a close that is no decimal number of 0 or more. */
  setManualPrice(instrumentId: string, date: PlainDate, close: DecimalString): Promise<void>;
  /** Takes a typed price, or one of one's own trades, away again. */
  removeManualPrice(instrumentId: string, date: PlainDate): Promise<void>;
  /** Takes the prices of one's own trades as closes where nothing else is known. */
  useTradePrices(instrumentId: string): Promise<void>;
  setQuoteSymbol(instrumentId: string, symbol: string): Promise<void>;
  setBaseCurrency(currency: CurrencyCode): Promise<void>;
  setRiskFreeRate(rate: number): Promise<void>;
  renameAccount(accountId: string, name: string): Promise<void>;
  /** The rule that pairs sales of an account with its purchases; every figure follows. */
  setCostBasisMethod(accountId: string, method: CostBasisMethod): Promise<void>;
  priceServer(): Promise<PriceServer>;
  setPriceServer(server: PriceServer): Promise<void>;
  refreshPrices(today: PlainDate): Promise<MarketDataState>;
  /** Everything that is stored, as readable JSON. */
  exportJson(): Promise<string>;
  /** Brings an export back into the person's own portfolio, which must be empty: all of it or nothing. */
  restoreExport(text: string): Promise<void>;
  deleteEverything(): Promise<void>;
}
