import { expect, it } from "vitest";
import { freshDatabase } from "../../test/fresh-database.ts";
import { revisionOf } from "../database/revision.ts";
import { priceRepository } from "../prices/price-repository.ts";
import { saveTradePrices } from "./save-trade-prices.ts";

const price = (date: string, close: string): { instrumentId: string; date: string; close: string } => ({
  instrumentId: "i",
  date,
  close,
});

it("leaves typed prices alone, renews those of trades, and is one revision", async () => {
  const database = await freshDatabase();
  await priceRepository(database).saveManual(price("2026-01-02", "5"));
  await saveTradePrices(database, [price("2026-01-02", "1"), price("2026-01-03", "1")]);
  await saveTradePrices(database, [price("2026-01-03", "2")]);
  expect(await revisionOf(database)).toBe(3);
  expect(await database.manualPrices.toArray()).toEqual([
    price("2026-01-02", "5"),
    { ...price("2026-01-03", "2"), origin: "trade" },
  ]);
});

it("becomes a typed price when the person types one", async () => {
  const database = await freshDatabase();
  await saveTradePrices(database, [price("2026-01-03", "1")]);
  await priceRepository(database).saveManual(price("2026-01-03", "7"));
  expect(await database.manualPrices.toArray()).toEqual([price("2026-01-03", "7")]);
});
