import { describe, expect, it, onTestFinished, vi } from "vitest";
import { freshDatabase } from "../../test/fresh-database.ts";
import { account, purchase } from "../../test/sample-transactions.ts";
import { accountRepository } from "../accounts/account-repository.ts";
import { transactionRepository } from "../transactions/transaction-repository.ts";
import type { PortfolioDatabase } from "./portfolio-database.ts";
import { watchRevision } from "./watch-revision.ts";

/** The revisions that a connection is told of, until the test is over. */
function watched(database: PortfolioDatabase): { readonly seen: number[]; readonly stop: () => void } {
  const seen: number[] = [];
  const stop = watchRevision(database, (revision) => seen.push(revision));
  onTestFinished(stop);
  return { seen, stop };
}

describe("watching the revision", () => {
  it("begins with the one that is there and follows changes of both connections", async () => {
    const here = await freshDatabase();
    const other = await freshDatabase(here.name);
    await accountRepository(here).save(account("a"));
    const { seen } = watched(here);
    await vi.waitFor(() => expect(seen).toEqual([1]));
    await transactionRepository(other).add([purchase("t")]);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
    await transactionRepository(here).remove(["t"]);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(3));
  });

  it("tells nothing of a change that failed", async () => {
    const here = await freshDatabase();
    const other = await freshDatabase(here.name);
    await transactionRepository(here).add([purchase("t")]);
    const { seen } = watched(here);
    await vi.waitFor(() => expect(seen).toEqual([1]));
    await expect(transactionRepository(other).add([purchase("u"), purchase("t")])).rejects.toThrow("bulkAdd()");
    await transactionRepository(other).add([purchase("v")]);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
    expect(new Set(seen)).toEqual(new Set([1, 2]));
  });

  it("ends when it is stopped", async () => {
    const database = await freshDatabase();
    const first = watched(database);
    await vi.waitFor(() => expect(first.seen).toEqual([0]));
    first.stop();
    const second = watched(database);
    await transactionRepository(database).add([purchase("t")]);
    await vi.waitFor(() => expect(second.seen.at(-1)).toBe(1));
    expect(first.seen).toEqual([0]);
  });

  it("never loses an entry when two connections write at once", async () => {
    const here = await freshDatabase();
    const other = await freshDatabase(here.name);
    const writes = Array.from({ length: 20 }, (_, i) =>
      transactionRepository(i % 2 === 0 ? here : other).add([purchase(`t${i}`)]),
    );
    const { seen } = watched(here);
    await Promise.all(writes);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(20));
    const sequences = (await here.transactions.toArray()).map(({ sequence }) => sequence);
    expect(new Set(sequences).size).toBe(20);
  });
});
