import type { Account, Instrument, Transaction } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";
import type { ImportBatch } from "../database/schema.ts";
import { addRows } from "../transactions/transaction-repository.ts";

/** Everything an import brings in: written whole or not at all. */
export interface ImportCommit {
  readonly batch: ImportBatch;
  readonly accounts: readonly Account[];
  readonly instruments: readonly Instrument[];
  readonly transactions: readonly { readonly transaction: Transaction; readonly importKey: string }[];
}

/** Imports of a portfolio. */
export interface ImportRepository {
  /** Newest first. */
  all(): Promise<ImportBatch[]>;
  /** One IndexedDB transaction: a failure at any row leaves nothing behind. */
  commit(commit: ImportCommit, onProgress?: (written: number) => void): Promise<void>;
  /**
   * Takes a whole import back: its transactions, and the accounts and instruments it created that nothing else uses.
   * Answers how many transactions went.
   */
  undo(batchId: string): Promise<number>;
}

export function importRepository(database: PortfolioDatabase): ImportRepository {
  const { accounts, importBatches, instruments, settings, transactions } = database;
  const tables = [accounts, importBatches, instruments, settings, transactions];
  return {
    all: async () => (await importBatches.orderBy("importedAt").toArray()).reverse(),
    commit: (commit, onProgress) =>
      database.transaction("rw", tables, async () => {
        await accounts.bulkPut([...commit.accounts]);
        await instruments.bulkAdd([...commit.instruments]);
        await importBatches.add(commit.batch);
        const rows = commit.transactions.map(({ transaction }) => transaction);
        await addRows(database, rows, (i) => ({ batchId: commit.batch.id, importKey: commit.transactions[i]!.importKey }), onProgress);
        await nextRevision(database);
      }),
    undo: (batchId) =>
      database.transaction("rw", tables, async () => {
        const batch = await importBatches.get(batchId);
        if (batch === undefined) return 0;
        const removed = await transactions.where("batchId").equals(batchId).delete();
        await removeUnused(database, batch);
        await importBatches.delete(batchId);
        await nextRevision(database);
        return removed;
      }),
  };
}

async function removeUnused({ accounts, instruments, transactions }: PortfolioDatabase, batch: ImportBatch): Promise<void> {
  const usedAccounts = new Set<string>();
  const usedInstruments = new Set<string>();
  await transactions.each((row) => {
    usedAccounts.add(row.account);
    if ("instrument" in row && row.instrument !== undefined) usedInstruments.add(row.instrument);
    if ("toInstrument" in row && row.toInstrument !== undefined) usedInstruments.add(row.toInstrument);
  });
  await accounts.bulkDelete(batch.accountIds.filter((id) => !usedAccounts.has(id)));
  await instruments.bulkDelete(batch.instrumentIds.filter((id) => !usedInstruments.has(id)));
}
