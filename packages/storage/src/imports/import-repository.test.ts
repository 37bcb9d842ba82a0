import type { Transaction } from "@portfolio/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentsOf, freshDatabase } from "../../test/fresh-database.ts";
import { account, purchase, share } from "../../test/sample-transactions.ts";
import { accountRepository } from "../accounts/account-repository.ts";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { revisionOf } from "../database/revision.ts";
import { instrumentRepository } from "../instruments/instrument-repository.ts";
import { transactionRepository } from "../transactions/transaction-repository.ts";
import type { ImportCommit } from "./import-commit.ts";
import { importRepository } from "./import-repository.ts";

/** An import that creates the named accounts and instruments. */
function commitOf(
  id: string,
  rows: readonly Transaction[],
  created: { accounts?: string[]; instruments?: string[] } = {},
): ImportCommit {
  const { accounts = [], instruments = [] } = created;
  return {
    batch: {
      id,
      fileName: `${id}.csv`,
      format: "test",
      importedAt: `2026-01-02T00:00:00.${id.length}Z`,
      transactionCount: rows.length,
      skippedCount: 0,
      accountIds: accounts,
      instrumentIds: instruments,
    },
    accounts: accounts.map(account),
    instruments: instruments.map(share),
    transactions: rows.map((transaction) => ({ transaction, importKey: `${id}/${transaction.id}` })),
  };
}

/** Everything but the number that the next row gets: one that a failed import took is not given again. */
async function countedContents(database: PortfolioDatabase): Promise<unknown> {
  const { settings, ...rest } = await contentsOf(database);
  return { ...rest, settings: (settings as { key: string }[]).filter(({ key }) => key !== "sequence") };
}

/** What is there, by id. */
async function idsOf({
  accounts,
  importBatches,
  instruments,
  transactions,
}: PortfolioDatabase): Promise<Record<string, string[]>> {
  const keys = async (table: { toCollection(): { primaryKeys(): PromiseLike<string[]> } }): Promise<string[]> =>
    [...(await table.toCollection().primaryKeys())].sort();
  return {
    accounts: await keys(accounts),
    batches: await keys(importBatches),
    instruments: await keys(instruments),
    transactions: await keys(transactions),
  };
}

describe("committing an import", () => {
  it("brings accounts, instruments, batch and rows in one revision, and tells how far it is", async () => {
    const database = await freshDatabase();
    const told: number[] = [];
    const rows = Array.from({ length: 5001 }, (_, i) => purchase(`t${i}`));
    await importRepository(database).commit(
      commitOf("batch", rows, { accounts: ["a"], instruments: ["i"] }),
      (written) => told.push(written),
    );
    expect(told).toEqual([5000, 5001]);
    expect(await revisionOf(database)).toBe(1);
    expect(await database.transactions.get("t5000")).toEqual({
      ...purchase("t5000"),
      sequence: 5000,
      batchId: "batch",
      importKey: "batch/t5000",
    });
    expect(await importRepository(database).all()).toEqual([
      commitOf("batch", rows, { accounts: ["a"], instruments: ["i"] }).batch,
    ]);
  });

  it("leaves nothing behind when a row fails, wherever it stands", async () => {
    const database = await freshDatabase();
    await transactionRepository(database).add([purchase("taken")]);
    const before = await countedContents(database);
    for (const position of [0, 4999, 5003]) {
      const rows = Array.from({ length: 5004 }, (_, i) => purchase(i === position ? "taken" : `t${i}`));
      await expect(
        importRepository(database).commit(commitOf("batch", rows, { accounts: ["a"], instruments: ["i"] })),
      ).rejects.toThrow("bulkAdd()");
      expect(await countedContents(database)).toEqual(before);
    }
  });

  it("leaves nothing behind when what is told of the progress fails", async () => {
    const database = await freshDatabase();
    const before = await contentsOf(database);
    const commit = importRepository(database).commit(commitOf("batch", [purchase("t")], { accounts: ["a"] }), () => {
      throw new Error("closed");
    });
    await expect(commit).rejects.toThrow("closed");
    expect(await contentsOf(database)).toEqual(before);
  });

  it("refuses an id that an earlier batch or instrument has", async () => {
    const database = await freshDatabase();
    const imports = importRepository(database);
    await imports.commit(commitOf("batch", [purchase("t")], { instruments: ["i"] }));
    const before = await contentsOf(database);
    await expect(imports.commit(commitOf("batch", [purchase("u")]))).rejects.toMatchObject({ name: "ConstraintError" });
    await expect(imports.commit(commitOf("other", [purchase("u")], { instruments: ["i"] }))).rejects.toThrow(
      "bulkAdd()",
    );
    expect(await contentsOf(database)).toEqual(before);
  });

  it("takes ten thousand rows, and reads them back packed", async () => {
    const database = await freshDatabase();
    const rows = Array.from({ length: 10_000 }, (_, i) =>
      purchase(`t${i}`, {
        quantity: `${i + 1}.25`,
        tradeDate: `2026-01-${String(1 + Math.floor(i / 400)).padStart(2, "0")}`,
      }),
    );
    await importRepository(database).commit(commitOf("batch", rows, { accounts: ["a"], instruments: ["i"] }));
    const transactions = transactionRepository(database);
    const { columns } = await transactions.columns();
    expect(columns.ids).toEqual(rows.map(({ id }) => id));
    expect(columns.quantity.values[9_999]).toBe(1_000_025);
    expect((await transactions.knownImportKeys(rows.slice(-500).map(({ id }) => `batch/${id}`))).size).toBe(500);
    expect(await importRepository(database).undo("batch")).toBe(10_000);
    expect(await idsOf(database)).toEqual({ accounts: [], batches: [], instruments: [], transactions: [] });
  }, 60_000);
});

