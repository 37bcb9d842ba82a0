import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { nextRevision } from "../database/revision.ts";
import type { ManualPrice } from "../database/schema.ts";
import { userAction } from "../journal/user-action.ts";

/**
 * Stores prices of one's own trades as closes of their days, all in one IndexedDB transaction; a day for which the
 * person typed a price keeps it.
 */
export async function saveTradePrices(
  database: PortfolioDatabase,
  prices: readonly Omit<ManualPrice, "origin">[],
): Promise<void> {
  const { manualPrices } = database;
  await userAction(database, { kind: "price", subject: "" }, [manualPrices], async () => {
    const known = await manualPrices.bulkGet(
      prices.map(({ instrumentId, date }): [string, string] => [instrumentId, date]),
    );
    const free = prices.filter((_, i) => known[i] === undefined || known[i].origin === "trade");
    if (free.length === 0) return;
    await manualPrices.bulkPut(free.map((price) => ({ ...price, origin: "trade" })));
    await nextRevision(database);
  });
}
