import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentsOf, freshDatabase } from "../../test/fresh-database.ts";
import { account, purchase, share } from "../../test/sample-transactions.ts";
import { accountRepository } from "../accounts/account-repository.ts";
import { portfolioContent } from "../backup/portfolio-content.ts";
import type { PortfolioDatabase } from "../database/portfolio-database.ts";
import { revisionOf } from "../database/revision.ts";
import type { ImportCommit } from "../imports/import-commit.ts";
import { importRepository } from "../imports/import-repository.ts";
import { instrumentRepository } from "../instruments/instrument-repository.ts";
import { noteRepository } from "../notes/note-repository.ts";
import { priceRepository } from "../prices/price-repository.ts";
import { settingsRepository } from "../settings/settings-repository.ts";
import { rowsAtOnce } from "../transactions/staged-rows.ts";
import { saveEntry } from "../transactions/save-entry.ts";
import { transactionRepository } from "../transactions/transaction-repository.ts";
import { discardLooseRows } from "./batch-rows.ts";
import { journal } from "./journal.ts";
import { stepsKept } from "../journal/journal-head.ts";

/** Everything that a person made: what undo has to bring back. */
function truth(database: PortfolioDatabase): Promise<unknown> {
  return portfolioContent(database, ["baseCurrency", "riskFreeRate"]);
}

function importOf(id: string, count: number): ImportCommit {
  return {
    batch: {
      id,
      fileName: `${id}.csv`,
      format: "test",
      importedAt: "2026-01-02T00:00:00Z",
      transactionCount: count,
      skippedCount: 0,
      accountIds: [`acc-${id}`],
      instrumentIds: [`ins-${id}`],
    },
    accounts: [account(`acc-${id}`)],
    instruments: [share(`ins-${id}`)],
    transactions: Array.from({ length: count }, (_, i) => ({
      transaction: purchase(`${id}-${i}`, { account: `acc-${id}`, instrument: `ins-${id}` }),
      importKey: `${id}/${i}`,
    })),
    baseCurrency: "CAD",
  };
}

const entry = { transaction: purchase("t"), newAccount: account("a"), newInstrument: share("i"), baseCurrency: "CAD" };

/** One action of each kind that changes something, in an order in which all can happen. */
const actions: readonly (readonly [string, (database: PortfolioDatabase) => Promise<unknown>])[] = [
  ["entry", (database) => saveEntry(database, entry)],
  ["edit", (database) => saveEntry(database, { transaction: purchase("t", { quantity: "11" }) })],
  ["import", (database) => importRepository(database).commit(importOf("b", 3))],
  [
    "edit",
    (database) => transactionRepository(database).replace(purchase("b-1", { account: "acc-b", instrument: "i" })),
  ],
  ["removal", (database) => transactionRepository(database).remove(["t", "b-2"])],
  ["account", (database) => accountRepository(database).rename("a", "Renamed")],
  ["account", (database) => accountRepository(database).setCostBasisMethod("a", "fifo")],
  ["instrument", (database) => instrumentRepository(database).changeQuoteSymbol("i", "NEW")],
  ["instrument", (database) => instrumentRepository(database).change("i", { name: "Other", tags: ["x"] })],
  ["price", (database) => priceRepository(database).saveManual({ instrumentId: "i", date: "2026-01-02", close: "5" })],
  ["price", (database) => priceRepository(database).removeManual("i", "2026-01-02")],
  ["setting", (database) => settingsRepository(database).set("riskFreeRate", 0.01)],
  ["note", (database) => noteRepository(database).save({ id: "n", text: "Text" })],
  ["import-undo", (database) => importRepository(database).undo("b", { evenIfEdited: true })],
];

