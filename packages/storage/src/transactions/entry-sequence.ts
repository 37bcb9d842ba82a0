import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import type { TransactionRow } from "../database/schema.ts";

const key = "sequence";

/**
 * Takes the next `count` numbers in the order of entry and answers the first; to be called inside a transaction on
 * `settings`. A number is never given twice, also when its row is gone.
 */
export async function takeSequences(database: PortfolioDatabase, count: number): Promise<number> {
  const first = await nextSequence(database);
  await database.settings.put({ key, value: first + count });
  return first;
}

/** Makes sure that what is entered from now on stands behind rows that bring their own number. */
export async function passSequences(database: PortfolioDatabase, rows: readonly TransactionRow[]): Promise<void> {
  const known = await nextSequence(database);
  const next = rows.reduce((most, { sequence }) => Math.max(most, sequence + 1), known);
  if (next > known) await database.settings.put({ key, value: next });
}

async function nextSequence(database: PortfolioDatabase): Promise<number> {
  const row = await database.settings.get(key);
  return typeof row?.value === "number" ? row.value : 0;
}
