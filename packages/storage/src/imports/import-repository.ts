import type { Account, Transaction } from "@portfolio/core";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextTransactionRevision, transactionRevisionOf } from "../database/revision.ts";
import type { ImportBatch, TransactionRow } from "../database/schema.ts";
import { withKeptRows } from "../undo/batch-rows.ts";
import { discardHidden, hideRows } from "../undo/journal.ts";
import type { UserAction } from "../database/journal-step.ts";
import { userAction } from "../journal/user-action.ts";
import { keepBaseCurrency } from "../settings/keep-base-currency.ts";
import { discardStaged, holdingLock, rowsAtOnce, stage, stagedImports, unstage } from "../transactions/staged-rows.ts";
import { addRows } from "../transactions/transaction-repository.ts";
import { CutOffImportError } from "./cut-off-import-error.ts";
import type { ImportCommit } from "./import-commit.ts";
import { ImportConflictError, refuseConflict } from "./import-conflict.ts";
import { ImportEditedError } from "./import-edited-error.ts";

/** Imports of a portfolio. */
export interface ImportRepository {
  /** Newest first. */
  all(): Promise<ImportBatch[]>;
  /**
   * All of it appears at once, or nothing does. Up to 5,000 rows are one IndexedDB transaction; more are written in pieces
   * that do not count before the last one. Answers the batch as it is stored.
   *
   * @throws {ImportConflictError} the portfolio has changed since the file was read, in what the import builds on
   */
  commit(commit: ImportCommit, onProgress?: (written: number) => void): Promise<ImportBatch>;
  /**
   * Takes a whole import back: its transactions, and the accounts and instruments it created that nothing else uses.
   * One that a later import still uses becomes that import's own, so that imports can be undone in any order.
   * Prices typed for an instrument go with it. Answers how many transactions went; undefined: there is no such import.
   *
   * @throws {ImportEditedError} transactions of it were changed by hand since, and `evenIfEdited` was not said
   */
  undo(batchId: string, options?: { readonly evenIfEdited?: boolean }): Promise<number | undefined>;
  /** Transactions of an import that were changed by hand since. */
  editedSince(batchId: string): Promise<TransactionRow[]>;
}

export function importRepository(database: PortfolioDatabase): ImportRepository {
  const { accounts, importBatches, instruments, manualPrices, settings, transactions } = database;
  const tables = [accounts, importBatches, instruments, manualPrices, settings, transactions];
  return {
    all: async () => (await importBatches.orderBy("importedAt").toArray()).reverse(),
    commit: (commit, onProgress) =>
      commit.transactions.length > rowsAtOnce
        ? commitInPieces(database, commit, onProgress)
        : userAction(database, actionOf(commit), tables, async () => {
            const batch = await writeBatch(database, commit);
            await addRows(database, transactionsOf(commit), (i) => originOf(commit, i), onProgress);
            return batch;
          }),
    editedSince: (batchId) => editedRows(database, batchId),
    undo: async (batchId, { evenIfEdited = false } = {}) => {
      const { fileName } = (await importBatches.get(batchId)) ?? {};
      if (fileName === undefined) return undefined;
      const removed = await withKeptRows(database, batchId, (copied, rowsId) =>
        takeBack(database, { batchId, fileName, rowsId, evenIfEdited }, copied),
      );
      await discardHidden(database, batchId);
      return removed;
    },
  };
}

/** The rows of a large import are written before its action. */
function actionOf({ batch, transactions }: ImportCommit): UserAction {
  return {
    kind: "import",
    subject: batch.fileName,
    batch: { batchId: batch.id },
    rowCount: transactions.length,
  };
}

interface TakenBack {
  readonly batchId: string;
  readonly fileName: string;
  readonly rowsId: string;
  readonly evenIfEdited: boolean;
}

