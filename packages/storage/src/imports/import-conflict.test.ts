import { describe, expect, it } from "vitest";
import { contentsOf, freshDatabase } from "../../test/fresh-database.ts";
import { account, purchase, share } from "../../test/sample-transactions.ts";
import { accountRepository } from "../accounts/account-repository.ts";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { transactionRevisionOf } from "../database/revision.ts";
import type { ImportCommit } from "./import-commit.ts";
import { ImportConflictError } from "./import-conflict.ts";
import { importRepository } from "./import-repository.ts";

function commitOf(id: string, readAt: number, fields: Partial<ImportCommit> = {}): ImportCommit {
  return {
    batch: {
      id,
      fileName: "f.csv",
      format: "test",
      importedAt: "2026-01-02T00:00:00Z",
      transactionCount: 1,
      skippedCount: 0,
      accountIds: [],
      instrumentIds: ["i"],
    },
    accounts: [account("a")],
    instruments: [share("i")],
    transactions: [{ transaction: purchase(`${id}-1`), importKey: "line 1" }],
    baseCurrency: "CAD",
    readAt,
    ...fields,
  };
}

/** A portfolio into which another import came after a file was read at revision 0. */
async function changedDatabase(): Promise<PortfolioDatabase> {
  const database = await freshDatabase();
  await importRepository(database).commit(commitOf("other", 0));
  return database;
}

describe("an import that was read before the portfolio changed", () => {
  const fresh = { transactions: [{ transaction: purchase("new-1"), importKey: "line 2" }], instruments: [] };

  it.each<[string, Partial<ImportCommit>]>([
    ["repeats a line that came in between", { instruments: [] }],
    [
      "names an instrument that is not there",
      { transactions: [{ transaction: purchase("new-1", { instrument: "gone" }), importKey: "line 2" }] },
    ],
    ["brings an instrument that is there under another id", { ...fresh, instruments: [{ ...share("i"), id: "j" }] }],
    [
      "brings an account that is there under another id",
      { ...fresh, accounts: [{ ...account("b"), externalIds: ["broker:1"] }] },
    ],
  ])("is refused when it %s, and nothing is written", async (_, fields) => {
    const database = await changedDatabase();
    await accountRepository(database).save({ ...account("a"), externalIds: ["broker:1"] });
    const before = await contentsOf(database);
    const commit = importRepository(database).commit(commitOf("new", 0, fields));
    await expect(commit).rejects.toBeInstanceOf(ImportConflictError);
    expect(await contentsOf(database)).toEqual(before);
  });

  it("is stored when nothing it builds on has changed", async () => {
    const database = await changedDatabase();
    await importRepository(database).commit(commitOf("new", 0, fresh));
    expect(await database.transactions.count()).toBe(2);
  });

  it("is stored with a line that is repeated by choice", async () => {
    const database = await changedDatabase();
    const transactions = [{ transaction: purchase("new-1"), importKey: "line 1", isRepeat: true }];
    await importRepository(database).commit(commitOf("new", 0, { instruments: [], transactions }));
    expect(await database.transactions.count()).toBe(2);
  });
});

describe("accounts of an import", () => {
  it("stay as they are when they are there, and count as created only when they were added", async () => {
    const database = await changedDatabase();
    await accountRepository(database).rename("a", "Renamed");
    const readAt = await transactionRevisionOf(database);
    const transactions = [{ transaction: purchase("new-1"), importKey: "line 2" }];
    const accounts = [account("a"), account("b")];
    const batch = await importRepository(database).commit(
      commitOf("new", readAt, { accounts, instruments: [], transactions }),
    );
    expect(batch.accountIds).toEqual(["b"]);
    expect((await database.accounts.get("a"))?.name).toBe("Renamed");
  });

  it("settle the reporting currency with the first import, in the same transaction", async () => {
    const database = await changedDatabase();
    await importRepository(database).commit(
      commitOf("new", 1, { baseCurrency: "EUR", instruments: [], transactions: [] }),
    );
    expect((await database.settings.get("setting:baseCurrency"))?.value).toBe("CAD");
  });
});

describe("undoing an import", () => {
  it("takes typed prices of the instruments it created along", async () => {
    const database = await changedDatabase();
    await database.manualPrices.bulkAdd([
      { instrumentId: "i", date: "2026-01-02", close: "1" },
      { instrumentId: "other", date: "2026-01-02", close: "1" },
    ]);
    await importRepository(database).undo("other");
    expect((await database.manualPrices.toArray()).map(({ instrumentId }) => instrumentId)).toEqual(["other"]);
  });
});
