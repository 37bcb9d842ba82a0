import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextTransactionRevision, revisionOf, transactionRevisionOf } from "../database/revision.ts";
import { clearJournal, journalHead } from "../journal/journal-head.ts";
import { discardLooseRows } from "../undo/batch-rows.ts";
import { passSequences } from "../transactions/entry-sequence.ts";
import { discardAbandoned } from "../transactions/staged-rows.ts";
import { transactionRepository } from "../transactions/transaction-repository.ts";
import { isSoundPack } from "./check-derived.ts";

/**
 * Drops what is derived and builds it again from the rows; drops caches that cannot be read, so that they are fetched again;
 * sets counters right. Never changes or deletes a record that a person made: those are only reported.
 */
export async function repairDerived(database: PortfolioDatabase): Promise<void> {
  await discardAbandoned(database);
  await discardLooseRows(database);
  await database.transaction("rw", database.tables, async () => {
    await database.transactionColumns.clear();
    await dropUnsoundPacks(database);
    await dropOrphans(database);
    await passSequences(database, await database.transactions.toArray());
    const highest = Math.max(await revisionOf(database), await transactionRevisionOf(database));
    await database.settings.put({ key: "revision", value: highest });
    const { steps } = await journalHead(database);
    const found = new Set(await database.journal.toCollection().primaryKeys());
    if (found.size !== steps.length || steps.some(({ step }) => !found.has(step))) await clearJournal(database);
    await nextTransactionRevision(database);
  });
  const transactions = transactionRepository(database);
  // A row that cannot be packed is one of a person's own: it is reported, and nothing can be built until it is corrected.
  await transactions
    .columns()
    .then((columns) => transactions.saveColumns(columns))
    .catch(() => undefined);
}

async function dropUnsoundPacks(database: PortfolioDatabase): Promise<void> {
  const kinds = [
    [database.pricePacks, database.priceCoverage],
    [database.ratePacks, database.rateCoverage],
  ] as const;
  for (const [packs, coverage] of kinds) {
    const unsound = (await packs.toArray()).filter((pack) => !isSoundPack(pack));
    if (unsound.length === 0) continue;
    await packs.bulkDelete(unsound.map(({ year }) => year));
    // Without knowing what was covered, the whole history is read again.
    await coverage.clear();
  }
}

async function dropOrphans(database: PortfolioDatabase): Promise<void> {
  const instruments = new Set(await database.instruments.toCollection().primaryKeys());
  for (const table of [database.priceCoverage, database.quotes]) {
    const ids = (await table.toCollection().primaryKeys()) as string[];
    await table.bulkDelete(ids.filter((id) => !instruments.has(id)));
  }
}