async function takeBack(
  database: PortfolioDatabase,
  { batchId, fileName, rowsId, evenIfEdited }: TakenBack,
  copied: () => Promise<{ readonly revision: number; readonly count: number }>,
): Promise<number | undefined> {
  const { importBatches, transactions } = database;
  const rowCount = await transactions.where("batchId").equals(batchId).count();
  const action: UserAction = { kind: "import-undo", subject: fileName, batch: { batchId, rowsId }, rowCount };
  return userAction(database, action, database.tables, async () => {
    const batch = await importBatches.get(batchId);
    if (batch === undefined) return undefined;
    const { revision } = await copied();
    if ((await transactionRevisionOf(database)) !== revision) throw new ImportConflictError();
    const edited = evenIfEdited ? [] : await editedRows(database, batchId);
    if (edited.length > 0) throw new ImportEditedError(edited);
    const count = await hideRows(database, batchId);
    await removeUnused(database, batch);
    await importBatches.delete(batchId);
    await nextTransactionRevision(database);
    return count;
  });
}

function editedRows({ transactions }: PortfolioDatabase, batchId: string): Promise<TransactionRow[]> {
  return transactions
    .where("batchId")
    .equals(batchId)
    .filter(({ isEdited }) => isEdited === true)
    .toArray();
}

/** Everything of an import but its rows; to be called inside its transaction. */
async function writeBatch(database: PortfolioDatabase, commit: ImportCommit): Promise<ImportBatch> {
  const hasMoved = commit.readAt !== undefined && commit.readAt !== (await transactionRevisionOf(database));
  if (hasMoved) await refuseConflict(database, commit);
  const added = await addMissingAccounts(database, commit.accounts);
  await database.instruments.bulkAdd([...commit.instruments]);
  const batch = { ...commit.batch, accountIds: added };
  await database.importBatches.add(batch);
  await keepBaseCurrency(database, commit.baseCurrency);
  await nextTransactionRevision(database);
  return batch;
}

/** Writes the rows first, unseen, and then in one small transaction everything that makes them count. */
async function commitInPieces(
  database: PortfolioDatabase,
  commit: ImportCommit,
  onProgress?: (written: number) => void,
): Promise<ImportBatch> {
  const { id } = commit.batch;
  const batch = await holdingLock(database, id, { ifAvailable: false }, async () => {
    // Before anything is staged: rows of an earlier import with this id must neither be hidden nor discarded.
    await database.transaction("rw", database.settings, database.importBatches, async () => {
      const isTaken = (await database.importBatches.get(id)) !== undefined || (await stagedImports(database)).has(id);
      if (isTaken) throw new ImportConflictError();
      await stage(database, id);
    });
    try {
      await writePieces(database, commit, onProgress);
      return await userAction(database, actionOf(commit), database.tables, async () => {
        const written = await writeBatch(database, commit);
        if (!(await unstage(database, id))) throw new CutOffImportError();
        return written;
      });
    } catch (error) {
      // Where even this fails (a full disk) the rows stay unseen and go at the next start.
      await discardStaged(database, id).catch(() => undefined);
      throw error;
    }
  });
  return batch!;
}

async function writePieces(
  database: PortfolioDatabase,
  commit: ImportCommit,
  onProgress: (written: number) => void = () => undefined,
): Promise<void> {
  const all = transactionsOf(commit);
  const { settings, transactions } = database;
  for (let start = 0; start < all.length; start += rowsAtOnce) {
    const piece = all.slice(start, start + rowsAtOnce);
    await database.transaction("rw", transactions, settings, async () => {
      if (!(await stagedImports(database)).has(commit.batch.id)) throw new CutOffImportError();
      await addRows(database, piece, (i) => originOf(commit, start + i));
    });
    onProgress(start + piece.length);
  }
}

function transactionsOf({ transactions }: ImportCommit): Transaction[] {
  return transactions.map(({ transaction }) => transaction);
}

function originOf({ batch, transactions }: ImportCommit, index: number): { batchId: string; importKey: string } {
  return { batchId: batch.id, importKey: transactions[index]!.importKey };
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
    if (row.batchId === batch.id) return;
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
