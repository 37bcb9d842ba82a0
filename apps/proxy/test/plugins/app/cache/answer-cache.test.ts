import { Kysely } from "kysely";
import { Type } from "typebox";
import { describe, expect, it, onTestFinished } from "vitest";
import { createAnswerCaches } from "../../../../src/plugins/app/cache/answer-cache.ts";
import { createMemoryCache } from "../../../../src/plugins/app/cache/memory-cache.ts";
import { createSingleFlight } from "../../../../src/plugins/app/cache/single-flight.ts";
import { sqliteDialect } from "../../../../src/plugins/app/database/dialect.ts";
import { migrate } from "../../../../src/plugins/app/database/migrate.ts";
import type { DatabaseSchema } from "../../../../src/plugins/app/database/schema.ts";
import { schemaOf } from "../../../../src/schemas/schema-of.ts";

const schema = schemaOf<{ price: string }>()(Type.Object({ price: Type.String({ pattern: "^[0-9]+$" }) }));
const lifetime = { fresh: 1000, stale: 5000 };

async function setUp() {
  const clock = { now: 0 };
  const database = new Kysely<DatabaseSchema>({ dialect: sqliteDialect(":memory:") });
  await migrate(database, ":memory:", 0);
  onTestFinished(() => database.destroy());
  const failures: string[] = [];
  const make = () =>
    createAnswerCaches(
      database,
      () => clock.now,
      () => void failures.push("write"),
    )(schema);
  return { clock, database, failures, make, cache: make() };
}

describe("createAnswerCaches", () => {
  it("gives back what was stored, also to a cache that starts with an empty memory", async () => {
    const { cache, make } = await setUp();
    const entry = { value: { price: "1" }, receivedAt: 0, expiresAt: 1000, staleUntil: 6000 };
    expect(await cache.put("a", { price: "1" }, lifetime)).toEqual(entry);
    expect(await cache.get("a")).toEqual(entry);
    expect(await make().get("a")).toEqual(entry);
    expect(await cache.get("b")).toBeUndefined();
  });

  it("stores nothing that lacks the schema", async () => {
    const { cache, database } = await setUp();
    expect(await cache.put("a", { price: "one" }, lifetime)).toBeUndefined();
    expect(await database.selectFrom("cache_entry").selectAll().execute()).toEqual([]);
  });

  it("serves no row that lacks the schema or is no JSON", async () => {
    const { database, make } = await setUp();
    const row = { received_at: 0, expires_at: 1000, stale_until: null };
    await database
      .insertInto("cache_entry")
      .values([
        { key: "a", value: '{"price":"x"}', ...row },
        { key: "b", value: "{", ...row },
      ])
      .execute();
    expect([await make().get("a"), await make().get("b")]).toEqual([undefined, undefined]);
  });

  it("forgets an entry once it may not even be served stale", async () => {
    const { cache, clock } = await setUp();
    await cache.put("a", { price: "1" }, lifetime);
    clock.now = 5999;
    expect(await cache.get("a")).toBeDefined();
    clock.now = 6000;
    expect(await cache.get("a")).toBeUndefined();
  });

  it("serves from memory and says so when the table cannot be written", async () => {
    const { cache, database, failures } = await setUp();
    await database.schema.dropTable("cache_entry").execute();
    await cache.put("a", { price: "1" }, lifetime);
    expect(cache.peek("a")?.value).toEqual({ price: "1" });
    expect(failures).toEqual(["write"]);
  });
});

describe("createMemoryCache", () => {
  it("forgets what was used longest ago", () => {
    const cache = createMemoryCache<number>(3);
    for (const key of ["a", "b", "c"]) cache.set(key, 1, 1);
    cache.get("a");
    cache.set("d", 1, 1);
    expect(["a", "b", "c", "d"].map((key) => cache.get(key))).toEqual([1, undefined, 1, 1]);
  });

  it("counts a replaced value once and keeps nothing larger than itself", () => {
    const cache = createMemoryCache<string>(3);
    cache.set("a", "old", 3);
    cache.set("a", "new", 2);
    cache.set("b", "b", 1);
    cache.set("c", "large", 4);
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual(["new", "b", undefined]);
  });
});

describe("createSingleFlight", () => {
  it("runs once for all who ask meanwhile, and again afterwards, also after a failure", async () => {
    const flight = createSingleFlight();
    let runs = 0;
    const fail = (): Promise<number> => Promise.reject(new Error(String((runs += 1))));
    const results = await Promise.allSettled([flight("a", fail), flight("a", fail)]);
    expect(results.map((result) => result.status)).toEqual(["rejected", "rejected"]);
    expect(runs).toBe(1);
    expect(await flight("a", async () => 7)).toBe(7);
  });
});
