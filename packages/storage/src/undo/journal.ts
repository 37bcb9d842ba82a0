import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision, nextTransactionRevision, transactionRevisionOf } from "../database/revision.ts";
import type { TransactionRow } from "../database/schema.ts";
import { toStorageFull } from "../database/storage-full-error.ts";
import { countChange } from "../unsaved/backup-state.ts";
import { passSequences } from "../transactions/entry-sequence.ts";
import { discardStaged, holdingLock, rowsAtOnce, stage, stagedImports, unstage } from "../transactions/staged-rows.ts";
import { applyInverse } from "./apply-inverse.ts";
import { putBatchRowsBack, withKeptRows } from "./batch-rows.ts";
import { clearJournal, dropRows, journalHead, putHead } from "../journal/journal-head.ts";
import type { BatchRows, JournalHead, JournalStep, RecordedChange, StepLabel } from "../database/journal-step.ts";
import { startRecording } from "../database/record-changes.ts";
import { recordName, UndoConflictError } from "./undo-conflict-error.ts";

/** What could be taken back and done again now. */
export interface JournalState {
  readonly undo?: StepLabel;
  readonly redo?: StepLabel;
}

/** What an undo or redo has changed. */
export interface Flipped {
  readonly label: StepLabel;
  readonly revision: number;
  /** Transactions that are gone, and those written; what else has changed has to be read. */
  readonly removed: readonly string[];
  readonly saved: readonly TransactionRow[];
  /** Whether nothing but those transactions has changed. */
  readonly isTransactionsOnly: boolean;
}

/**
 * The journal of what a person did, for undo and redo: in the database, so that it survives a reload and is one for all
 * tabs. At most 200 steps; a new action forgets what was undone.
 */
export interface Journal {
  state(): Promise<JournalState>;
  /**
   * Takes the last action back; undefined: there is none.
   *
   * @throws {UndoConflictError} records have changed since by other ways; nothing was undone
   */
  undo(): Promise<Flipped | undefined>;
  /** Does again what was undone last; undefined: there is none. */
  redo(): Promise<Flipped | undefined>;
  /** Forgets all steps. */
  clear(): Promise<void>;
}

export function journal(database: PortfolioDatabase): Journal {
  const flipNext = async (direction: Direction): Promise<Flipped | undefined> => {
    const label = labelAt(await journalHead(database), direction);
    return label === undefined ? undefined : flip(database, label, direction);
  };
  return {
    state: async () => {
      const head = await journalHead(database);
      const undo = labelAt(head, "undo");
      const redo = labelAt(head, "redo");
      return { ...(undo === undefined ? {} : { undo }), ...(redo === undefined ? {} : { redo }) };
    },
    undo: () => flipNext("undo"),
    redo: () => flipNext("redo"),
    clear: () => database.transaction("rw", database.tables, async () => clearJournal(database)),
  };
}

type Direction = "undo" | "redo";

function labelAt({ position, steps }: JournalHead, direction: Direction): StepLabel | undefined {
  return direction === "undo"
    ? steps.findLast(({ step }) => step <= position)
    : steps.find(({ step }) => step > position);
}

/** Another tab has undone, redone or changed something in the moment between looking and writing. */
class MovedOnError extends Error {
  override readonly name: string = "MovedOnError";
}

async function flip(database: PortfolioDatabase, label: StepLabel, direction: Direction): Promise<Flipped> {
  try {
    const step = await database.journal.get(label.step);
    if (step?.batch === undefined) return await flipAtOnce(database, label, direction);
    const { batchId, rowsId } = step.batch;
    const flipped = await holdingLock(database, batchId, { ifAvailable: false }, () =>
      rowsId === undefined
        ? takeBatchOut(database, label, direction, batchId)
        : bringBatchBack(database, label, direction, { batchId, rowsId }),
    );
    return flipped!;
  } catch (error) {
    if (error instanceof MovedOnError)
      throw new Error("Another window has changed something at the same moment. Look again.", { cause: error });
    throw toStorageFull(error);
  }
}

async function flipAtOnce(database: PortfolioDatabase, label: StepLabel, direction: Direction): Promise<Flipped> {
  return database.transaction("rw", database.tables, async () => applyStep(database, label, direction));
}

/** Rows of an import go, and are kept in the journal: in one transaction, or hidden first where they are many. */
async function takeBatchOut(
  database: PortfolioDatabase,
  label: StepLabel,
  direction: Direction,
  batchId: string,
): Promise<Flipped> {
  const flipped = await withKeptRows(database, batchId, (copied, rowsId) =>
    database.transaction("rw", database.tables, async () => {
      const { revision } = await copied();
      if ((await transactionRevisionOf(database)) !== revision) throw new MovedOnError();
      // Taking an import back for the second time loses nothing that was not taken along the first time.
      if (label.kind === "import") await refuseEdited(database, batchId);
      return applyStep(database, label, direction, { batchId, rowsId }, () => hideRows(database, batchId));
    }),
  );
  await discardHidden(database, batchId);
  return flipped;
}