describe("undo and redo", () => {
  it("take every action back to the last field and do it again, also over a second connection", async () => {
    const here = await freshDatabase();
    const other = await freshDatabase(here.name);
    const states = [await truth(here)];
    for (const [, act] of actions) {
      await act(here);
      states.push(await truth(here));
    }
    for (let round = 0; round < 2; round++) {
      for (let i = actions.length - 1; i >= 0; i--) {
        const database = i % 2 === 0 ? here : other;
        expect((await journal(database).state()).undo?.kind).toBe(actions[i]![0]);
        expect((await journal(database).undo())?.label.kind).toBe(actions[i]![0]);
        expect(await truth(here), `undo ${i}`).toEqual(states[i]);
      }
      expect(await journal(here).undo()).toBeUndefined();
      for (let i = 0; i < actions.length; i++) {
        expect((await journal(i % 2 === 0 ? here : other).redo())?.label.kind).toBe(actions[i]![0]);
        expect(await truth(here), `redo ${i}`).toEqual(states[i + 1]);
      }
      expect(await journal(here).redo()).toBeUndefined();
    }
  }, 30_000);

  it("survive a reload, and are a revision each", async () => {
    const first = await freshDatabase();
    await saveEntry(first, entry);
    const revision = await revisionOf(first);
    first.close();
    const second = await freshDatabase(first.name);
    expect((await journal(second).state()).undo).toMatchObject({ kind: "entry", subject: "buy", count: 1 });
    const flipped = await journal(second).undo();
    expect(flipped).toMatchObject({ revision: revision + 1, removed: ["t"], saved: [], isTransactionsOnly: false });
    expect((await journal(second).state()).redo?.kind).toBe("entry");
  });

  it("a new action forgets what was undone, with the rows that were kept for it", async () => {
    const database = await freshDatabase();
    await importRepository(database).commit(importOf("b", 3));
    await journal(database).undo();
    expect(await database.journalRows.count()).toBe(1);
    await saveEntry(database, entry);
    expect((await journal(database).state()).redo).toBeUndefined();
    expect(await database.journalRows.count()).toBe(0);
    expect(await database.journal.count()).toBe(1);
  });

  it("keep 200 steps, and no more", async () => {
    const database = await freshDatabase();
    for (let i = 0; i < stepsKept + 5; i++) await noteRepository(database).save({ id: "n", text: `${i}` });
    expect(await database.journal.count()).toBe(stepsKept);
    let undone = 0;
    while ((await journal(database).undo()) !== undefined) undone++;
    expect(undone).toBe(stepsKept);
    expect(await noteRepository(database).all()).toEqual([{ id: "n", text: "4" }]);
  }, 30_000);

  it("an action that changes nothing leaves no step", async () => {
    const database = await freshDatabase();
    await accountRepository(database).rename("unknown", "Name");
    await settingsRepository(database).set("priceServer", { origin: "", token: "" });
    expect(await journal(database).state()).toEqual({});
  });

  it("say which records have changed since, and then change nothing", async () => {
    const database = await freshDatabase();
    await saveEntry(database, entry);
    // By a way that is no user action.
    await database.transactions.put({ ...purchase("t", { quantity: "12" }), sequence: 0 });
    const before = await contentsOf(database);
    await expect(journal(database).undo()).rejects.toMatchObject({
      code: "undo-conflict",
      message: "This can no longer be undone, because it has changed since: buy of 2026-01-02 (t).",
      changed: [{ table: "transactions", key: "t" }],
    });
    expect(await contentsOf(database)).toEqual(before);
  });

  it("leave what a source wrote meanwhile: only fields of the step go back", async () => {
    const database = await freshDatabase();
    await saveEntry(database, entry);
    await instrumentRepository(database).change("i", { name: "Other" });
    await instrumentRepository(database).save([{ ...share("i"), name: "Other", quoteSymbol: "SRC" }]);
    await journal(database).undo();
    expect(await database.instruments.get("i")).toEqual({ ...share("i"), quoteSymbol: "SRC" });
    await journal(database).undo();
    expect(await database.instruments.count()).toBe(0);
  });

  it("bring an instrument back also where a late answer of a source has put it there meanwhile", async () => {
    const database = await freshDatabase();
    await saveEntry(database, entry);
    await journal(database).undo();
    await instrumentRepository(database).save([{ ...share("i"), name: "By its source", quoteSymbol: "SRC" }]);
    await journal(database).redo();
    expect(await database.instruments.toArray()).toEqual([{ ...share("i"), quoteSymbol: "SRC" }]);
    expect(await database.transactions.count()).toBe(1);
  });

  it("keep an account that something else uses", async () => {
    const database = await freshDatabase();
    await saveEntry(database, entry);
    await database.transactions.add({ ...purchase("unseen"), sequence: 99 });
    await journal(database).undo();
    expect((await database.accounts.toArray()).map(({ id }) => id)).toEqual(["a"]);
    await journal(database).redo();
    expect(await database.transactions.count()).toBe(2);
  });

  it("take a large import out and bring it back, each at once, and leave nothing behind", async () => {
    const database = await freshDatabase();
    const count = rowsAtOnce + 2;
    await importRepository(database).commit(importOf("b", count));
    const whole = await truth(database);
    expect((await journal(database).state()).undo).toMatchObject({ kind: "import", count });
    await journal(database).undo();
    expect(await database.transactions.count()).toBe(0);
    expect(await database.accounts.count()).toBe(0);
    expect(await database.journalRows.count()).toBe(2);
    await journal(database).redo();
    expect(await truth(database)).toEqual(whole);
    expect(await database.journalRows.count()).toBe(0);
    await importRepository(database).undo("b");
    expect(await database.transactions.count()).toBe(0);
    await journal(database).undo();
    expect(await truth(database)).toEqual(whole);
  }, 60_000);

  it("rows that a closed tab left in the journal go at the next start; those of a step stay", async () => {
    const database = await freshDatabase();
    await importRepository(database).commit(importOf("b", 3));
    await journal(database).undo();
    await database.journalRows.add({ rowsId: "loose", piece: 0, rows: [] });
    await discardLooseRows(database);
    expect(await database.journalRows.count()).toBe(1);
    await journal(database).redo();
    expect(await database.transactions.count()).toBe(3);
  });

  it("whatever is done, undone and redone: as many undos as steps lead back to nothing", async () => {
    const doing = fc.constantFrom("entry", "edit", "remove", "import", "take back", "undo", "redo");
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { minLength: 1, maxLength: 12 }), async (words) => {
        const database = await freshDatabase();
        const empty = await truth(database);
        for (const [n, word] of words.entries()) {
          const [some] = await database.transactions.toCollection().limit(1).toArray();
          const [batch] = await importRepository(database).all();
          if (word === "entry") await saveEntry(database, { ...entry, transaction: purchase(`t${n}`) });
          if (word === "edit" && some !== undefined)
            await transactionRepository(database).replace({ ...some, note: `${n}` } as never);
          if (word === "remove" && some !== undefined) await transactionRepository(database).remove([some.id]);
          if (word === "import") await importRepository(database).commit(importOf(`b${n}`, 2));
          if (word === "take back" && batch !== undefined)
            await importRepository(database).undo(batch.id, { evenIfEdited: true });
          if (word === "undo") await journal(database).undo();
          if (word === "redo") await journal(database).redo();
        }
        const full = await truth(database);
        let steps = 0;
        while ((await journal(database).undo()) !== undefined) steps++;
        expect(await truth(database)).toEqual(empty);
        for (let i = 0; i < steps; i++) await journal(database).redo();
        // What was undone before comes back, too, when there is more of it than was undone here.
        expect(await truth(database)).toEqual(full);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
