import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PortfolioEngine } from "./portfolio-engine.ts";
import { buyApple } from "./testing/buy-apple.ts";
import { fakeProxy, today } from "./testing/fake-proxy.ts";

let engine: PortfolioEngine;
beforeEach(async () => {
  await emptied();
  engine = new PortfolioEngine(fakeProxy());
  await engine.open("own", today);
});
afterEach(async () => {
  await engine.open("own", today);
  await engine.deleteEverything();
});

/** Deletes what earlier tests left, recovery points too. */
async function emptied(): Promise<void> {
  for (const { name } of await indexedDB.databases())
    await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(name!);
      request.onsuccess = resolve;
      request.onblocked = resolve;
    });
}

const second = { ...buyApple.transaction, id: "t2", quantity: "5" };
const passphrase = "correct horse battery";

/** A file of two purchases, imported under the id "batch". */
async function importTwo(): Promise<void> {
  const text = "date,kind,ticker,quantity,price,amount\n2026-11-02,buy,MSFT,1,400,400\n2026-11-03,buy,MSFT,2,401,802";
  await engine.readImport({
    bytes: new TextEncoder().encode(text),
    fileName: "f.csv",
    today,
    importId: "batch",
    mapping: {
      fields: { tradeDate: 0, kind: 1, ticker: 2, quantity: 3, unitPrice: 4, grossAmount: 5 },
      defaultCurrency: "USD",
    },
  });
  await engine.commitImport("batch", "2026-11-20T10:00:00Z");
}

describe("undo and redo", () => {
  test("follow in memory as if all were read anew, also what another tab has done", async () => {
    const other = new PortfolioEngine(fakeProxy());
    await other.open("own", today);
    await engine.saveEntry(buyApple);
    await engine.saveEntry({ transaction: second });
    await engine.setBaseCurrency("CAD");
    await importTwo();
    const pictures = [await engine.exportJson()];
    while ((await (pictures.length % 2 === 0 ? engine : other).undoLast()) !== undefined) {
      pictures.push(await engine.exportJson());
      const fresh = new PortfolioEngine(fakeProxy());
      await fresh.open("own", today);
      expect((await engine.holdings({ on: today })).holdings).toEqual((await fresh.holdings({ on: today })).holdings);
    }
    expect(pictures.length).toBe(5);
    expect((await engine.state()).transactionCount).toBe(0);
    for (const picture of pictures.slice(0, -1).reverse()) {
      await other.redoLast();
      expect(await engine.exportJson()).toBe(picture);
    }
    expect((await engine.state()).keeping).toMatchObject({ undo: { kind: "import", subject: "f.csv", count: 2 } });
    expect((await engine.state()).keeping.redo).toBeUndefined();
  });

  test("the undo of a removal's toast takes its step back, unless something came after it", async () => {
    await engine.saveEntry(buyApple);
    await engine.undo(await engine.removeTransactions(["t1"]));
    expect((await engine.state()).keeping).toMatchObject({ undo: { kind: "entry" }, redo: { kind: "removal" } });
    const token = await engine.removeTransactions(["t1"]);
    await engine.setRiskFreeRate(0.01);
    await engine.undo(token);
    expect(await engine.state()).toMatchObject({ transactionCount: 1, keeping: { undo: { kind: "restoration" } } });
  });

  test("an import whose rows were changed since says which, and goes by choice", async () => {
    await importTwo();
    const view = await engine.transaction("batch-1");
    await engine.saveEntry({ transaction: { ...view!.transaction, note: "mine" } });
    await expect(engine.undoImport("batch")).rejects.toThrow("buy of 2026-11-02 (batch-1)");
    expect(await engine.undoImport("batch", true)).toBe(2);
    await engine.undoLast();
    expect((await engine.transaction("batch-1"))?.transaction.note).toBe("mine");
  });
});

