import { passSequences } from "../transactions/entry-sequence.ts";
import { settingKey } from "../settings/setting-key.ts";
import type { PortfolioContent } from "./portfolio-content.ts";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextTransactionRevision } from "../database/revision.ts";
import { clearJournal } from "../journal/journal-head.ts";

/**
 * Writes a portfolio's content into an empty one, in one IndexedDB transaction; sequences and ids of imports are kept.
 *
 * @throws the portfolio holds something: nothing is merged and nothing overwritten
 */
export async function restoreContent(database: PortfolioDatabase, content: PortfolioContent): Promise<void> {
  await database.transaction("rw", database.tables, async () => {
    await refuseUnlessEmpty(database);
    // What was fetched for what is gone may bear the same ids, and be of another symbol.
    for (const name of ["pricePacks", "ratePacks", "priceCoverage", "rateCoverage", "quotes"])
      await database.table(name).clear();
    await database.accounts.bulkAdd([...content.accounts]);
    await database.instruments.bulkAdd([...content.instruments]);
    await database.importBatches.bulkAdd([...content.imports]);
    await database.manualPrices.bulkAdd([...content.manualPrices]);
    await database.transactions.bulkAdd([...content.transactions]);
    for (const name of planTables) await database.table(name).bulkAdd([...content[name]]);
    const settings = Object.entries(content.settings).map(([name, value]) => ({ key: settingKey(name), value }));
    await database.settings.bulkPut(settings);
    await passSequences(database, content.transactions);
    await clearJournal(database);
    await nextTransactionRevision(database);
  });
}

/** Tables of what a person plans and notes. */
export const planTables = ["taxonomies", "targetAllocations", "goals", "notes", "watchlist"] as const;

async function refuseUnlessEmpty(database: PortfolioDatabase): Promise<void> {
  const { accounts, importBatches, instruments, manualPrices, transactions } = database;
  const tables = [accounts, importBatches, instruments, manualPrices, transactions];
  const counts = await Promise.all(
    [...tables, ...planTables.map((name) => database.table(name))].map((table) => table.count()),
  );
  if (counts.some((count) => count > 0))
    throw new Error("This portfolio is not empty, so nothing was restored. Export it and delete everything first.");
}
