import type { Canary } from "../engine/storage-protocol.ts";

const key = "portfolio:canary";

/** What this window has kept of the person's own portfolio; undefined where nothing can be read. */
export function readKeptCanary(): Canary | undefined {
  try {
    const { fileId, transactionCount, changedAt } = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Canary>;
    return fileId === undefined || transactionCount === undefined || changedAt === undefined
      ? undefined
      : { fileId, transactionCount, changedAt };
  } catch {
    return undefined;
  }
}

/** Keeps it; a full or forbidden localStorage is no fault, the other canary stands in Cache storage. */
export function keepCanary(canary: Canary | undefined): void {
  try {
    if (canary !== undefined) localStorage.setItem(key, JSON.stringify(canary));
  } catch {
    // See above.
  }
}
