import { packTransactions, type Transaction, type TransactionColumns, type TransactionId } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextTransactionRevision, revisionOf, transactionRevisionOf } from "../database/revision.ts";
import type { TransactionRow } from "../database/schema.ts";
import type { ActionKind } from "../database/journal-step.ts";
import { userAction } from "../journal/user-action.ts";
import { passSequences, takeSequences } from "./entry-sequence.ts";
import { rowsAtOnce, stagedImports, visibleRows } from "./staged-rows.ts";
import { fromChunks, toChunks } from "./transaction-chunk.ts";

/** Packed transactions with the revision they belong to. */
export interface RevisedColumns {
  readonly revision: number;
  /** The revision at which transactions last changed. */
  readonly transactionRevision: number;
  readonly columns: TransactionColumns;
  /** Whether derived chunks were missing or stale and the rows had to be read. */
  readonly wasRebuilt: boolean;
}

/** Rows that were written or removed, and the revision that stands for it. */
export interface WrittenRows {
  readonly revision: number;
  readonly rows: readonly TransactionRow[];
}

/** Transactions of a portfolio. Each writing method is one user action: one IndexedDB transaction, one revision. */
export interface TransactionRepository {
  count(): Promise<number>;
  /** Every row in the order of entry. */
  all(): Promise<TransactionRow[]>;
  get(ids: readonly TransactionId[]): Promise<(TransactionRow | undefined)[]>;
  add(transactions: readonly Transaction[]): Promise<void>;
  replace(transaction: Transaction): Promise<void>;
  /** Answers the removed rows, so that the removal can be undone by {@link restore}. */
  remove(ids: readonly TransactionId[]): Promise<WrittenRows>;
  restore(rows: readonly TransactionRow[]): Promise<WrittenRows>;
  /** Which of the keys an earlier import has used already. */
  knownImportKeys(keys: readonly string[]): Promise<Map<string, TransactionRow>>;
  /** All transactions packed: from the derived chunks, or from the rows when those are stale. */
  columns(): Promise<RevisedColumns>;
  /** Writes derived chunks, unless transactions have changed since. */
  saveColumns(revised: RevisedColumns): Promise<void>;
}

export function transactionRepository(database: PortfolioDatabase): TransactionRepository {
  const { transactions, transactionColumns, settings } = database;
  const read = <Answer>(work: (staged: ReadonlySet<string>) => Promise<Answer>): Promise<Answer> =>
    database.transaction("r", transactions, settings, async () => work(await stagedImports(database)));
  const rowsOf = async (staged: ReadonlySet<string>): Promise<TransactionRow[]> =>
    visibleRows(await transactions.toArray(), staged).sort((a, b) => a.sequence - b.sequence);
  const write = (kind: ActionKind, work: () => Promise<unknown>): Promise<number> =>
    userAction(database, { kind, subject: "" }, [transactions], async () => {
      await work();
      return nextTransactionRevision(database);
    });
  return {
    count: () => read(async (staged) => (staged.size === 0 ? transactions.count() : (await rowsOf(staged)).length)),
    all: () => read(rowsOf),
    get: (ids) => transactions.bulkGet([...ids]),
    add: async (added) => void (await write("entry", () => addRows(database, added))),
    replace: async (transaction) => void (await write("edit", () => putTransaction(database, transaction))),
    remove: async (ids) => {
      let rows: TransactionRow[] = [];
      const revision = await write("removal", async () => {
        rows = (await transactions.bulkGet([...ids])).filter((row) => row !== undefined);
        await transactions.bulkDelete([...ids]);
      });
      return { revision, rows };
    },
    restore: async (rows) => {
      const revision = await write("restoration", async () => {
        await passSequences(database, rows);
        await transactions.bulkPut([...rows]);
      });
      return { revision, rows };
    },
    knownImportKeys: (keys) =>
      read(async (staged) => {
        const rows = await transactions
          .where("importKey")
          .anyOf([...keys])
          .toArray();
        return new Map(visibleRows(rows, staged).map((row) => [row.importKey!, row]));
      }),
    columns: () => loadColumns(database),
    saveColumns: ({ transactionRevision, columns }) =>
      database.transaction("rw", transactionColumns, settings, async () => {
        if ((await transactionRevisionOf(database)) !== transactionRevision) return;
        await transactionColumns.clear();
        await transactionColumns.bulkAdd(toChunks(columns, transactionRevision));
      }),
  };
}

/**
 * Puts a transaction in the place of the one with its id, which keeps its place of entry and its import, or behind all
 * others; to be called inside a transaction on `transactions` and `settings`.
 */
export async function putTransaction(database: PortfolioDatabase, transaction: Transaction): Promise<TransactionRow> {
  const known = await database.transactions.get(transaction.id);
  const sequence = known?.sequence ?? (await takeSequences(database, 1));
  const row: TransactionRow = { ...carriedOver(known), ...transaction, sequence };
  await database.transactions.put(row);
  return row;
}

/** Adds rows behind all others; to be called inside a transaction on `transactions`. */
export async function addRows(
  database: PortfolioDatabase,
  added: readonly Transaction[],
  extra: (index: number) => Pick<TransactionRow, "batchId" | "importKey"> = () => ({}),
  onProgress?: (written: number) => void,
): Promise<void> {
  const first = await takeSequences(database, added.length);
  for (let start = 0; start < added.length; start += rowsAtOnce) {
    const part = added.slice(start, start + rowsAtOnce);
    await database.transactions.bulkAdd(
      part.map((transaction, i) => ({ ...transaction, ...extra(start + i), sequence: first + start + i })),
    );
    onProgress?.(start + part.length);
  }
}

function carriedOver(row: TransactionRow | undefined): Pick<TransactionRow, "batchId" | "importKey" | "isEdited"> {
  return {
    ...(row?.batchId === undefined ? {} : { isEdited: true }),
    ...(row?.batchId === undefined ? {} : { batchId: row.batchId }),
    ...(row?.importKey === undefined ? {} : { importKey: row.importKey }),
  };
}

async function loadColumns(database: PortfolioDatabase): Promise<RevisedColumns> {
  return database.transaction("r", database.transactions, database.transactionColumns, database.settings, async () => {
    const [revision, transactionRevision, chunks] = await Promise.all([
      revisionOf(database),
      transactionRevisionOf(database),
      database.transactionColumns.toArray(),
    ]);
    const columns = fromChunks(chunks, transactionRevision);
    if (columns !== undefined) return { revision, transactionRevision, columns, wasRebuilt: false };
    const staged = await stagedImports(database);
    const rows = visibleRows(await database.transactions.toArray(), staged).sort((a, b) => a.sequence - b.sequence);
    return { revision, transactionRevision, columns: packedRows(rows), wasRebuilt: true };
  });
}

/** The place of entry goes along, so that columns can be edited later. */
function packedRows(rows: readonly TransactionRow[]): TransactionColumns {
  return packTransactions(
    rows,
    rows.map(({ sequence }) => sequence),
  );
}