describe("undoing an import", () => {
  it("takes exactly its own rows, and what it created", async () => {
    const database = await freshDatabase();
    const imports = importRepository(database);
    await transactionRepository(database).add([purchase("by hand", { account: "own", instrument: "own" })]);
    await accountRepository(database).save(account("own"));
    await imports.commit(
      commitOf("first", [purchase("f", { instrument: "x", account: "n" })], { accounts: ["n"], instruments: ["x"] }),
    );
    const before = await idsOf(database);
    await imports.commit(
      commitOf("second", [purchase("s"), purchase("s2", { instrument: "y" })], {
        accounts: ["a"],
        instruments: ["i", "y"],
      }),
    );
    expect(await imports.undo("second")).toBe(2);
    expect(await idsOf(database)).toEqual(before);
    expect(await revisionOf(database)).toBe(5);
  });

  it("keeps an account and an instrument that a later entry uses", async () => {
    const database = await freshDatabase();
    const imports = importRepository(database);
    await imports.commit(
      commitOf("batch", [purchase("t"), purchase("u", { instrument: "j" })], {
        accounts: ["a"],
        instruments: ["i", "j", "k"],
      }),
    );
    await transactionRepository(database).add([
      purchase("by hand"),
      { ...purchase("merger", { account: "b" }), kind: "merger", instrument: "z", toInstrument: "k" } as Transaction,
    ]);
    expect(await imports.undo("batch")).toBe(2);
    expect(await idsOf(database)).toEqual({
      accounts: ["a"],
      batches: [],
      instruments: ["i", "k"],
      transactions: ["by hand", "merger"],
    });
  });

  it("keeps an edited row's batch, so that it goes with its import", async () => {
    const database = await freshDatabase();
    await importRepository(database).commit(commitOf("batch", [purchase("t")]));
    await transactionRepository(database).replace(purchase("t", { quantity: "1" }));
    await expect(importRepository(database).undo("batch")).rejects.toMatchObject({
      code: "import-edited",
      message: expect.stringContaining("buy of 2026-01-02 (t)") as string,
      transactionIds: ["t"],
    });
    expect(await importRepository(database).undo("batch", { evenIfEdited: true })).toBe(1);
    expect(await database.transactions.count()).toBe(0);
  });

  it("of an unknown batch, or twice, does nothing and says so", async () => {
    const database = await freshDatabase();
    await importRepository(database).commit(commitOf("batch", [purchase("t")]));
    await importRepository(database).undo("batch");
    const before = await contentsOf(database);
    expect(await importRepository(database).undo("batch")).toBeUndefined();
    expect(await contentsOf(database)).toEqual(before);
  });

  it("lets the same file be imported again", async () => {
    const database = await freshDatabase();
    const imports = importRepository(database);
    const commit = commitOf("batch", [purchase("t")], { accounts: ["a"], instruments: ["i"] });
    await imports.commit(commit);
    await imports.undo("batch");
    await imports.commit(commit);
    expect(await idsOf(database)).toEqual({
      accounts: ["a"],
      batches: ["batch"],
      instruments: ["i"],
      transactions: ["t"],
    });
  });

  it("leaves the same behind in whatever order imports are undone", async () => {
    const letters = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 2 });
    const anyImport = fc.tuple(letters, letters);
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyImport, { minLength: 1, maxLength: 3 }),
        fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 1 }),
        fc.infiniteStream(fc.nat(100)),
        async (drawn, byHand, picks) => {
          const database = await freshDatabase();
          const imports = importRepository(database);
          for (const [n, [accounts, instruments]] of drawn.entries()) {
            const known = await idsOf(database);
            const rows = accounts.flatMap((id) =>
              instruments.map((instrument) => purchase(`${n}${id}${instrument}`, { account: id, instrument })),
            );
            const used = rows.length > 0;
            await imports.commit(
              commitOf(`batch${n}`, rows, {
                accounts: used ? accounts.filter((id) => !known["accounts"]!.includes(id)) : [],
                instruments: used ? instruments.filter((id) => !known["instruments"]!.includes(id)) : [],
              }),
            );
          }
          const created = await idsOf(database);
          const typed = byHand.filter(
            (id) => created["accounts"]!.includes(id) && created["instruments"]!.includes(id),
          );
          if (typed.length > 0)
            await transactionRepository(database).add(
              typed.map((id) => purchase(`by hand ${id}`, { account: id, instrument: id })),
            );
          const left = drawn.map((_, n) => `batch${n}`);
          while (left.length > 0) await imports.undo(left.splice(picks.next().value! % left.length, 1)[0]!);
          expect(await idsOf(database)).toEqual({
            accounts: typed,
            batches: [],
            instruments: typed,
            transactions: typed.map((id) => `by hand ${id}`),
          });
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe("instruments", () => {
  it("are saved over what was known of them", async () => {
    const database = await freshDatabase();
    await instrumentRepository(database).save([share("i"), share("j")]);
    await instrumentRepository(database).save([{ ...share("i"), name: "Renamed" }]);
    expect(await instrumentRepository(database).all()).toEqual([{ ...share("i"), name: "Renamed" }, share("j")]);
  });
});
