/**
 * The browser is out of space: a change was refused, and nothing else was lost.
 *
 * The remedy is to free space: caches of prices first, derived data next. A person's records are never dropped for it.
 */
export class StorageFullError extends Error {
  readonly code: "storage-full" = "storage-full";

  constructor(cause: unknown) {
    super("This change could not be saved: the browser is out of space. Nothing else was lost.", { cause });
    this.name = "StorageFullError";
  }
}

/** The same error, but one that says the disk is full as a {@link StorageFullError}. */
export function toStorageFull(error: unknown): unknown {
  return isQuotaError(error) ? new StorageFullError(error) : error;
}

/** Browsers say it on the write or on the whole transaction, which Dexie wraps once more. */
function isQuotaError(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at !== undefined && at !== null && depth < 5; depth++) {
    const { name, inner, failures } = at as { name?: string; inner?: unknown; failures?: readonly unknown[] };
    if (name === "QuotaExceededError") return true;
    if (failures?.some((failure) => (failure as { name?: string } | null)?.name === "QuotaExceededError") === true)
      return true;
    at = inner;
  }
  return false;
}
