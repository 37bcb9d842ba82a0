/** A bounded map that forgets what was not used for longest. */
export interface MemoryCache<V> {
  readonly get: (key: string) => V | undefined;
  /** Stores a value that counts with `size` characters towards the bound. */
  readonly set: (key: string, value: V, size: number) => void;
  readonly delete: (key: string) => void;
}

/**
 * Least-recently-used map of at most `capacity` characters in all. A value larger than the whole is not kept.
 *
 * A Map keeps the order of insertion, so re-inserting on use makes its first key the least recently used one.
 */
export function createMemoryCache<V>(capacity: number): MemoryCache<V> {
  const entries = new Map<string, { value: V; size: number }>();
  let used = 0;

  function remove(key: string): void {
    used -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, size) {
      remove(key);
      if (size > capacity) return;
      entries.set(key, { value, size });
      used += size;
      for (const oldest of entries.keys()) {
        if (used <= capacity) break;
        remove(oldest);
      }
    },
    delete: remove,
  };
}
