import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { transactionRevisionOf } from "../database/revision.ts";
import type { TransactionRow } from "../database/schema.ts";
import { rowsAtOnce } from "../transactions/staged-rows.ts";
import { dropRows, journalHead } from "../journal/journal-head.ts";

/** Copies the rows of an import into the journal, piece by piece; answers how many, and the transaction revision they are of. */
async function copyBatchRows(
  database: PortfolioDatabase,
  batchId: string,
  rowsId: string,
): Promise<{ readonly revision: number; readonly count: number }> {
  const { journalRows, settings, transactions } = database;
  const revision = await transactionRevisionOf(database);
  const ids = await transactions.where("batchId").equals(batchId).primaryKeys();
  for (let start = 0, piece = 0; start < ids.length; start += rowsAtOnce, piece++)
    await database.transaction("rw", journalRows, settings, transactions, async () => {
      const rows = await transactions.bulkGet(ids.slice(start, start + rowsAtOnce));
      await journalRows.put({ rowsId, piece, rows: rows.filter((row) => row !== undefined) });
    });
  return { revision, count: ids.length };
}

/**
 * Runs work that takes the rows of an import out of the table. `copied` copies them into the journal: inside the transaction
 * of the work where they are few, before it where they are many.
 */
export async function withKeptRows<Answer>(
  database: PortfolioDatabase,
  batchId: string,
  work: (copied: () => ReturnType<typeof copyBatchRows>, rowsId: string) => Promise<Answer>,
): Promise<Answer> {
  const rowsId = crypto.randomUUID();
  const copy = (): ReturnType<typeof copyBatchRows> => copyBatchRows(database, batchId, rowsId);
  if ((await database.transactions.where("batchId").equals(batchId).count()) <= rowsAtOnce) return work(copy, rowsId);
  const answer = await holdingJournal(database, { ifAvailable: false }, async () => {
    try {
      const copied = await copy();
      return { done: await work(() => Promise.resolve(copied), rowsId) };
    } catch (error) {
      await dropRows(database, rowsId).catch(() => undefined);
      throw error;
    }
  });
  return answer!.done;
}

/** Puts kept rows back, piece by piece, each by `write`. */
export async function putBatchRowsBack(
  database: PortfolioDatabase,
  rowsId: string,
  write: (rows: readonly TransactionRow[]) => Promise<unknown>,
): Promise<void> {
  for (let piece = 0; ; piece++) {
    const kept = await database.journalRows.get([rowsId, piece]);
    if (kept === undefined) return;
    await write(kept.rows);
  }
}

/** Runs work that writes rows into the journal before their step is there, so that nobody takes them for left behind. */
async function holdingJournal<Answer>(
  { name }: PortfolioDatabase,
  options: { readonly ifAvailable: boolean },
  work: () => Promise<Answer>,
): Promise<Answer | undefined> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  if (locks === undefined) return work();
  return locks.request(`${name}/journal`, options, (lock) => (lock === null ? undefined : work())) as Promise<
    Answer | undefined
  >;
}

/** Deletes rows in the journal that no step names: a closed tab left them behind. */
export async function discardLooseRows(database: PortfolioDatabase): Promise<void> {
  await holdingJournal(database, { ifAvailable: true }, () =>
    database.transaction("rw", database.journalRows, database.settings, async () => {
      const named = new Set((await journalHead(database)).steps.map(({ rowsId }) => rowsId));
      const found = new Set((await database.journalRows.toCollection().primaryKeys()).map(([rowsId]) => rowsId));
      for (const rowsId of found) if (!named.has(rowsId)) await dropRows(database, rowsId);
    }),
  );
}
