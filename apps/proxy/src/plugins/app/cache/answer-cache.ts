import type { Kysely } from "kysely";
import { Compile } from "typebox/compile";
import type { Schema } from "../../../schemas/schema-of.ts";
import type { DatabaseSchema } from "../database/schema.ts";
import { createMemoryCache } from "./memory-cache.ts";

/** A stored answer. Times are milliseconds since 1970. */
export interface CacheEntry<T> {
  readonly value: T;
  readonly receivedAt: number;
  readonly expiresAt: number;
  /** Until then it may be served as stale; null for ever. */
  readonly staleUntil: number | null;
}

/** How long an answer is fresh, and how long after that it may stand in for a failing source (milliseconds; null for ever). */
export interface Lifetime {
  readonly fresh: number;
  readonly stale: number | null;
}

/** One kind of answer in the cache, with the schema its values must have. */
export interface AnswerCache<T> {
  /** The entry under `key`, fresh or stale, from memory only: for a second look without a pause. */
  readonly peek: (key: string) => CacheEntry<T> | undefined;
  /** The entry under `key`, fresh or stale; undefined if there is none that may still be served. */
  readonly get: (key: string) => Promise<CacheEntry<T> | undefined>;
  /** Stores a value and returns its entry; undefined, and nothing stored, if the value does not have the schema. */
  readonly put: (key: string, value: T, lifetime: Lifetime) => Promise<CacheEntry<T> | undefined>;
}

/** Makes caches that share one memory and one table. */
export type AnswerCaches = <T>(schema: Schema<T>) => AnswerCache<T>;

const memoryCharacters = 32 * 1024 * 1024;
const writesBetweenPrunings = 1000;

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * Two levels: memory before the table `cache_entry`. Only values that have the schema get in or come out, so neither a
 * poisoned answer nor a row of an older build is ever served.
 *
 * Keys are made of source, operation and canonical parameters, never of headers or raw queries. An answer that cannot be
 * written to the table is kept in memory and served; `onWriteFailure` hears of it.
 */
export function createAnswerCaches(
  database: Kysely<DatabaseSchema>,
  now: () => number,
  onWriteFailure: () => void,
): AnswerCaches {
  const memory = createMemoryCache<CacheEntry<unknown>>(memoryCharacters);
  let writes = 0;

  async function prune(): Promise<void> {
    writes += 1;
    if (writes % writesBetweenPrunings !== 0) return;
    await database.deleteFrom("cache_entry").where("stale_until", "<", now()).execute();
  }

  async function store(key: string, entry: CacheEntry<unknown>, value: string): Promise<void> {
    const row = {
      key,
      value,
      received_at: entry.receivedAt,
      expires_at: entry.expiresAt,
      stale_until: entry.staleUntil,
    };
    memory.set(key, entry, value.length + key.length);
    try {
      await database
        .insertInto("cache_entry")
        .values(row)
        .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
        .execute();
      await prune();
    } catch {
      onWriteFailure();
    }
  }

  return <T>(schema: Schema<T>): AnswerCache<T> => {
    const validator = Compile(schema);
    const servable = (entry: CacheEntry<unknown> | undefined): CacheEntry<T> | undefined =>
      entry !== undefined && (entry.staleUntil === null || entry.staleUntil > now())
        ? (entry as CacheEntry<T>)
        : undefined;

    async function fromTable(key: string): Promise<CacheEntry<T> | undefined> {
      const row = await database.selectFrom("cache_entry").selectAll().where("key", "=", key).executeTakeFirst();
      if (row === undefined) return undefined;
      const value = parse(row.value);
      if (!validator.Check(value)) return undefined;
      const entry = { value, receivedAt: row.received_at, expiresAt: row.expires_at, staleUntil: row.stale_until };
      memory.set(key, entry, row.value.length + key.length);
      return servable(entry);
    }

    return {
      peek: (key) => servable(memory.get(key)),
      get: async (key) => servable(memory.get(key)) ?? (await fromTable(key)),
      async put(key, value, { fresh, stale }) {
        if (!validator.Check(value)) return undefined;
        const receivedAt = now();
        const expiresAt = receivedAt + fresh;
        const entry = { value, receivedAt, expiresAt, staleUntil: stale === null ? null : expiresAt + stale };
        await store(key, entry, JSON.stringify(value));
        return entry;
      },
    };
  };
}
