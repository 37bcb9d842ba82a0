import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { instrumentIdsOf } from "./instrument-ids.ts";
import { stagedImports } from "./staged-rows.ts";

/** The accounts and instruments that transactions, typed prices or a person's plans name. Reads every row. */
export async function usedNames(
  database: PortfolioDatabase,
): Promise<{ readonly accounts: ReadonlySet<string>; readonly instruments: ReadonlySet<string> }> {
  const accounts = new Set<string>();
  const instruments = new Set<string>();
  const staged = await stagedImports(database);
  await database.transactions.each((row) => {
    if (row.batchId !== undefined && staged.has(row.batchId)) return;
    accounts.add(row.account);
    for (const id of instrumentIdsOf(row)) instruments.add(id);
  });
  for (const { instrumentId } of await database.manualPrices.toArray()) instruments.add(instrumentId);
  for (const { instrumentId } of await database.watchlist.toArray()) instruments.add(instrumentId);
  return { accounts, instruments };
}
