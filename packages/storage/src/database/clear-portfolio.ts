import type { PortfolioDatabase } from "./portfolio-database.ts";
import { nextTransactionRevision, revisionOf } from "./revision.ts";

/**
 * Deletes everything of a portfolio for good, in one transaction.
 *
 * The revision goes on growing: a slow tab may still hold figures of an old number, which must never come again.
 */
export async function clearPortfolio(database: PortfolioDatabase): Promise<void> {
  await database.transaction("rw", database.tables, async () => {
    const revision = await revisionOf(database);
    for (const table of database.tables) await table.clear();
    await database.settings.put({ key: "revision", value: revision });
    await nextTransactionRevision(database);
  });
}
