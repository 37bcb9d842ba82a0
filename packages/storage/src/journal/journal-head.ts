import { Dexie } from "dexie";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import type { JournalHead, RecordedChange, StepLabel, UserAction } from "../database/journal-step.ts";

const key = "journal";

/** Steps that are kept. */
export const stepsKept: number = 200;

/** Records that all steps may hold together; the newest step stays however large it is. */
export const recordsKept: number = 200_000;

/** All steps, without what they hold. */
export async function journalHead({ settings }: Pick<PortfolioDatabase, "settings">): Promise<JournalHead> {
  return ((await settings.get(key))?.value as JournalHead | undefined) ?? { position: 0, steps: [] };
}

/** To be called inside a transaction on `settings`. */
export async function putHead({ settings }: PortfolioDatabase, head: JournalHead): Promise<void> {
  await settings.put({ key, value: head });
}

/** Puts a step behind the one that stands; what was undone can no longer be redone. To be called inside a user action. */
export async function addStep(
  database: PortfolioDatabase,
  { kind, subject, batch }: UserAction,
  changes: readonly RecordedChange[],
  count: number,
): Promise<void> {
  const { position, steps } = await journalHead(database);
  const standing = steps.filter(({ step }) => step <= position);
  const step = (steps.at(-1)?.step ?? position) + 1;
  const label: StepLabel = {
    step,
    kind,
    subject,
    count,
    weight: changes.length + (batch?.rowsId === undefined ? 0 : count),
    ...(batch?.rowsId === undefined ? {} : { rowsId: batch.rowsId }),
  };
  const kept = bounded([...standing, label]);
  const keptSteps = new Set(kept.map((each) => each.step));
  await dropSteps(
    database,
    steps.filter((each) => !keptSteps.has(each.step)),
  );
  await database.journal.add({ step, changes, ...(batch === undefined ? {} : { batch }) });
  await putHead(database, { position: step, steps: kept });
}

/** Forgets all steps: what they would bring back is there no longer. To be called inside a transaction on all tables. */
export async function clearJournal(database: PortfolioDatabase): Promise<void> {
  await database.journal.clear();
  await database.journalRows.clear();
  const { position, steps } = await journalHead(database);
  await putHead(database, { position: steps.at(-1)?.step ?? position, steps: [] });
}

async function dropSteps(database: PortfolioDatabase, labels: readonly StepLabel[]): Promise<void> {
  await database.journal.bulkDelete(labels.map(({ step }) => step));
  for (const { rowsId } of labels) if (rowsId !== undefined) await dropRows(database, rowsId);
}

/** Deletes kept rows of an import. */
export async function dropRows({ journalRows }: PortfolioDatabase, rowsId: string): Promise<void> {
  await journalRows.where("[rowsId+piece]").between([rowsId, Dexie.minKey], [rowsId, Dexie.maxKey]).delete();
}

function bounded(steps: readonly StepLabel[]): readonly StepLabel[] {
  let records = 0;
  const newestFirst = steps.toReversed().slice(0, stepsKept);
  const end = newestFirst.findIndex(({ weight }, i) => (records += weight) > recordsKept && i > 0);
  return (end < 0 ? newestFirst : newestFirst.slice(0, end)).toReversed();
}
