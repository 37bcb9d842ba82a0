import type { Transaction } from "@portfolio/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PortfolioEngine } from "./portfolio-engine.ts";
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

const changed = (fields: Readonly<Record<string, unknown>>): Transaction =>
  ({ ...buyApple.transaction, ...fields }) as Transaction;

/** Everything the pages show, of this engine and of one that has just opened the same portfolio. */
async function bothPictures(): Promise<[unknown, unknown]> {
  const pictureOf = async (shown: PortfolioEngine): Promise<unknown> => ({
    state: await shown.state(),
    holdings: await shown.holdings({ on: today }),
    performance: await shown.performance({ period: "MAX", to: today }),
    transactions: await shown.transactions({ offset: 0, limit: 99 }),
  });
  const fresh = new PortfolioEngine(fakeProxy());
  await fresh.open("own", today);
  return [await pictureOf(engine), await pictureOf(fresh)];
}

test("what is in memory after entries, edits, removals and undo is what a fresh start reads", async () => {
  const steps: (() => Promise<unknown>)[] = [
    () => engine.saveEntry(buyApple),
    () => engine.saveEntry({ transaction: changed({ id: "t2", tradeDate: "2026-11-02", quantity: "3" }) }),
    () =>
      engine.saveEntry({
        transaction: changed({ id: "t3", instrument: "sap", account: "b", currency: "EUR", quantity: "5" }),
        newAccount: { id: "b", name: "Second", currency: "EUR" },
        newInstrument: { id: "sap", name: "SAP", currency: "EUR" },
      }),
    () => engine.setManualPrice("sap", "2026-11-19", "210"),
    () =>
      engine.saveEntry({ transaction: changed({ id: "t4", kind: "sell", tradeDate: "2026-11-17", quantity: "99" }) }),
    // The purchase that covers the sale comes later, and in between.
    () => engine.saveEntry({ transaction: changed({ id: "t5", tradeDate: "2026-11-10", quantity: "200" }) }),
    () => engine.saveEntry({ transaction: changed({ id: "t2", tradeDate: "2026-11-05", quantity: "4" }) }),
    async () => engine.undo(await engine.removeTransactions(["t5", "t3"])),
    () => engine.removeTransactions(["t2"]),
    () => engine.setCostBasisMethod("b", "fifo"),
  ];
  for (const step of steps) {
    await step();
    const [followed, fresh] = await bothPictures();
    expect(followed).toEqual(fresh);
  }
});

test("after an entry nothing of the portfolio is read again", async () => {
  await engine.saveEntry(buyApple);
  await engine.holdings({ on: today });
  const reads = vi.spyOn(IDBObjectStore.prototype, "getAll");
  await engine.saveEntry({ transaction: changed({ id: "t2", quantity: "3" }) });
  const { holdings } = await engine.holdings({ on: today });
  expect(holdings[0]?.quantity).toBe("13");
  expect(reads).not.toHaveBeenCalled();
  reads.mockRestore();
});
