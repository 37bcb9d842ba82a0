import { afterEach, beforeEach, expect, test, vi } from "vitest";
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

/** Makes the history wait until it is let go. */
function heldHistory(): { asked: Promise<void>; letGo: () => void } {
  const { priceHistory } = proxy;
  const asked = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  proxy.priceHistory = async (symbol, from) => {
    asked.resolve();
    await gate.promise;
    return priceHistory(symbol, from);
  };
  return { asked: asked.promise, letGo: () => gate.resolve() };
}

test("a refresh that outlives its portfolio writes nothing and tells the new one nothing", async () => {
  await engine.saveEntry(buyApple);
  const { asked, letGo } = heldHistory();
  const refresh = engine.refreshPrices(today);
  await asked;
  await engine.open("own", today);
  letGo();
  expect((await refresh).status).toBe("idle");
  const state = await engine.state();
  expect(state.marketData).toEqual({ status: "idle", unresolved: [] });
  expect((await engine.holdings({ on: today })).holdings[0]?.price).toBeUndefined();
});

test("a refresh under way when everything is deleted leaves nothing behind", async () => {
  await engine.saveEntry(buyApple);
  const { asked, letGo } = heldHistory();
  const refresh = engine.refreshPrices(today);
  await asked;
  await engine.deleteEverything();
  const { revision } = await engine.state();
  letGo();
  await refresh;
  expect((await engine.state()).revision).toBe(revision);
});

test("an error that nobody foresaw ends the refresh as failed, and the next one runs", async () => {
  await engine.saveEntry(buyApple);
  let told = "";
  let isBroken = true;
  await engine.subscribe(({ marketData }) => {
    told = marketData.status;
    if (isBroken && told === "refreshing") throw new Error("The window has gone.");
  });
  expect(await engine.refreshPrices(today)).toEqual({
    status: "failed",
    unresolved: [],
    message: "The prices could not be refreshed. Try again. (Error: The window has gone.)",
  });
  expect(told).toBe("failed");
  isBroken = false;
  expect((await engine.refreshPrices(today)).status).toBe("idle");
});

test("the day of a quote is the exchange's where the proxy names it", async () => {
  await engine.saveEntry(buyApple);
  const { quotes } = proxy;
  proxy.quotes = async (symbols) =>
    (await quotes(symbols)).map((quote) => ({ ...quote, asOf: "2026-11-19T23:30:00Z", date: "2026-11-20" }));
  await engine.refreshPrices(today);
  expect((await engine.holdings({ on: "2026-11-19" })).holdings[0]?.price).toMatchObject({ price: "110.5" });
  expect((await engine.holdings({ on: today })).holdings[0]?.price).toMatchObject({ price: "112", date: today });
});

test("a failed load is not kept: the next question reads again", async () => {
  await engine.saveEntry(buyApple);
  // Anything but an entry is read anew.
  await engine.setManualPrice("aapl", "2026-11-19", "99");
  const broken = vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(() => {
    throw new DOMException("The disk does not answer.", "UnknownError");
  });
  await expect(engine.state()).rejects.toThrow("The disk does not answer.");
  broken.mockRestore();
  expect((await engine.state()).transactionCount).toBe(1);
});