/** Many rows are written before they count, under the lock of the import. */
async function bringBatchBack(
  database: PortfolioDatabase,
  label: StepLabel,
  direction: Direction,
  { batchId, rowsId }: Required<BatchRows>,
): Promise<Flipped> {
  const isLarge = (await database.journalRows.get([rowsId, 1])) !== undefined;
  if (!isLarge)
    return database.transaction("rw", database.tables, async () =>
      applyStep(database, label, direction, { batchId }, () => writeKept(database, rowsId)),
    );
  await discardStaged(database, batchId);
  await database.transaction("rw", database.settings, async () => stage(database, batchId));
  try {
    await putBatchRowsBack(database, rowsId, (rows) => database.transactions.bulkPut([...rows]));
    return await database.transaction("rw", database.tables, async () =>
      applyStep(database, label, direction, { batchId }, async () => {
        if (!(await unstage(database, batchId))) throw new MovedOnError();
        const rows = await database.transactions.where("batchId").equals(batchId).count();
        await dropRows(database, rowsId);
        return rows;
      }),
    );
  } catch (error) {
    await discardStaged(database, batchId).catch(() => undefined);
    throw error;
  }
}

async function writeKept(database: PortfolioDatabase, rowsId: string): Promise<number> {
  let count = 0;
  await putBatchRowsBack(database, rowsId, async (rows) => {
    count += rows.length;
    await passSequences(database, rows);
    await database.transactions.bulkAdd([...rows]);
  });
  await dropRows(database, rowsId);
  return count;
}

/** Makes the rows of an import not count; answers how many. To be called inside a transaction on all tables. */
export async function hideRows(database: PortfolioDatabase, batchId: string): Promise<number> {
  const rows = database.transactions.where("batchId").equals(batchId);
  const count = await rows.count();
  if (count > rowsAtOnce) await stage(database, batchId);
  else await rows.delete();
  return count;
}

/** The rows of a large import do not count any more; deleting them may take its time, or go on at the next start. */
export async function discardHidden(database: PortfolioDatabase, batchId: string): Promise<void> {
  if ((await stagedImports(database)).has(batchId)) await discardStaged(database, batchId).catch(() => undefined);
}

async function refuseEdited({ transactions }: PortfolioDatabase, batchId: string): Promise<void> {
  const edited = await transactions
    .where("batchId")
    .equals(batchId)
    .filter(({ isEdited }) => isEdited === true)
    .toArray();
  if (edited.length > 0)
    throw new UndoConflictError(
      edited.map((row) => ({ table: "transactions", key: row.id, name: recordName(row, row.id) })),
    );
}

/** The inverse of a step, recorded in its place; to be called inside a transaction on all tables. */
async function applyStep(
  database: PortfolioDatabase,
  label: StepLabel,
  direction: Direction,
  batch?: BatchRows,
  moveRows: () => Promise<number> = () => Promise.resolve(0),
): Promise<Flipped> {
  const head = await journalHead(database);
  const step = await database.journal.get(label.step);
  // A small import may have become large or gone since: the step that stands decides.
  if (step === undefined || labelAt(head, direction)?.step !== label.step || hasMoved(step, batch))
    throw new MovedOnError();
  const recording = startRecording(batch?.batchId);
  const rows = await moveRows();
  await applyInverse(database, step.changes);
  const changes = recording.changes();
  const inTransactions = changes.filter(({ table }) => table === "transactions");
  await passSequences(database, savedRows(inTransactions));
  const next: JournalStep = { step: step.step, changes, ...(batch === undefined ? {} : { batch }) };
  await database.journal.put(next);
  await putHead(database, movedHead(head, label, direction, next, rows));
  await countChange(database, Math.max(inTransactions.length + rows, 1));
  const touchesTransactions = inTransactions.length > 0 || rows > 0;
  const revision = await (touchesTransactions ? nextTransactionRevision(database) : nextRevision(database));
  return {
    label,
    revision,
    removed: inTransactions.filter(({ after }) => after === undefined).map(({ key }) => key as string),
    saved: savedRows(inTransactions),
    isTransactionsOnly: rows === 0 && inTransactions.length === changes.length && inTransactions.length > 0,
  };
}

/** Whether the rows of the step's import are where they would have to be for this. */
function hasMoved(step: JournalStep, batch: BatchRows | undefined): boolean {
  if (step.batch === undefined || batch === undefined) return step.batch !== batch;
  return (step.batch.rowsId === undefined) === (batch.rowsId === undefined);
}

function savedRows(changes: readonly RecordedChange[]): TransactionRow[] {
  return changes.flatMap(({ after }) => (after === undefined ? [] : [after as TransactionRow]));
}

function movedHead(
  { steps }: JournalHead,
  label: StepLabel,
  direction: Direction,
  { changes, batch }: JournalStep,
  rows: number,
): JournalHead {
  const { rowsId: _, ...rest } = label;
  const kept = batch?.rowsId;
  const moved = {
    ...rest,
    weight: changes.length + (kept === undefined ? 0 : rows),
    ...(kept === undefined ? {} : { rowsId: kept }),
  };
  return {
    position: direction === "undo" ? label.step - 1 : label.step,
    steps: steps.map((each) => (each.step === label.step ? moved : each)),
  };
}
