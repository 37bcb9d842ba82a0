import type { Account, CurrencyCode, Instrument, Transaction } from "@portfolio/core";
import type { ImportBatch } from "../database/schema.ts";

/** Everything an import brings in: written whole or not at all. */
export interface ImportCommit {
  readonly batch: ImportBatch;
  /** Accounts that the rows use; one that is there already stays as it is. */
  readonly accounts: readonly Account[];
  /** Instruments that the import creates. */
  readonly instruments: readonly Instrument[];
  readonly transactions: readonly ImportedTransaction[];
  /** The reporting currency, unless one is settled. */
  readonly baseCurrency?: CurrencyCode;
  /** The transaction revision the file was read against; absent: whatever is there now. */
  readonly readAt?: number;
}

/** A row of an import. */
export interface ImportedTransaction {
  readonly transaction: Transaction;
  readonly importKey: string;
  /** Taken over by choice although an earlier import brought the same line. */
  readonly isRepeat?: boolean;
}
