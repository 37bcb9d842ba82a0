import type { Account, DecimalString, Instrument, PlainDate, Transaction, TransactionColumns } from "@portfolio/core";

/**
 * A stored transaction: the source of truth, decimal strings as they were entered.
 *
 * `sequence` is the order of entry, which decides inside a step of a day. `importKey` tells a repeated import.
 */
export type TransactionRow = Transaction & {
  readonly sequence: number;
  readonly batchId?: string;
  readonly importKey?: string;
  /** Changed by hand after an import brought it: undoing that import would lose the change. */
  readonly isEdited?: true;
};

/**
 * A stretch of packed transactions, derived from the rows of `revision`. String tables stand in the first chunk alone.
 */
export interface TransactionChunk {
  readonly index: number;
  readonly revision: number;
  readonly totalCount: number;
  /** All ids of the chunk, one on a line: one text is read many times faster than thousands. An id with a line break makes it a list. */
  readonly ids: string | readonly string[];
  readonly columns: Omit<TransactionColumns, "ids">;
}

/**
 * All values of one calendar year, all instruments (or currency pairs), in one stored array.
 *
 * `values` is instrument-major: value of id i on day d of the year = values[i x dayCount + d], an integer at
 * `scales[i]`; -1 where there is none. Int32 where all fit, else Float64.
 */
export interface YearPack {
  readonly year: number;
  readonly dayCount: number;
  readonly ids: readonly string[];
  readonly scales: Int8Array;
  readonly values: Int32Array | Float64Array;
}

/** One import, with what it brought, so that it can be undone as a whole. */
export interface ImportBatch {
  readonly id: string;
  readonly fileName: string;
  readonly format: string;
  /** ISO 8601. */
  readonly importedAt: string;
  readonly transactionCount: number;
  readonly skippedCount: number;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** Created by this import; undone with it when nothing else uses them. */
  readonly accountIds: readonly string[];
  readonly instrumentIds: readonly string[];
}

/** What has been fetched for an instrument or a currency pair, and from where: decides what to ask for next. */
export interface Coverage {
  readonly id: string;
  readonly source: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** When it was received, ISO 8601. */
  readonly receivedAt: string;
}

/** The newest quote of an instrument, in its currency, already out of its quotation unit. */
export interface StoredQuote {
  readonly instrumentId: string;
  readonly price: DecimalString;
  readonly date: PlainDate;
  /** The moment of the price, ISO 8601. */
  readonly asOf: string;
  readonly source: string;
}

/** A price that the person typed: never overwritten by a source. */
export interface ManualPrice {
  readonly instrumentId: string;
  readonly date: PlainDate;
  readonly close: DecimalString;
  /** Taken from a trade of one's own: stands only where no source has a price and none was typed. */
  readonly origin?: "trade";
}

/** A setting of the portfolio, plain data under its name. */
export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** Tables and indexes of version 1, as Dexie reads them: as few indexes as queries need. */
export const schemaVersion1: Readonly<Record<string, string>> = {
  transactions: "id, batchId, importKey",
  transactionColumns: "index",
  accounts: "id",
  instruments: "id",
  importBatches: "id, importedAt",
  pricePacks: "year",
  ratePacks: "year",
  priceCoverage: "id",
  rateCoverage: "id",
  quotes: "instrumentId",
  manualPrices: "[instrumentId+date], instrumentId",
  settings: "key",
};

/** What version 2 adds. */
export const schemaVersion2: Readonly<Record<string, string>> = {
  taxonomies: "id",
  targetAllocations: "id",
  goals: "id",
  notes: "id",
  watchlist: "instrumentId",
  journal: "step",
  journalRows: "[rowsId+piece]",
};

export type { Account, Instrument };
