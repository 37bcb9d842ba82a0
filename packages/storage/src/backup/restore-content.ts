import { passSequences } from "../transactions/entry-sequence.ts";
import { settingKey } from "../settings/setting-key.ts";
import type { PortfolioContent } from "./portfolio-content.ts";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextTransactionRevision } from "../database/revision.ts";

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
    const settings = Object.entries(content.settings).map(([name, value]) => ({ key: settingKey(name), value }));
    await database.settings.bulkPut(settings);
    await passSequences(database, content.transactions);
    await nextTransactionRevision(database);
  });
}

async function refuseUnlessEmpty(database: PortfolioDatabase): Promise<void> {
  const { accounts, importBatches, instruments, manualPrices, transactions } = database;
  const counts = await Promise.all(
    [accounts, importBatches, instruments, manualPrices, transactions].map((table) => table.count()),
  );
  if (counts.some((count) => count > 0))
    throw new Error("This portfolio is not empty, so nothing was restored. Export it and delete everything first.");
}
