import { Dexie } from "dexie";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { contentsOf, freshDatabase, freshName } from "../../test/fresh-database.ts";
import { account, purchase } from "../../test/sample-transactions.ts";
import { accountRepository } from "../accounts/account-repository.ts";
import { transactionRepository } from "../transactions/transaction-repository.ts";
import { openPortfolioDatabase, PortfolioDatabase } from "./portfolio-database.ts";

describe("opening a portfolio", () => {
  it("creates an empty one, and finds what was written when it is opened again", async () => {
    const first = await freshDatabase();
    await accountRepository(first).save(account("a"));
    first.close();
    const second = await freshDatabase(first.name);
    expect(await accountRepository(second).all()).toEqual([account("a")]);
  });

  it("twice gives two connections to the same rows", async () => {
    const first = await freshDatabase();
    const second = await freshDatabase(first.name);
    await transactionRepository(first).add([purchase("t")]);
    await transactionRepository(second).add([purchase("u")]);
    expect((await transactionRepository(first).columns()).columns.ids).toEqual(["t", "u"]);
  });

  it("keeps two portfolios apart", async () => {
    const own = await freshDatabase();
    const sample = await freshDatabase();
    await transactionRepository(sample).add([purchase("t")]);
    expect(await transactionRepository(own).count()).toBe(0);
  });

  it("refuses one that a newer version wrote, and leaves it as it is", async () => {
    const name = freshName();
    const newer = new Dexie(name);
    newer.version(3).stores({ transactions: "id", settings: "key", inventedLater: "id" });
    await newer.open();
    await newer.table("transactions").add({ id: "t", shape: "unknown" });
    newer.close();
    onTestFinished(async () => newer.delete());

    await expect(openPortfolioDatabase(name)).rejects.toMatchObject({
      name: "NewerDatabaseError",
      code: "newer-database",
      detail: { name },
    });
    await expect(openPortfolioDatabase(name)).rejects.toThrow(
      `The database "${name}" was written by a newer version of the app.`,
    );

    await newer.open();
    expect(newer.backendDB().version).toBe(30);
    expect([...newer.backendDB().objectStoreNames]).toEqual(["inventedLater", "settings", "transactions"]);
    expect(await newer.table("transactions").toArray()).toEqual([{ id: "t", shape: "unknown" }]);
  });

  it("refuses when there is no IndexedDB, instead of answering with an empty one", async () => {
    vi.stubGlobal("indexedDB", undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    await expect(openPortfolioDatabase(freshName())).rejects.toThrow("There is no IndexedDB here.");
  });
});

describe("deleting a portfolio", () => {
  it("while another tab has it open closes that connection, which does not bring it back", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue(undefined);
    onTestFinished(() => warn.mockRestore());
    const open = await freshDatabase();
    await transactionRepository(open).add([purchase("t")]);
    await new PortfolioDatabase(open.name).delete();
    expect(open.isOpen()).toBe(false);
    await expect(transactionRepository(open).count()).rejects.toMatchObject({ name: "DatabaseClosedError" });
    expect(await Dexie.exists(open.name)).toBe(false);
  });

  it("leaves no rows for the next one of that name", async () => {
    const first = await freshDatabase();
    await transactionRepository(first).add([purchase("t")]);
    first.close();
    await new PortfolioDatabase(first.name).delete();
    const second = await freshDatabase(first.name);
    expect(Object.values(await contentsOf(second)).flat()).toEqual([]);
  });
});
