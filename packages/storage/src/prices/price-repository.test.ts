import { toEpochDay } from "@portfolio/core";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../test/fresh-database.ts";
import { revisionOf } from "../database/revision.ts";
import { rateRepository } from "../rates/rate-repository.ts";
import { priceRepository, type ReceivedPrices } from "./price-repository.ts";

function received(
  id: string,
  from: string,
  values: readonly number[],
  changes: { scale?: number; replacesAll?: boolean } = {},
): ReceivedPrices {
  const firstDay = toEpochDay(from);
  return {
    coverage: { id, source: "test", from, to: from, receivedAt: "2026-01-02T00:00:00Z" },
    series: {
      scale: changes.scale ?? 2,
      days: Int32Array.from(values, (_, i) => firstDay + i),
      values: Float64Array.from(values),
    },
    replacesAll: changes.replacesAll ?? false,
  };
}

describe("the price repository", () => {
  it("reads back what was saved over a turn of the year, one pack for each", async () => {
    const database = await freshDatabase();
    const prices = priceRepository(database);
    await prices.save([received("x", "2025-12-30", [1, 2, 3, 4]), received("y", "2026-01-01", [9])]);
    const { series } = await prices.all();
    expect(series.get("x")).toEqual(received("x", "2025-12-30", [1, 2, 3, 4]).series);
    expect(series.get("y")).toEqual(received("y", "2026-01-01", [9]).series);
    expect((await database.pricePacks.toArray()).map(({ year, ids }) => [year, ids])).toEqual([
      [2025, ["x"]],
      [2026, ["x", "y"]],
    ]);
    expect(await revisionOf(database)).toBe(1);
  });

  it("writes only the pack of the year when a day is added", async () => {
    const database = await freshDatabase();
    const prices = priceRepository(database);
    await prices.save([received("x", "2025-12-30", [1, 2, 3, 4])]);
    const written: number[] = [];
    database.pricePacks.hook("updating", (_, year) => void written.push(year));
    await prices.save([received("x", "2026-01-03", [5])]);
    expect((await prices.all()).series.get("x")!.values).toEqual(Float64Array.of(1, 2, 3, 4, 5));
    expect(written).toEqual([2026]);
  });

  it("forgets all earlier closes of a series that replaces everything, and of no other", async () => {
    const database = await freshDatabase();
    const prices = priceRepository(database);
    await prices.save([received("x", "2024-06-01", [1, 2]), received("x2", "2024-06-01", [3])]);
    await prices.save([received("x", "2025-06-01", [50], { scale: 4, replacesAll: true })]);
    const { series } = await prices.all();
    expect(series.get("x")).toEqual(received("x", "2025-06-01", [50], { scale: 4 }).series);
    expect(series.get("x2")).toEqual(received("x2", "2024-06-01", [3]).series);
    expect((await database.pricePacks.get(2024))!.values).toBeInstanceOf(Int32Array);
  });

  it("keeps typed prices and quotes apart from closes", async () => {
    const prices = priceRepository(await freshDatabase());
    const quote = {
      instrumentId: "x",
      price: "12.5",
      date: "2026-01-02",
      asOf: "2026-01-02T15:00:00Z",
      source: "test",
    };
    await prices.saveManual({ instrumentId: "x", date: "2026-01-02", close: "12" });
    await prices.saveManual({ instrumentId: "x", date: "2026-01-02", close: "13" });
    await prices.saveManual({ instrumentId: "x", date: "2026-01-03", close: "14" });
    await prices.saveQuotes([quote]);
    await prices.removeManual("x", "2026-01-03");
    const { series, manual, quotes } = await prices.all();
    expect(series.size).toBe(0);
    expect(manual).toEqual([{ instrumentId: "x", date: "2026-01-02", close: "13" }]);
    expect(quotes).toEqual([quote]);
  });

  it("keeps the closes of an instrument whose coverage it forgets, so that they are there until new ones come", async () => {
    const prices = priceRepository(await freshDatabase());
    await prices.save([received("x", "2026-01-02", [1]), received("y", "2026-01-02", [2])]);
    await prices.forgetCoverage("x");
    expect([...(await prices.coverage()).keys()]).toEqual(["y"]);
    expect([...(await prices.all()).series.keys()]).toEqual(["x", "y"]);
  });

  it("remembers what was asked for", async () => {
    const prices = priceRepository(await freshDatabase());
    await prices.save([received("x", "2026-01-02", [1])]);
    expect((await prices.coverage()).get("x")).toEqual(received("x", "2026-01-02", [1]).coverage);
  });
});

describe("the rate repository", () => {
  it("reads back rates by pair", async () => {
    const rates = rateRepository(await freshDatabase());
    const { coverage, series } = received("USD/CAD", "2025-12-31", [1_350_000, 1_351_000], { scale: 6 });
    await rates.save([{ coverage, series }]);
    expect(await rates.all()).toEqual(new Map([["USD/CAD", series]]));
    expect((await rates.coverage()).get("USD/CAD")).toEqual(coverage);
  });
});
