import type { Account, Instrument, Transaction } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextTransactionRevision } from "../database/revision.ts";
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
   * One that a later import still uses becomes that import's own, so that imports can be undone in any order.
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
        await addRows(
          database,
          rows,
          (i) => ({ batchId: commit.batch.id, importKey: commit.transactions[i]!.importKey }),
          onProgress,
        );
        await nextTransactionRevision(database);
      }),
    undo: (batchId) =>
      database.transaction("rw", tables, async () => {
        const batch = await importBatches.get(batchId);
        if (batch === undefined) return 0;
        const removed = await transactions.where("batchId").equals(batchId).delete();
        await removeUnused(database, batch);
        await importBatches.delete(batchId);
        await nextTransactionRevision(database);
        return removed;
      }),
  };
}

async function removeUnused(
  { accounts, importBatches, instruments, transactions }: PortfolioDatabase,
  batch: ImportBatch,
): Promise<void> {
  const accountUsers = new Map(batch.accountIds.map((id) => [id, new Set<string>()]));
  const instrumentUsers = new Map(batch.instrumentIds.map((id) => [id, new Set<string>()]));
  await transactions.each((row) => {
    const user = row.batchId ?? byHand;
    accountUsers.get(row.account)?.add(user);
    if ("instrument" in row && row.instrument !== undefined) instrumentUsers.get(row.instrument)?.add(user);
    if ("toInstrument" in row && row.toInstrument !== undefined) instrumentUsers.get(row.toInstrument)?.add(user);
  });
  await accounts.bulkDelete(unused(accountUsers));
  await instruments.bulkDelete(unused(instrumentUsers));
  for (const other of await importBatches.where("id").anyOf(usersOf(accountUsers, instrumentUsers)).toArray()) {
    await importBatches.put({
      ...other,
      accountIds: [...other.accountIds, ...usedBy(accountUsers, other.id)],
      instrumentIds: [...other.instrumentIds, ...usedBy(instrumentUsers, other.id)],
    });
  }
}

/** Stands for transactions that no import brought: never the id of a batch. */
const byHand = "";

type Users = ReadonlyMap<string, ReadonlySet<string>>;

function unused(users: Users): string[] {
  return [...users].flatMap(([id, by]) => (by.size === 0 ? [id] : []));
}

function usedBy(users: Users, batchId: string): string[] {
  return [...users].flatMap(([id, by]) => (by.has(batchId) ? [id] : []));
}

function usersOf(...all: readonly Users[]): string[] {
  return [...new Set(all.flatMap((users) => [...users.values()].flatMap((by) => [...by])))];
}
