import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import type { TransactionRow } from "../database/schema.ts";

/**
 * Rows written, or deleted, in one IndexedDB transaction. A browser keeps a journal of a larger one and goes through what
 * is left of it at each later start: after an import of 100,000 rows at once, opening took half a second more, for ever.
 */
export const rowsAtOnce: number = 5000;

const key = "stagedImports";

/**
 * Imports whose rows are there but do not count: still being written, or no longer wanted and being deleted.
 *
 * Large imports are written in pieces; this list, changed in the same transaction as the revision, makes all of them
 * appear or go at once. To be called inside a transaction on `settings` when rows are read beside it.
 */
export async function stagedImports({ settings }: Pick<PortfolioDatabase, "settings">): Promise<ReadonlySet<string>> {
  const row = await settings.get(key);
  return new Set(Array.isArray(row?.value) ? (row.value as string[]) : []);
}

/** Says that the rows of an import do not count; to be called inside a transaction on `settings`. */
export async function stage(database: PortfolioDatabase, batchId: string): Promise<void> {
  await database.settings.put({ key, value: [...(await stagedImports(database)), batchId] });
}

/** Says that they count, or are gone; to be called inside a transaction on `settings`. Answers whether they were staged. */
export async function unstage(database: PortfolioDatabase, batchId: string): Promise<boolean> {
  const staged = await stagedImports(database);
  if (!staged.has(batchId)) return false;
  const left = [...staged].filter((id) => id !== batchId);
  if (left.length > 0) await database.settings.put({ key, value: left });
  else await database.settings.delete(key);
  return true;
}

/** The rows that count. */
export function visibleRows(rows: TransactionRow[], staged: ReadonlySet<string>): TransactionRow[] {
  return staged.size === 0 ? rows : rows.filter(({ batchId }) => batchId === undefined || !staged.has(batchId));
}

/** Deletes the rows of a staged import piece by piece, and takes it off the list. */
export async function discardStaged(database: PortfolioDatabase, batchId: string): Promise<void> {
  const { settings, transactions } = database;
  for (;;) {
    const ids = await transactions.where("batchId").equals(batchId).limit(rowsAtOnce).primaryKeys();
    if (ids.length === 0) break;
    await transactions.bulkDelete(ids);
  }
  await database.transaction("rw", settings, () => unstage(database, batchId));
}

/**
 * Deletes what an import left behind that was cut off in the middle: a closed tab, a full disk.
 *
 * An import that another tab is writing at this moment holds its lock and is left alone; without locks (an insecure page)
 * it is taken for cut off, and then fails with a clear message.
 */
export async function discardAbandoned(database: PortfolioDatabase): Promise<void> {
  for (const batchId of await stagedImports(database))
    await holdingLock(database, batchId, { ifAvailable: true }, () => discardStaged(database, batchId));
}

/** Runs work while nobody else does it to the same import; with `ifAvailable` not at all when somebody does. */
export async function holdingLock<Result>(
  { name }: PortfolioDatabase,
  batchId: string,
  options: { readonly ifAvailable: boolean },
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  if (locks === undefined) return work();
  return locks.request(`${name}/import/${batchId}`, options, (lock) => (lock === null ? undefined : work())) as Promise<
    Result | undefined
  >;
}
