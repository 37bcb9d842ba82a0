import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";

/** What can be given up to make room, in this order: prices are fetched again, derived data is computed again. */
export type Droppable = "prices" | "derived";

/**
 * Makes room. Deleting works on a full disk, and what a person made is never touched. `prices` also lets go of what is
 * known to be covered, so that everything is fetched again.
 */
export async function dropCaches(database: PortfolioDatabase, what: Droppable): Promise<void> {
  const { priceCoverage, pricePacks, quotes, rateCoverage, ratePacks, settings, transactionColumns } = database;
  const tables =
    what === "prices" ? [pricePacks, priceCoverage, quotes, ratePacks, rateCoverage] : [transactionColumns];
  await database.transaction("rw", [...tables, settings], async () => {
    for (const table of tables) await table.clear();
    await nextRevision(database);
  });
}
