import { expect, test } from "vitest";
import { settingsRepository } from "../settings/settings-repository.ts";
import { transactionRepository } from "../transactions/transaction-repository.ts";
import { clearPortfolio } from "./clear-portfolio.ts";
import { openPortfolioDatabase } from "./portfolio-database.ts";
import { revisionOf } from "./revision.ts";

test("everything goes, but the revision: an old number never comes again", async () => {
  const database = await openPortfolioDatabase(`clear-${crypto.randomUUID()}`);
  const transactions = transactionRepository(database);
  await transactions.add([
    { id: "t1", kind: "deposit", account: "a", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "1" },
  ]);
  await settingsRepository(database).set("baseCurrency", "EUR");
  await transactions.saveColumns(await transactions.columns());
  const before = await revisionOf(database);
  await clearPortfolio(database);
  expect(await revisionOf(database)).toBeGreaterThan(before);
  expect(await transactions.count()).toBe(0);
  expect((await transactions.columns()).columns.count).toBe(0);
  expect(await settingsRepository(database).get("baseCurrency")).toBeUndefined();
  await database.delete();
});
