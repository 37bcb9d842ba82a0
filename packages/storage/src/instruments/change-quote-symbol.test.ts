import { expect, it } from "vitest";
import { freshDatabase } from "../../test/fresh-database.ts";
import { share } from "../../test/sample-transactions.ts";
import { revisionOf } from "../database/revision.ts";
import { type ReceivedPrices, priceRepository } from "../prices/price-repository.ts";
import { instrumentRepository } from "./instrument-repository.ts";

const received = (id: string): ReceivedPrices => ({
  coverage: { id, source: "s", from: "2026-01-01", to: "2026-01-01", receivedAt: "2026-01-03T00:00:00Z" },
  series: { days: Int32Array.of(20_454), values: Float64Array.of(1), scale: 0 },
  replacesAll: true,
});

it("drops closes, coverage and quote of the old symbol in one revision; typed prices and others stay", async () => {
  const database = await freshDatabase();
  const prices = priceRepository(database);
  const instruments = instrumentRepository(database);
  await instruments.save([share("i"), share("j")]);
  await prices.save([received("i"), received("j")]);
  await prices.saveQuotes([
    { instrumentId: "i", price: "1", date: "2026-01-02", asOf: "2026-01-02T00:00:00Z", source: "s" },
  ]);
  await prices.saveManual({ instrumentId: "i", date: "2026-01-02", close: "2" });
  const revision = await revisionOf(database);
  await instruments.changeQuoteSymbol("i", "NEW");
  const { series, manual, quotes } = await prices.all();
  expect([...series.keys()]).toEqual(["j"]);
  expect([...(await prices.coverage()).keys()]).toEqual(["j"]);
  expect([manual.length, quotes.length]).toEqual([1, 0]);
  expect((await database.instruments.get("i"))?.quoteSymbol).toBe("NEW");
  expect(await revisionOf(database)).toBe(revision + 1);
  await instruments.changeQuoteSymbol("i", "NEW");
  await instruments.changeQuoteSymbol("unknown", "NEW");
  expect(await revisionOf(database)).toBe(revision + 1);
});
