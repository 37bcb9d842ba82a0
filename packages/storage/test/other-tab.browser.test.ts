import type { Transaction } from "@portfolio/core";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { watchRevision } from "../src/database/watch-revision.ts";
import { transactionRepository } from "../src/transactions/transaction-repository.ts";
import { freshDatabase } from "./fresh-database.ts";
import { purchase } from "./sample-transactions.ts";

/** Adds transactions from another thread with a connection of its own, one after the other. */
async function addFromOtherTab(name: string, transactions: readonly Transaction[]): Promise<void> {
  const worker = new Worker(new URL("other-tab.ts", import.meta.url), { type: "module" });
  await new Promise((resolve, reject) => {
    worker.addEventListener("message", resolve);
    worker.addEventListener("error", reject);
    worker.postMessage({ name, transactions });
  });
  worker.terminate();
}

describe("another tab", () => {
  it("is seen through the revision as soon as it has written", async () => {
    const here = await freshDatabase();
    const seen: number[] = [];
    onTestFinished(watchRevision(here, (revision) => seen.push(revision)));
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await addFromOtherTab(here.name, [purchase("t")]);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    expect((await transactionRepository(here).columns()).columns.ids).toEqual(["t"]);
  });

  it("may write at the same time: no entry and no number in the order of entry is lost", async () => {
    const here = await freshDatabase();
    const other = addFromOtherTab(
      here.name,
      Array.from({ length: 30 }, (_, i) => purchase(`o${i}`)),
    );
    for (let i = 0; i < 30; i++) await transactionRepository(here).add([purchase(`h${i}`)]);
    await other;
    const rows = await here.transactions.toArray();
    expect(new Set(rows.map(({ sequence }) => sequence))).toEqual(new Set(Array.from({ length: 60 }, (_, i) => i)));
  });
});
