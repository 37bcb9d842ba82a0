import type { PortfolioDatabase } from "./portfolio-database.ts";

const key = "revision";

/** The counter that grows with each change of what figures are computed from; 0 in a new portfolio. */
export async function revisionOf(database: PortfolioDatabase): Promise<number> {
  const row = await database.settings.get(key);
  return typeof row?.value === "number" ? row.value : 0;
}

/**
 * Counts the revision up, inside the transaction of the change it stands for.
 *
 * Other tabs watch it (`liveQuery`), and derived chunks carry the revision they were built from.
 */
export async function nextRevision(database: PortfolioDatabase): Promise<number> {
  const revision = (await revisionOf(database)) + 1;
  await database.settings.put({ key, value: revision });
  return revision;
}
