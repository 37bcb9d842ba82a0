import type { Account } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextTransactionRevision, transactionRevisionOf } from "../database/revision.ts";
import type { ImportBatch } from "../database/schema.ts";
import { keepBaseCurrency } from "../settings/keep-base-currency.ts";
import { addRows } from "../transactions/transaction-repository.ts";
import type { ImportCommit } from "./import-commit.ts";
import { refuseConflict } from "./import-conflict.ts";

/** Imports of a portfolio. */
export interface ImportRepository {
  /** Newest first. */
  all(): Promise<ImportBatch[]>;
  /**
   * One IndexedDB transaction: a failure at any row leaves nothing behind. Answers the batch as it is stored.
   *
   * @throws {ImportConflictError} the portfolio has changed since the file was read, in what the import builds on
   */
  commit(commit: ImportCommit, onProgress?: (written: number) => void): Promise<ImportBatch>;
  /**
   * Takes a whole import back: its transactions, and the accounts and instruments it created that nothing else uses.
   * One that a later import still uses becomes that import's own, so that imports can be undone in any order.
   * Prices typed for an instrument go with it. Answers how many transactions went; undefined: there is no such import.
   */
  undo(batchId: string): Promise<number | undefined>;
}

export function importRepository(database: PortfolioDatabase): ImportRepository {
  const { accounts, importBatches, instruments, manualPrices, settings, transactions } = database;
  const tables = [accounts, importBatches, instruments, manualPrices, settings, transactions];
  return {
    all: async () => (await importBatches.orderBy("importedAt").toArray()).reverse(),
    commit: (commit, onProgress) =>
      database.transaction("rw", tables, async () => {
        const hasMoved = commit.readAt !== undefined && commit.readAt !== (await transactionRevisionOf(database));
        if (hasMoved) await refuseConflict(database, commit);
        const added = await addMissingAccounts(database, commit.accounts);
        await instruments.bulkAdd([...commit.instruments]);
        const batch = { ...commit.batch, accountIds: added };
        await importBatches.add(batch);
        const rows = commit.transactions.map(({ transaction }) => transaction);
        await addRows(
          database,
          rows,
          (i) => ({ batchId: commit.batch.id, importKey: commit.transactions[i]!.importKey }),
          onProgress,
        );
        await keepBaseCurrency(database, commit.baseCurrency);
        await nextTransactionRevision(database);
        return batch;
      }),
    undo: (batchId) =>
      database.transaction("rw", tables, async () => {
        const batch = await importBatches.get(batchId);
        if (batch === undefined) return undefined;
        const removed = await transactions.where("batchId").equals(batchId).delete();
        await removeUnused(database, batch);
        await importBatches.delete(batchId);
        await nextTransactionRevision(database);
        return removed;
      }),
  };
}

/** An account may have got a new name since the file was read, or have gone with another import: answers those added. */
async function addMissingAccounts({ accounts }: PortfolioDatabase, wanted: readonly Account[]): Promise<string[]> {
  const known = await accounts.bulkGet(wanted.map(({ id }) => id));
  const missing = wanted.filter((_, i) => known[i] === undefined);
  await accounts.bulkAdd(missing);
  return missing.map(({ id }) => id);
}

async function removeUnused(
  { accounts, importBatches, instruments, manualPrices, transactions }: PortfolioDatabase,
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
  await manualPrices.where("instrumentId").anyOf(unused(instrumentUsers)).delete();
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
