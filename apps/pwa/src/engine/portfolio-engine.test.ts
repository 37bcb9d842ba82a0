import { afterEach, beforeEach, expect, test } from "vitest";
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
  await engine.deleteEverything();
});

test("the whole history is read the first time an instrument is seen, then only the tail", async () => {
  await engine.saveEntry(buyApple);
  await engine.refreshPrices(today);
  await engine.refreshPrices(today);
  expect(proxy.asked.filter((question) => question.startsWith("history"))).toEqual([
    "history AAPL all",
    "history AAPL 2026-11-12",
  ]);
});

test("a holding shows cost, value, gain and where its price comes from", async () => {
  await engine.saveEntry(buyApple);
  await engine.refreshPrices(today);
  const { holdings, totals } = await engine.holdings({ on: today });
  const [apple] = holdings;
  expect(apple).toMatchObject({
    quantity: "10",
    unitCost: "90.1",
    costBasis: { native: "901", base: "901" },
    price: { price: "112", date: today, source: "yahoo", isStale: false },
    marketValue: { native: "1120", base: "1120" },
    unrealizedGain: { native: "219", base: "219" },
  });
  expect(totals.totalValue).toMatchObject({ known: "219", leftOut: [] });
});

test("a server that is down loses nothing and says so", async () => {
  await engine.saveEntry(buyApple);
  await engine.refreshPrices(today);
  proxy.isDown = true;
  const state = await engine.refreshPrices(today);
  expect(state.status).toBe("offline");
  expect((await engine.holdings({ on: today })).holdings[0]?.price?.price).toBe("112");
});

test("a quote in another currency is never taken for the instrument's", async () => {
  await engine.saveEntry({
    newAccount: { id: "a", name: "Account", currency: "CAD" },
    newInstrument: { id: "x", name: "Apple", ticker: "AAPL", currency: "CAD" },
    transaction: {
      id: "t1",
      kind: "buy",
      tradeDate: "2026-11-17",
      account: "a",
      instrument: "x",
      quantity: "1",
      unitPrice: "30",
      currency: "CAD",
    },
  });
  const { unresolved } = await engine.refreshPrices(today);
  expect(unresolved.map(({ instrumentId }) => instrumentId)).toEqual(["x"]);
  expect((await engine.holdings({ on: today })).holdings[0]?.missing).toEqual(["missing-price"]);
});

test("a typed price is kept when a source sends another for the same day", async () => {
  await engine.saveEntry(buyApple);
  await engine.setManualPrice("aapl", "2026-11-19", "99");
  await engine.refreshPrices(today);
  const { holdings } = await engine.holdings({ on: "2026-11-19" });
  expect(holdings[0]?.price?.price).toBe("99");
});

test("the reporting currency converts everything at the rates of its days", async () => {
  await engine.saveEntry(buyApple);
  await engine.setBaseCurrency("CAD");
  await engine.refreshPrices(today);
  const { holdings, baseCurrency } = await engine.holdings({ on: today });
  expect(baseCurrency).toBe("CAD");
  expect(holdings[0]?.marketValue).toEqual({ native: "1120", base: "1568" });
  expect(holdings[0]?.costBasis).toEqual({ native: "901", base: "1261.4" });
});

test("a removal is undone to the last field, in its place of entry", async () => {
  await engine.saveEntry(buyApple);
  const before = await engine.exportJson();
  const token = await engine.removeTransactions(["t1"]);
  expect((await engine.transactions({ offset: 0, limit: 10 })).total).toBe(0);
  await engine.undo(token);
  expect(await engine.exportJson()).toBe(before);
});

test("a range is measured: gain, time-weighted return, drawdown, and the days for the chart", async () => {
  await engine.saveEntry({
    newAccount: { id: "a", name: "Account", currency: "USD" },
    transaction: {
      id: "t0",
      kind: "deposit",
      tradeDate: "2026-11-16",
      account: "a",
      currency: "USD",
      grossAmount: "901",
    },
  });
  await engine.saveEntry(buyApple);
  await engine.refreshPrices(today);
  const performance = await engine.performance({ period: "MAX", to: today });
  // 901 paid in on the 16th; 10 x 112 at the end: 1120 / 901 - 1.
  expect(performance.gain).toEqual({ value: "219" });
  expect(performance.timeWeightedReturn.value).toBeCloseTo(1120 / 901 - 1, 12);
  expect([...performance.values]).toEqual([0, 901, 1000, 1000, 1105, 1120]);
  expect(performance.maxDrawdown.value).toBe(0);
});
