import type { ColumnMapping } from "@portfolio/core/intake";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ImportFile } from "../engine-protocol.ts";
import { PortfolioEngine } from "../portfolio-engine.ts";
import { buyApple } from "../testing/buy-apple.ts";
import { fakeProxy, today } from "../testing/fake-proxy.ts";

const mapping: ColumnMapping = {
  fields: { tradeDate: 0, kind: 1, ticker: 2, quantity: 3, unitPrice: 4, grossAmount: 5, account: 6 },
  defaultCurrency: "USD",
};
const header = "date,kind,ticker,quantity,price,amount,account";
const importedAt = "2026-11-20T10:00:00Z";
const changedMessage = "The portfolio has changed since this file was read. Look at the rows again.";

function fileOf(importId: string, ...lines: readonly string[]): ImportFile {
  const bytes = new TextEncoder().encode([header, ...lines].join("\n"));
  return { bytes, fileName: "f.csv", today, mapping, importId };
}

const buyLine = "2026-11-02,buy,AAPL,10,90,900,main";
const sellLine = "2026-11-03,sell,AAPL,4,95,380,main";

let engine: PortfolioEngine;
beforeEach(async () => {
  engine = new PortfolioEngine(fakeProxy());
  await engine.open("own", today);
});
afterEach(async () => {
  await engine.open("own", today);
  await engine.deleteEverything();
});

test("of two readings of one file only the first is stored; the second shows its rows as duplicates", async () => {
  await engine.readImport(fileOf("first", buyLine, sellLine));
  await engine.readImport(fileOf("second", buyLine, sellLine));
  await engine.commitImport("first", importedAt);
  const before = await engine.exportJson();
  await expect(engine.commitImport("second", importedAt)).rejects.toThrow(changedMessage);
  expect(await engine.exportJson()).toBe(before);
  expect((await engine.importRows("second", "all", 0, 10)).map(({ result }) => result)).toEqual([
    "duplicate",
    "duplicate",
  ]);
});

test("a repeated line that is chosen on purpose is stored", async () => {
  await engine.readImport(fileOf("first", buyLine));
  await engine.commitImport("first", importedAt);
  await engine.readImport(fileOf("second", buyLine));
  await engine.selectImportRows("second", [0], true);
  await engine.saveEntry({ ...buyApple, newInstrument: { ...buyApple.newInstrument!, ticker: "OTHER" } });
  await engine.commitImport("second", importedAt);
  expect((await engine.state()).transactionCount).toBe(3);
});

test("an account that was renamed since keeps its new name", async () => {
  await engine.readImport(fileOf("first", buyLine));
  await engine.commitImport("first", importedAt);
  await engine.readImport(fileOf("second", sellLine));
  const [account] = (await engine.state()).accounts;
  await engine.renameAccount(account!.id, "Renamed");
  await engine.commitImport("second", importedAt);
  expect((await engine.state()).accounts.map(({ name }) => name)).toEqual(["Renamed"]);
});

test("an import whose instrument has gone is refused, and nothing is left dangling", async () => {
  await engine.readImport(fileOf("first", buyLine));
  await engine.commitImport("first", importedAt);
  await engine.readImport(fileOf("second", "2026-11-04,buy,AAPL,1,90,90,main"));
  await engine.undoImport("first");
  await expect(engine.commitImport("second", importedAt)).rejects.toThrow(changedMessage);
  expect((await engine.state()).transactionCount).toBe(0);
  // Read against the portfolio as it is, it brings the instrument itself.
  await engine.commitImport("second", importedAt);
  expect((await engine.state()).instruments.map(({ ticker }) => ticker)).toEqual(["AAPL"]);
});

test("an import that touches nothing of what has changed is stored", async () => {
  await engine.readImport(fileOf("first", "2026-11-02,buy,MSFT,1,400,400,main"));
  await engine.saveEntry(buyApple);
  await engine.commitImport("first", importedAt);
  expect((await engine.state()).transactionCount).toBe(2);
});

test("undoing an import a second time says that it was undone", async () => {
  await engine.readImport(fileOf("first", buyLine));
  await engine.commitImport("first", importedAt);
  expect(await engine.undoImport("first")).toBe(1);
  await expect(engine.undoImport("first")).rejects.toThrow("This import was already undone.");
});

test("a row that lacks what its kind needs is an error row with the field, and is never stored", async () => {
  const preview = await engine.readImport(fileOf("first", buyLine, "2026-11-05,dividend,,,,12,main"));
  expect(preview.counts).toMatchObject({ ready: 1, error: 1 });
  const [row] = await engine.importRows("first", "error", 0, 10);
  expect(row?.issues[0]).toMatchObject({ code: "invalid-cell", source: { row: 3, column: "instrument" } });
  await engine.selectImportRows("first", [1], true);
  await engine.commitImport("first", importedAt);
  expect((await engine.state()).transactionCount).toBe(1);
});

test("a row that is taken out loses the issues that the choice of others had brought about", async () => {
  await engine.readImport(fileOf("first", buyLine, sellLine));
  await engine.selectImportRows("first", [0], false);
  expect((await engine.importRows("first", "error", 0, 10)).map(({ index }) => index)).toEqual([1]);
  await engine.selectImportRows("first", [1], false);
  expect((await engine.importRows("first", "error", 0, 10)).map(({ index }) => index)).toEqual([]);
});

test("a row that the ledger refuses is left out and goes on saying why", async () => {
  const preview = await engine.readImport(fileOf("first", sellLine));
  expect(preview).toMatchObject({ selectedCount: 0, counts: { error: 1 } });
  const [row] = await engine.importRows("first", "all", 0, 10);
  expect(row?.issues.map(({ code }) => code)).toEqual(["oversold"]);
});

test("an import and an undo belong to the portfolio they were begun in", async () => {
  await engine.saveEntry(buyApple);
  await engine.readImport(fileOf("first", buyLine));
  const undo = await engine.removeTransactions(["t1"]);
  await engine.open("sample", today);
  const { transactionCount } = await engine.state();
  await expect(engine.commitImport("first", importedAt)).rejects.toThrow("This import is no longer open");
  await expect(engine.undo(undo)).rejects.toThrow("can no longer be undone");
  expect((await engine.state()).transactionCount).toBe(transactionCount);
});

test("a removal whose import was undone since does not come back without its instrument", async () => {
  await engine.readImport(fileOf("first", buyLine));
  await engine.commitImport("first", importedAt);
  const undo = await engine.removeTransactions(["first-1"]);
  await engine.undoImport("first");
  await expect(engine.undo(undo)).rejects.toThrow("undone since");
  expect((await engine.state()).transactionCount).toBe(0);
});

test("a table says of each row what the ledger books in cash", async () => {
  const lines = ["2026-11-04,transfer out,AAPL,1,,,main", "2026-11-05,delivery in,AAPL,1,90,90,main"];
  await engine.readImport(fileOf("first", buyLine, ...lines));
  const rows = await engine.importRows("first", "all", 0, 10);
  expect(rows.map(({ netAmount }) => netAmount)).toEqual(["-900", undefined, undefined]);
});
