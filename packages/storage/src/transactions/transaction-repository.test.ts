import { packTransactions, type Transaction } from "@portfolio/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentsOf, freshDatabase } from "../../test/fresh-database.ts";
import { anyTransaction, purchase } from "../../test/sample-transactions.ts";
import { revisionOf } from "../database/revision.ts";
import { importRepository } from "../imports/import-repository.ts";
import { priceRepository } from "../prices/price-repository.ts";
import { settingsRepository } from "../settings/settings-repository.ts";
import { transactionRepository } from "./transaction-repository.ts";

/** The ids in the order in which transactions of one day take effect: the order of entry. */
async function idsInOrder(repository: ReturnType<typeof transactionRepository>): Promise<readonly string[]> {
  return (await repository.columns()).columns.ids;
}

describe("adding transactions", () => {
  it("keeps the order of entry over several calls, whatever the ids", async () => {
    const repository = transactionRepository(await freshDatabase());
    await repository.add([purchase("z"), purchase("m")]);
    await repository.add([purchase("a")]);
    await repository.add([purchase("k"), purchase("b")]);
    expect(await idsInOrder(repository)).toEqual(["z", "m", "a", "k", "b"]);
    expect(await repository.count()).toBe(5);
  });

  it("keeps the order of more than a million entries before and after", async () => {
    const database = await freshDatabase();
    const repository = transactionRepository(database);
    await repository.add([purchase("z")]);
    // As if an import of 1.2 million rows had gone by, of which one is left.
    const [row] = await repository.get(["z"]);
    await repository.restore([{ ...row!, id: "y", sequence: 1_200_000 }]);
    await repository.add([purchase("a")]);
    expect(await idsInOrder(repository)).toEqual(["z", "y", "a"]);
  });

  it("gives each row a number of its own and counts one revision a call", async () => {
    const database = await freshDatabase();
    const repository = transactionRepository(database);
    for (let call = 0; call < 20; call++) await repository.add([purchase(`a${call}`), purchase(`b${call}`)]);
    const numbers = (await database.transactions.toArray()).map(({ sequence }) => sequence);
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(await revisionOf(database)).toBe(20);
  });

  it("leaves nothing when an id is taken", async () => {
    const database = await freshDatabase();
    const repository = transactionRepository(database);
    await repository.add([purchase("a")]);
    const before = await contentsOf(database);
    await expect(repository.add([purchase("b"), purchase("a")])).rejects.toThrow("bulkAdd()");
    expect(await contentsOf(database)).toEqual(before);
  });
});

describe("replacing a transaction", () => {
  it("keeps its place in the order of entry, its batch and its import key", async () => {
    const database = await freshDatabase();
    const repository = transactionRepository(database);
    await importRepository(database).commit({
      batch: {
        id: "batch",
        fileName: "f.csv",
        format: "f",
        importedAt: "2026-01-02T00:00:00Z",
        transactionCount: 3,
        skippedCount: 0,
        accountIds: [],
        instrumentIds: [],
      },
      accounts: [],
      instruments: [],
      transactions: ["c", "b", "a"].map((id) => ({ transaction: purchase(id), importKey: `key-${id}` })),
    });
    const [before] = await repository.get(["b"]);
    await repository.replace(purchase("b", { quantity: "3" }));
    const [after] = await repository.get(["b"]);
    expect(after).toEqual({ ...before, quantity: "3", isEdited: true });
    expect(after).toMatchObject({ batchId: "batch", importKey: "key-b", sequence: 1 });
    expect(await idsInOrder(repository)).toEqual(["c", "b", "a"]);
  });

  it("drops what the new version no longer has", async () => {
    const repository = transactionRepository(await freshDatabase());
    await repository.add([purchase("a", { note: "typed by hand", feeAmount: "1" })]);
    await repository.replace(purchase("a"));
    expect((await repository.get(["a"]))[0]).toEqual({ ...purchase("a"), sequence: 0 });
  });
});

