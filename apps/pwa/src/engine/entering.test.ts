import type { Transaction } from "@portfolio/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TransactionEntry } from "./engine-protocol.ts";
import { PortfolioEngine } from "./portfolio-engine.ts";
import { buyApple } from "./testing/buy-apple.ts";
import { fakeProxy, today } from "./testing/fake-proxy.ts";

let proxy: ReturnType<typeof fakeProxy>;
let engine: PortfolioEngine;
beforeEach(async () => {
  proxy = fakeProxy();
  engine = new PortfolioEngine(proxy);
  await engine.open("own", today);
});
afterEach(async () => {
  await engine.open("own", today);
  await engine.deleteEverything();
});

const changed = (fields: Readonly<Record<string, unknown>>): Transaction =>
  ({ ...buyApple.transaction, ...fields }) as Transaction;

const priceOn = async (on: string): Promise<unknown> => {
  const { price } = (await engine.holdings({ on })).holdings[0]!;
  return price === undefined ? undefined : [price.price, price.source];
};

test("the first entry settles the reporting currency: the account's, not that of the trade", async () => {
  await engine.saveEntry({ ...buyApple, newAccount: { id: "a", name: "Account", currency: "CAD" } });
  expect((await engine.state()).baseCurrency).toBe("CAD");
});

test("an entry is one revision, and one that is refused leaves nothing behind", async () => {
  const { revision } = await engine.state();
  const dangling: TransactionEntry = { ...buyApple, transaction: changed({ instrument: "elsewhere" }) };
  await expect(engine.saveEntry(dangling)).rejects.toThrow("The instrument of this entry is no longer there");
  expect(await engine.state()).toMatchObject({ revision, accounts: [], instruments: [] });
  await engine.saveEntry(buyApple);
  expect((await engine.state()).revision).toBe(revision + 1);
});

test.each([
  ["US", '"US" is not a currency'],
  ["GBX", '"GBX" is a unit of GBP'],
])("the currency %s is refused before anything is stored", async (currency, message) => {
  await expect(engine.saveEntry({ ...buyApple, transaction: changed({ currency }) })).rejects.toThrow(message);
  await expect(engine.setBaseCurrency(currency)).rejects.toThrow(message);
  expect((await engine.state()).accounts).toEqual([]);
});

test("an entry that could not be read back is refused with its field", async () => {
  await expect(engine.saveEntry({ ...buyApple, transaction: changed({ quantity: "1,5" }) })).rejects.toThrow(
    "quantity",
  );
});

test.each([
  ["2026-02-30", "1", "is not a date"],
  ["2999-01-01", "1", "is in the future"],
  ["2026-11-19", "1,5", "is not a price"],
  ["2026-11-19", "1e999", "is not a price"],
  ["2026-11-19", "-1", "is below 0"],
])("a typed price of %s at %s is refused", async (date, close, message) => {
  await engine.saveEntry(buyApple);
  await expect(engine.setManualPrice("aapl", date, close)).rejects.toThrow(message);
});

test("a typed price can be taken away again", async () => {
  await engine.saveEntry(buyApple);
  await engine.setManualPrice("aapl", "2026-11-19", "99");
  expect(await priceOn("2026-11-19")).toEqual(["99", "manual"]);
  await engine.removeManualPrice("aapl", "2026-11-19");
  expect(await priceOn("2026-11-19")).toBeUndefined();
});

test("prices of one's own trades fill days without another price, in the instrument's currency, in one revision", async () => {
  await engine.saveEntry(buyApple);
  const sell = changed({ id: "t2", kind: "sell", tradeDate: "2026-11-18", quantity: "1", unitPrice: "95" });
  await engine.saveEntry({ transaction: sell });
  await engine.saveEntry({
    transaction: { ...sell, id: "t3", tradeDate: "2026-11-19", unitPrice: "130", currency: "CAD" } as Transaction,
  });
  await engine.saveEntry({
    transaction: { ...sell, id: "t4", tradeDate: "2026-11-20", unitPrice: "96" } as Transaction,
  });
  await engine.setManualPrice("aapl", "2026-11-18", "94");
  const { revision } = await engine.state();
  await engine.useTradePrices("aapl");
  expect((await engine.state()).revision).toBe(revision + 1);
  expect(await priceOn("2026-11-17")).toEqual(["90", "trade"]);
  expect(await priceOn("2026-11-18")).toEqual(["94", "manual"]);
  expect(await priceOn("2026-11-19")).toEqual(["94", "manual"]);
  expect(await priceOn("2026-11-20")).toEqual(["96", "trade"]);
  await engine.refreshPrices(today);
  expect(await priceOn("2026-11-17")).toEqual(["100", "yahoo"]);
  expect(await priceOn("2026-11-20")).toEqual(["112", "yahoo"]);
});

test("a price printed in pence beside an amount in pounds is taken from the amount", async () => {
  await engine.saveEntry({
    newAccount: { id: "a", name: "Account", currency: "GBP" },
    newInstrument: { id: "x", name: "X", currency: "GBP" },
    transaction: changed({ instrument: "x", currency: "GBP", quantity: "10", unitPrice: "281", grossAmount: "28.10" }),
  });
  await engine.useTradePrices("x");
  expect(await priceOn("2026-11-17")).toEqual(["2.81", "trade"]);
});

test("a new symbol drops what was fetched under the old one", async () => {
  await engine.saveEntry(buyApple);
  await engine.refreshPrices(today);
  await engine.setQuoteSymbol("aapl", "OTHER");
  expect(await priceOn(today)).toBeUndefined();
});

test("the cost-basis method of an account changes what a sale had cost", async () => {
  const trade = (id: string, kind: "buy" | "sell", tradeDate: string, unitPrice: string): TransactionEntry => ({
    transaction: changed({ id, kind, tradeDate, unitPrice, quantity: "1" }),
  });
  await engine.saveEntry({ ...buyApple, transaction: changed({ quantity: "1", unitPrice: "100" }) });
  const { transaction } = buyApple;
  await engine.saveEntry(trade("second", "buy", transaction.tradeDate, "200"));
  await engine.saveEntry(trade("sold", "sell", today, "300"));
  const cost = async (): Promise<string> =>
    (await engine.holdings({ on: today })).holdings[0]!.costBasis.native ?? "not known";
  const account = transaction.account;
  await engine.setCostBasisMethod(account, "average-cost");
  const average = await cost();
  await engine.setCostBasisMethod(account, "fifo");
  const fifo = await cost();
  await engine.setCostBasisMethod(account, "lifo");
  expect(Number(fifo) - Number(await cost())).toBe(100);
  expect(Number(average) * 2).toBe(Number(fifo) + Number(await cost()));
});
