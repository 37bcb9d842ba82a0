import { describe, expect, it } from "vitest";
import { contentsOf, freshDatabase } from "../../test/fresh-database.ts";
import { account, purchase, share } from "../../test/sample-transactions.ts";
import { instrumentRepository } from "../instruments/instrument-repository.ts";
import { transactionRepository } from "../transactions/transaction-repository.ts";
import { type PortfolioContent, portfolioContent } from "./portfolio-content.ts";
import { restoreContent } from "./restore-content.ts";

const content: PortfolioContent = {
  accounts: [account("a")],
  instruments: [share("i")],
  imports: [
    {
      id: "b",
      fileName: "f.csv",
      format: "f",
      importedAt: "2026-01-03T00:00:00Z",
      transactionCount: 1,
      skippedCount: 0,
      accountIds: ["a"],
      instrumentIds: ["i"],
    },
  ],
  manualPrices: [{ instrumentId: "i", date: "2026-01-02", close: "1", origin: "trade" }],
  transactions: [
    { ...purchase("z"), sequence: 3, batchId: "b", importKey: "k" },
    { ...purchase("a"), sequence: 7 },
  ],
  taxonomies: [
    {
      id: "x",
      name: "Themes",
      categories: [{ id: "c", name: "Cloud" }],
      assignments: [{ instrument: "i", category: "c", weight: "0.4" }],
    },
  ],
  targetAllocations: [{ id: "g", name: "Calm", targets: [{ instrument: "i", weight: "0.6" }], cash: "0.4" }],
  goals: [{ id: "h", name: "House", amount: "100000", currency: "CAD", date: "2030-01-01", money: "real" }],
  notes: [{ id: "n", text: "Why I bought it", about: { kind: "instrument", id: "i" } }],
  watchlist: [{ instrumentId: "i", since: "2026-01-01" }],
  settings: { baseCurrency: "CAD" },
};
const names = ["baseCurrency", "riskFreeRate"];

describe("restoring content", () => {
  it("brings back exactly what was read, and counts entries on behind it", async () => {
    const database = await freshDatabase();
    await restoreContent(database, content);
    expect(await portfolioContent(database, names)).toEqual(content);
    await transactionRepository(database).add([purchase("new")]);
    expect((await database.transactions.get("new"))?.sequence).toBe(8);
  });

  it("refuses a portfolio that holds anything, and leaves it as it is", async () => {
    const database = await freshDatabase();
    await instrumentRepository(database).save([share("other")]);
    const before = await contentsOf(database);
    await expect(restoreContent(database, content)).rejects.toThrow("This portfolio is not empty");
    expect(await contentsOf(database)).toEqual(before);
  });

  it("leaves nothing behind when a row is there twice", async () => {
    const database = await freshDatabase();
    const before = await contentsOf(database);
    const twice = { ...content, transactions: [...content.transactions, ...content.transactions] };
    await expect(restoreContent(database, twice)).rejects.toThrow("bulkAdd()");
    expect(await contentsOf(database)).toEqual(before);
  });

  it("does not carry prices of instruments that are gone", async () => {
    const database = await freshDatabase();
    await restoreContent(database, content);
    await database.manualPrices.add({ instrumentId: "gone", date: "2026-01-02", close: "1" });
    expect((await portfolioContent(database, names)).manualPrices).toEqual(content.manualPrices);
  });
});