describe("backups", () => {
  test("a backup, everything deleted, the backup restored: the export is the same", async () => {
    await engine.saveEntry(buyApple);
    await importTwo();
    const exported = await engine.exportJson();
    await expect(engine.backUp()).rejects.toThrow("Choose a passphrase");
    const recoveryKey = await engine.makeBackupKeys(passphrase);
    const { bytes, fileName } = await engine.backUp();
    expect(fileName).toMatch(/^portfolio-\d{4}-\d\d-\d\d-\d{4}\.pfarchive$/);
    const { backup, hasKeys } = await engine.storage();
    expect(hasKeys).toBe(true);
    expect(backup).toMatchObject({ changes: 0, lastBackup: { where: fileName, transactionCount: 3 } });
    expect(backup.lastBackup?.verifiedAt).toBe(backup.lastBackup?.at);
    await engine.deleteEverything();
    const preview = await engine.previewBackup(bytes, { recoveryKey });
    expect(preview).toMatchObject({ isWhole: true, transactionCount: 3, merge: { added: { transactions: 3 } } });
    await expect(engine.restoreBackup(bytes, { passphrase: "another passphrase" }, fileName)).rejects.toThrow(
      "not the",
    );
    expect((await engine.state()).transactionCount).toBe(0);
    await engine.restoreBackup(bytes, { passphrase }, fileName);
    const sorted = (text: string): unknown => {
      const { transactions, ...rest } = JSON.parse(text) as { transactions: { sequence: number }[] };
      return { ...rest, transactions: transactions.map((row) => ({ ...row, sequence: 0 })) };
    };
    expect(sorted(await engine.exportJson())).toEqual(sorted(exported));
    await engine.undoLast();
    expect((await engine.state()).transactionCount).toBe(0);
  }, 30_000);

  test("a recovery point is made before an import and before deletion, and brings everything back", async () => {
    await engine.saveEntry(buyApple);
    await importTwo();
    await engine.deleteEverything();
    const points = (await engine.storage()).recoveryPoints;
    expect(points.map(({ reason, transactionCount }) => [reason, transactionCount])).toEqual([
      ["deletion", 3],
      ["import", 1],
    ]);
    await engine.restoreRecoveryPoint(points[0]!.id);
    expect((await engine.state()).transactionCount).toBe(3);
    for (const { id } of points) await engine.deleteRecoveryPoint(id);
    expect((await engine.storage()).recoveryPoints).toEqual([]);
  });
});

describe("an emptied browser", () => {
  const canary = { fileId: "f", transactionCount: 1040, changedAt: "2026-11-03T00:00:00.000Z" };

  test("is said, until there is data or the person starts anew", async () => {
    expect((await engine.open("own", today, canary)).keeping.missing).toEqual(canary);
    await engine.forgetMissing();
    expect((await engine.state()).keeping.missing).toBeUndefined();
    expect((await engine.open("own", today, canary)).keeping.missing).toBeUndefined();
  });

  test("is no longer said once something is there", async () => {
    await engine.open("own", today, canary);
    await engine.saveEntry(buyApple);
    const { keeping } = await engine.state();
    expect(keeping.missing).toBeUndefined();
    expect(keeping.canary).toMatchObject({ transactionCount: 1 });
  });

  test("is not said of a portfolio that its owner deleted, nor of the sample", async () => {
    await engine.saveEntry(buyApple);
    const kept = (await engine.state()).keeping.canary;
    await engine.deleteEverything();
    expect((await engine.open("own", today, kept)).keeping.missing).toBeUndefined();
    const sample = await engine.open("sample", today, canary);
    expect(sample.keeping).toEqual({ isBackupDue: false, unsavedChanges: 0 });
  });
});

describe("checking", () => {
  test("finds nothing in a portfolio of every kind of record, and a repair changes nothing", async () => {
    await engine.saveEntry(buyApple);
    await importTwo();
    await engine.setManualPrice("aapl", "2026-11-19", "99.50");
    expect((await engine.checkData()).findings).toEqual([]);
    const exported = await engine.exportJson();
    expect((await engine.repairData()).findings).toEqual([]);
    await engine.freeSpace("prices");
    await engine.freeSpace("derived");
    expect(await engine.exportJson()).toBe(exported);
    expect((await engine.storage()).lastCheck?.counts["transactions"]).toBe(3);
  });

  test("the sample is checked clean, too", async () => {
    await engine.open("sample", today);
    expect((await engine.checkData()).findings).toEqual([]);
  });
});
