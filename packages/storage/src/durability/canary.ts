/** A word left outside the database, which tells an emptied browser from a new user. */
export interface Canary {
  /** Names the database: one that was deleted and made anew has another, or none. */
  readonly fileId: string;
  readonly transactionCount: number;
  /** ISO 8601. */
  readonly changedAt: string;
}

const cacheName = "portfolio-canary";

/** Leaves the word in Cache storage; the window leaves another one in localStorage, which a worker has not. */
export async function writeCacheCanary(name: string, canary: Canary): Promise<void> {
  const cache = await globalThis.caches?.open(cacheName);
  await cache?.put(addressOf(name), new Response(JSON.stringify(canary)));
}

/** The word in Cache storage; undefined where there is none, or none that can be read. */
export async function readCacheCanary(name: string): Promise<Canary | undefined> {
  const answer = await (await globalThis.caches?.open(cacheName))?.match(addressOf(name));
  return answer === undefined ? undefined : canaryOf(await answer.text());
}

/** Takes the word away: the person has deleted everything, and nothing is missing. */
export async function removeCacheCanary(name: string): Promise<void> {
  await (await globalThis.caches?.open(cacheName))?.delete(addressOf(name));
}

/** A word as it was written; undefined when the text is none. */
export function canaryOf(text: string | null): Canary | undefined {
  if (text === null) return undefined;
  try {
    const { fileId, transactionCount, changedAt } = JSON.parse(text) as Partial<Canary>;
    const isWhole =
      typeof fileId === "string" && Number.isSafeInteger(transactionCount) && typeof changedAt === "string";
    return isWhole ? { fileId, transactionCount: transactionCount!, changedAt } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What the browser has removed: the newest canary that tells of transactions, when the database holds none and does not
 * know itself. A database that still bears its name was emptied by its owner, whatever a late canary says.
 */
export function evicted(
  canaries: readonly (Canary | undefined)[],
  database: { readonly fileId: string | undefined; readonly transactionCount: number },
): Canary | undefined {
  if (database.transactionCount > 0 || database.fileId !== undefined) return undefined;
  return canaries
    .filter((canary) => canary !== undefined && canary.transactionCount > 0)
    .sort((a, b) => (a!.changedAt < b!.changedAt ? 1 : -1))[0];
}

function addressOf(name: string): string {
  return `/.canary/${encodeURIComponent(name)}`;
}
