import type { PortfolioDatabase } from "./portfolio-database.ts";

const revisionKey = "revision";
const transactionRevisionKey = "transactionRevision";

/** The counter that grows with each change of what figures are computed from; 0 in a new portfolio. */
export async function revisionOf(database: PortfolioDatabase): Promise<number> {
  return counter(database, revisionKey);
}

/**
 * The revision at which transactions last changed; 0 before the first one.
 *
 * What is derived from transactions alone carries this one: a new quote each day must not make it stale.
 */
export async function transactionRevisionOf(database: PortfolioDatabase): Promise<number> {
  return counter(database, transactionRevisionKey);
}

/**
 * Counts the revision up, inside the transaction of the change it stands for.
 *
 * Other tabs watch it (`liveQuery`), and what the engine holds in memory carries the revision it was computed from.
 */
export async function nextRevision(database: PortfolioDatabase): Promise<number> {
  const revision = (await revisionOf(database)) + 1;
  await database.settings.put({ key: revisionKey, value: revision });
  return revision;
}

/** The same for a change of transactions. */
export async function nextTransactionRevision(database: PortfolioDatabase): Promise<number> {
  const revision = await nextRevision(database);
  await database.settings.put({ key: transactionRevisionKey, value: revision });
  return revision;
}

async function counter(database: PortfolioDatabase, key: string): Promise<number> {
  const row = await database.settings.get(key);
  return typeof row?.value === "number" ? row.value : 0;
}
