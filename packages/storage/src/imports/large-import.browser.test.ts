import type { DBCore, Middleware } from "dexie";
import { describe, expect, it } from "vitest";
import { portfolioContent } from "../backup/portfolio-content.ts";
import { freshDatabase } from "../../test/fresh-database.ts";
import { largeImport as importInPieces } from "../../test/large-import.ts";
import { purchase } from "../../test/sample-transactions.ts";
import { PortfolioDatabase } from "../database/portfolio-database.ts";
import { revisionOf } from "../database/revision.ts";
import { discardAbandoned, rowsAtOnce, stage, stagedImports } from "../transactions/staged-rows.ts";
import { transactionRepository } from "../transactions/transaction-repository.ts";
import type { ImportCommit } from "./import-commit.ts";
import { importRepository } from "./import-repository.ts";

const count = 2 * rowsAtOnce + 1;

/** In three pieces. */
function largeImport(id: string): ImportCommit {
  return importInPieces(id, "i", count);
}

/** What anybody sees of a portfolio. */
async function seen(database: PortfolioDatabase): Promise<unknown> {
  const transactions = transactionRepository(database);
  const content = await portfolioContent(database, []);
  return {
    columns: (await transactions.columns()).columns.count,
    rows: (await transactions.all()).length,
    count: await transactions.count(),
    keys: (await transactions.knownImportKeys(["large/0", "large/7000"])).size,
    exported: content.transactions.length,
    imports: content.imports.length,
    accounts: content.accounts.length,
    revision: await revisionOf(database),
  };
}

const nothing = { columns: 0, rows: 0, count: 0, keys: 0, exported: 0, imports: 0, accounts: 0, revision: 0 };

describe("an import of more rows than one transaction takes", () => {
  it("is not seen before all of it is there, then appears in one revision and in order", async () => {
    const database = await freshDatabase();
    const told: number[] = [];
    const watching: Promise<number>[] = [];
    await importRepository(database).commit(largeImport("large"), (written) => {
      told.push(written);
      watching.push(portfolioContent(database, []).then(({ transactions }) => transactions.length));
      watching.push(transactionRepository(database).count());
    });
    expect(told).toEqual([rowsAtOnce, 2 * rowsAtOnce, count]);
    // Each question is answered at some moment: before or after, but never in between.
    expect(await watching[0]).toBe(0);
    expect((await Promise.all(watching)).filter((rows) => rows !== 0 && rows !== count)).toEqual([]);
    expect(await seen(database)).toEqual({
      ...nothing,
      columns: count,
      rows: count,
      count,
      keys: 2,
      exported: count,
      imports: 1,
      accounts: 1,
      revision: 1,
    });
    const rows = await transactionRepository(database).all();
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, i) => i));
    expect((await stagedImports(database)).size).toBe(0);
  });

  it("leaves nothing when a later piece cannot be written, not even for the next start", async () => {
    const sound = await freshDatabase();
    const full: Middleware<DBCore> = {
      stack: "dbcore",
      name: "full-disk",
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          if (name !== "transactions") return table;
          let written = 0;
          return {
            ...table,
            mutate: (request) => {
              if (request.type === "add" && ++written > 2)
                return Promise.reject(new DOMException("The disk is full.", "QuotaExceededError"));
              return table.mutate(request);
            },
          };
        },
      }),
    };
    const database = new PortfolioDatabase(sound.name);
    database.use(full);
    await database.open();
    await expect(importRepository(database).commit(largeImport("large"))).rejects.toThrow("The disk is full.");
    database.close();
    expect(await seen(sound)).toEqual(nothing);
    expect(await sound.transactions.count()).toBe(0);
    expect((await stagedImports(sound)).size).toBe(0);
  });

  it("that a closed tab left in the middle does not count, and goes at the next start", async () => {
    const database = await freshDatabase();
    await database.transaction("rw", database.settings, () => stage(database, "large"));
    await database.transactions.bulkAdd(
      Array.from({ length: rowsAtOnce + 1 }, (_, i) => ({
        ...purchase(`large${i}`, { account: "a", instrument: "i" }),
        batchId: "large",
        importKey: `large/${i}`,
        sequence: i,
      })),
    );
    expect(await seen(database)).toEqual(nothing);
    await discardAbandoned(database);
    expect(await database.transactions.count()).toBe(0);
    expect((await stagedImports(database)).size).toBe(0);
    await importRepository(database).commit(largeImport("large"));
    expect(await seen(database)).toMatchObject({ columns: count, imports: 1 });
  });

  it("that was taken for cut off fails with a clear message and leaves nothing", async () => {
    const database = await freshDatabase();
    const written = importRepository(database).commit(largeImport("large"), () => {
      void database.settings.delete("stagedImports");
    });
    await expect(written).rejects.toThrow("interrupted by another window");
    expect(await seen(database)).toEqual(nothing);
    expect(await database.transactions.count()).toBe(0);
  });

  it("committed twice at once, as by a double click, is there once and whole", async () => {
    const database = await freshDatabase();
    const imports = importRepository(database);
    const both = await Promise.allSettled([imports.commit(largeImport("large")), imports.commit(largeImport("large"))]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await seen(database)).toMatchObject({ columns: count, rows: count, count, imports: 1, revision: 1 });
    await expect(imports.commit(largeImport("large"))).rejects.toThrow("The portfolio has changed");
    expect(await seen(database)).toMatchObject({ columns: count, rows: count, count, imports: 1, revision: 1 });
  });

  it("is taken back at once, with its account and instrument", async () => {
    const database = await freshDatabase();
    const imports = importRepository(database);
    await imports.commit(largeImport("large"));
    expect(await imports.undo("large")).toBe(count);
    expect(await seen(database)).toEqual({ ...nothing, revision: 2 });
    expect(await database.transactions.count()).toBe(0);
    expect(await imports.undo("large")).toBeUndefined();
  }, 30_000);
});
