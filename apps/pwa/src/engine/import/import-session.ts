import type { Account, CurrencyCode, Instrument, Issue, Transaction, TransactionDraft } from "@portfolio/core";
import type { IntakeResult } from "@portfolio/core/intake";
import type { ImportBatch, TransactionRow } from "@portfolio/storage";
import type { LoadedPortfolio } from "../computed-portfolio.ts";
import type { ImportFile } from "../engine-protocol.ts";

/** One line of an import: a draft with what it resolves to, or an issue without a draft. */
export interface ImportRow {
  readonly index: number;
  readonly lines: readonly number[];
  readonly draft: TransactionDraft | undefined;
  readonly transaction: Transaction | undefined;
  readonly importKey: string;
  readonly repeats: string | undefined;
  readonly readIssues: readonly Issue[];
  ledgerIssues: readonly Issue[];
  isSelected: boolean;
}

/** What a file resolves to before anything is stored. */
export interface ImportSession {
  readonly file: ImportFile;
  readonly read: IntakeResult;
  readonly rows: readonly ImportRow[];
  readonly accounts: readonly { readonly reference: string; readonly account: Account; readonly isNew: boolean }[];
  readonly newInstruments: readonly Instrument[];
  readonly portfolio: LoadedPortfolio;
  readonly existing: readonly TransactionRow[];
  readonly baseCurrency: CurrencyCode;
}

/** What the dry run needs to know of earlier imports. */
export interface ImportSurroundings {
  readonly portfolio: LoadedPortfolio;
  readonly existing: readonly TransactionRow[];
  /** The reporting currency, once one was chosen or settled. */
  readonly baseCurrency: CurrencyCode | undefined;
  readonly batches: readonly ImportBatch[];
  readonly knownKeys: ReadonlyMap<string, TransactionRow>;
}