describe("removing and restoring", () => {
  it("brings back exactly what was there, in its place", async () => {
    const database = await freshDatabase();
    const repository = transactionRepository(database);
    await repository.add([purchase("c"), purchase("b", { note: "n" }), purchase("a")]);
    const rows = await database.transactions.toArray();
    const { rows: removed } = await repository.remove(["b", "c", "never there"]);
    expect(removed.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(await idsInOrder(repository)).toEqual(["a"]);
    await repository.restore(removed);
    expect(await database.transactions.toArray()).toEqual(rows);
    expect(await idsInOrder(repository)).toEqual(["c", "b", "a"]);
  });

  it("puts what is entered after a restore into a new portfolio behind the restored rows", async () => {
    const source = transactionRepository(await freshDatabase());
    await source.add([purchase("z"), purchase("y"), purchase("x")]);
    const rows = await source.get(["x", "y", "z"]);
    const target = transactionRepository(await freshDatabase());
    await target.restore(rows.map((row) => row!));
    await target.add([purchase("a")]);
    expect(await idsInOrder(target)).toEqual(["z", "y", "x", "a"]);
  });

  it("never gives the number of a removed row to another", async () => {
    const repository = transactionRepository(await freshDatabase());
    await repository.add([purchase("a"), purchase("b")]);
    const { rows: removed } = await repository.remove(["b"]);
    await repository.add([purchase("c")]);
    await repository.restore(removed);
    expect(await idsInOrder(repository)).toEqual(["a", "b", "c"]);
  });
});

describe("import keys", () => {
  it("find the rows that an earlier import brought, among many asked for", async () => {
    const database = await freshDatabase();
    const repository = transactionRepository(database);
    await repository.add([purchase("by hand")]);
    await repository.restore([
      { ...purchase("a"), sequence: 1, importKey: "1" },
      { ...purchase("b"), sequence: 2, importKey: "2" },
    ]);
    const known = await repository.knownImportKeys([
      "2",
      "3",
      ...Array.from({ length: 2000 }, (_, i) => `unknown ${i}`),
    ]);
    expect([...known].map(([key, { id }]) => [key, id])).toEqual([["2", "b"]]);
    expect((await repository.knownImportKeys([])).size).toBe(0);
  });
});

describe("packed columns", () => {
  it("are those of the rows in order of entry, from rows and from chunks", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTransaction, { maxLength: 15 }), async (drawn) => {
        const repository = transactionRepository(await freshDatabase());
        const transactions = drawn.map((transaction, i) => ({ ...transaction, id: `${(i * 7) % 15}` }) as Transaction);
        if (transactions.length > 0) await repository.add(transactions);
        const fromRows = await repository.columns();
        await repository.saveColumns(fromRows);
        const fromChunks = await repository.columns();
        expect([fromRows.wasRebuilt, fromChunks.wasRebuilt]).toEqual([true, false]);
        expect(fromRows.columns).toEqual(packTransactions(transactions));
        expect(fromChunks.columns).toEqual(fromRows.columns);
      }),
      { numRuns: 10 },
    );
  });

  it("are rebuilt from the rows when these have changed since", async () => {
    const repository = transactionRepository(await freshDatabase());
    await repository.add([purchase("a")]);
    await repository.saveColumns(await repository.columns());
    await repository.add([purchase("b")]);
    expect(await repository.columns()).toMatchObject({ wasRebuilt: true, revision: 2 });
    expect(await idsInOrder(repository)).toEqual(["a", "b"]);
  });

  it("stay good when something else changed: a quote must not cost a rebuild", async () => {
    const database = await freshDatabase();
    const repository = transactionRepository(database);
    await repository.add([purchase("a")]);
    await repository.saveColumns(await repository.columns());
    await priceRepository(database).saveQuotes([
      { instrumentId: "i", price: "1", date: "2026-01-02", asOf: "2026-01-02T00:00:00Z", source: "test" },
    ]);
    await settingsRepository(database).set("baseCurrency", "CAD");
    expect(await repository.columns()).toMatchObject({ wasRebuilt: false, revision: 3, columns: { ids: ["a"] } });
  });

  it("are not saved when transactions have changed in between", async () => {
    const database = await freshDatabase();
    const repository = transactionRepository(database);
    await repository.add([purchase("a")]);
    const stale = await repository.columns();
    await repository.add([purchase("b")]);
    await repository.saveColumns(stale);
    expect(await database.transactionColumns.count()).toBe(0);
    expect(await idsInOrder(repository)).toEqual(["a", "b"]);
  });

  it("may be dropped at any time", async () => {
    const database = await freshDatabase();
    const repository = transactionRepository(database);
    await repository.add([purchase("a")]);
    await repository.saveColumns(await repository.columns());
    await database.transactionColumns.clear();
    expect(await repository.columns()).toMatchObject({ wasRebuilt: true, columns: { ids: ["a"] } });
  });

  it("of an empty portfolio are kept too", async () => {
    const repository = transactionRepository(await freshDatabase());
    await repository.saveColumns(await repository.columns());
    expect(await repository.columns()).toMatchObject({ wasRebuilt: false, revision: 0, columns: { count: 0 } });
  });
});
