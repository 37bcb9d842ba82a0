import { afterEach, beforeEach, expect, test } from "vitest";
import { PortfolioEngine } from "./portfolio-engine.ts";
import { restoreExport } from "./restore-export.ts";
import { buyApple } from "./testing/buy-apple.ts";
import { fakeProxy, today } from "./testing/fake-proxy.ts";

let engine: PortfolioEngine;
beforeEach(async () => {
  engine = new PortfolioEngine(fakeProxy());
  await engine.open("own", today);
});
afterEach(async () => {
  await engine.open("own", today);
  await engine.deleteEverything();
});

/** A portfolio with something in every part of it. */
async function fill(): Promise<void> {
  const { newAccount, newInstrument } = buyApple;
  await engine.saveEntry({
    ...buyApple,
    newAccount: { ...newAccount!, tags: ["old age"] },
    newInstrument: { ...newInstrument!, tags: ["fruit", "green"] },
  });
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
  await engine.removeTransactions(["batch-1"]);
  await engine.setManualPrice("aapl", "2026-11-19", "99.50");
  await engine.useTradePrices("aapl");
  await engine.setBaseCurrency("CAD");
  await engine.setRiskFreeRate(0.031);
  await engine.setPriceServer({ origin: "https://prices.example.org", token: "secret" });
}

test("export, delete everything, restore: the export is the same to the byte, and figures are, too", async () => {
  await fill();
  const exported = await engine.exportJson();
  const { holdings } = await engine.holdings({ on: today });
  await engine.deleteEverything();
  await engine.restoreExport(exported);
  expect(await engine.exportJson()).toBe(exported);
  expect((await engine.holdings({ on: today })).holdings).toEqual(holdings);
  expect(await engine.state()).toMatchObject({ baseCurrency: "CAD", riskFreeRate: 0.031 });
  // What is entered next stands behind all that was restored, and the import can still be undone.
  await engine.saveEntry({ transaction: { ...buyApple.transaction, id: "t9" } });
  const rows = (JSON.parse(await engine.exportJson()) as { transactions: { id: string }[] }).transactions;
  expect(rows.map(({ id }) => id)).toEqual(["t1", "batch-2", "t9"]);
  expect(await engine.undoImport("batch")).toBe(1);
});

test("labels of accounts and instruments come back", async () => {
  await fill();
  const { accounts, instruments } = restoreExport(await engine.exportJson());
  expect([...accounts, ...instruments].flatMap(({ tags }) => tags ?? [])).toEqual(["old age", "fruit", "green"]);
});

test("settings are exported; the server's token is not", async () => {
  await fill();
  const exported = await engine.exportJson();
  expect(exported).toContain('"riskFreeRate": 0.031');
  expect(exported).not.toContain("secret");
});

test("a portfolio that holds something is left alone", async () => {
  await fill();
  const exported = await engine.exportJson();
  await expect(engine.restoreExport(exported)).rejects.toThrow("This portfolio is not empty");
  expect(await engine.exportJson()).toBe(exported);
});

test("the sample takes no export", async () => {
  const exported = await engine.exportJson();
  await engine.open("sample", today);
  await expect(engine.restoreExport(exported)).rejects.toThrow("Open your own portfolio first");
});

const account = { id: "a", name: "A", currency: "USD" };
const instrument = { id: "i", name: "I", currency: "USD" };
const row = { ...buyApple.transaction, instrument: "i", sequence: 0 };
const whole = {
  format: "portfolio-export/1",
  accounts: [account],
  instruments: [instrument],
  imports: [] as unknown[],
  manualPrices: [] as unknown[],
  transactions: [row] as unknown[],
};

test("an export of the time before settings is read", () => {
  expect(restoreExport(JSON.stringify(whole)).settings).toEqual({});
});

test.each([
  ["The file is not readable as JSON", "{"],
  ["The file holds no portfolio", "[]"],
  ['the format "portfolio-export/9"', { ...whole, format: "portfolio-export/9" }],
  ["accounts is not a list", { ...whole, accounts: undefined }],
  ["accounts[0].name", { ...whole, accounts: [{ id: "a" }] }],
  ["accounts[1].id", { ...whole, accounts: [account, account] }],
  ["accounts[0].tags", { ...whole, accounts: [{ ...account, tags: "old age" }] }],
  ["instruments[0].tags", { ...whole, instruments: [{ ...instrument, tags: [1] }] }],
  ["imports[0].importedAt", { ...whole, imports: [{ id: "b", fileName: "f", format: "f" }] }],
  ["manualPrices[0].instrumentId", { ...whole, manualPrices: [{ instrumentId: "x", date: "2026-11-19", close: "1" }] }],
  ["manualPrices[0].close", { ...whole, manualPrices: [{ instrumentId: "i", date: "2026-11-19", close: "-1" }] }],
  ["manualPrices[0].date", { ...whole, manualPrices: [{ instrumentId: "i", date: "soon", close: "1" }] }],
  ["transactions[0].account", { ...whole, transactions: [{ ...row, account: "x" }] }],
  ["transactions[0].instrument", { ...whole, transactions: [{ ...row, instrument: "x" }] }],
  ["transactions[0].batchId", { ...whole, transactions: [{ ...row, batchId: "x" }] }],
  ["transactions[0].quantity", { ...whole, transactions: [{ ...row, quantity: "many" }] }],
  ["transactions[1].sequence", { ...whole, transactions: [row, { ...row, id: "u" }] }],
  ["transactions[0].sequence", { ...whole, transactions: [{ ...row, sequence: -1 }] }],
  ["settings.riskFreeRate", { ...whole, settings: { riskFreeRate: "much" } }],
])("%s: refused with its place, and nothing is written", async (place, content) => {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  await expect(engine.restoreExport(text)).rejects.toThrow(place);
  expect(await engine.state()).toMatchObject({ accounts: [], transactionCount: 0 });
});
