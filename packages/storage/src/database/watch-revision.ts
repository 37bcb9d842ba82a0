import { liveQuery } from "dexie";
import type { PortfolioDatabase } from "./portfolio-database.ts";
import { revisionOf } from "./revision.ts";

/**
 * Calls back with each new revision, also those that another tab wrote. Answers a function that stops watching.
 *
 * The first call comes at once with the revision that is there.
 */
export function watchRevision(database: PortfolioDatabase, onRevision: (revision: number) => void): () => void {
  const subscription = liveQuery(() => revisionOf(database)).subscribe({ next: onRevision });
  return () => subscription.unsubscribe();
}
