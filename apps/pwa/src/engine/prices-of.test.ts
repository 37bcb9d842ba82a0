import { fromEpochDay, type PriceHistory, priceHistory } from "@portfolio/core";
import type { Coverage, ManualPrice, StoredQuote } from "@portfolio/storage";
import { expect, test } from "vitest";
import { priceOriginsOn } from "./price-origins.ts";
import type { PriceSources } from "./price-sources.ts";
import { pricesOf } from "./prices-of.ts";

type Dated = readonly [string, string];

const quote = (date: string, price: string): StoredQuote => ({
  instrumentId: "i",
  price,
  date,
  asOf: `${date}T20:00:00Z`,
  source: "live",
});
const typed = (date: string, close: string): ManualPrice => ({ instrumentId: "i", date, close });
const traded = (date: string, close: string): ManualPrice => ({ ...typed(date, close), origin: "trade" });

/** Sources of one instrument: closes, typed and traded prices, and a quote. */
function sourcesOf(closes: readonly Dated[], manual: readonly ManualPrice[], newest?: StoredQuote): PriceSources {
  const { days, closes: values, scale } = priceHistory(closes);
  const coverage: Coverage = { id: "i", source: "yahoo", from: "2026-01-01", to: "2026-12-31", receivedAt: "" };
  return {
    series: new Map(closes.length === 0 ? [] : [["i", { days, values, scale }]]),
    coverage: new Map([["i", coverage]]),
    manual,
    quotes: newest === undefined ? [] : [newest],
  };
}

function datedCloses(sources: PriceSources): [string, number][] {
  const { days, closes, scale }: PriceHistory = pricesOf(sources).get("i")!;
  return [...days].map((day, i) => [fromEpochDay(day), closes[i]! / 10 ** scale]);
}

function originOn(sources: PriceSources, on: string): unknown {
  return priceOriginsOn(sources, pricesOf(sources), on).get("i");
}

const closes: Dated[] = [
  ["2026-11-17", "100"],
  ["2026-11-19", "110.5"],
];

test("a quote goes on where the closes end and never takes the place of one", () => {
  expect(datedCloses(sourcesOf(closes, [], quote("2026-11-19", "999")))).toEqual([
    ["2026-11-17", 100],
    ["2026-11-19", 110.5],
  ]);
  expect(datedCloses(sourcesOf(closes, [], quote("2026-11-20", "112")))).toEqual([
    ["2026-11-17", 100],
    ["2026-11-19", 110.5],
    ["2026-11-20", 112],
  ]);
});

test("a price of one's own trade yields to closes, quotes and typed prices, and fills the other days", () => {
  const manual = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-20"].map((date) => traded(date, "1"));
  expect(datedCloses(sourcesOf(closes, [...manual, typed("2026-11-15", "7")], quote("2026-11-20", "112")))).toEqual([
    ["2026-11-15", 7],
    ["2026-11-16", 1],
    ["2026-11-17", 100],
    ["2026-11-18", 1],
    ["2026-11-19", 110.5],
    ["2026-11-20", 112],
  ]);
});

test("a typed price with 18 decimals leaves the other closes right", () => {
  const sources = sourcesOf([["2026-11-17", "65000.12"]], [typed("2026-11-18", "0.123456789012345678")]);
  const { closes: integers, scale } = pricesOf(sources).get("i")!;
  expect([...integers].every((close) => Number.isSafeInteger(close))).toBe(true);
  expect(datedCloses(sources)[0]).toEqual(["2026-11-17", 65000.12]);
  expect(datedCloses(sources)[1]![1]).toBeCloseTo(0.12345678901, 10);
  // The same as core makes of all of them at once.
  expect({ closes: integers, scale }).toEqual(
    (({ closes: expected, scale: expectedScale }) => ({ closes: expected, scale: expectedScale }))(
      priceHistory([
        ["2026-11-17", "65000.12"],
        ["2026-11-18", "0.123456789012345678"],
      ]),
    ),
  );
});

test("the origin is that of the price which stands on the day asked about", () => {
  const sources = sourcesOf(
    closes,
    [typed("2026-11-18", "105"), traded("2026-11-15", "90"), traded("2026-11-17", "1")],
    quote("2026-11-20", "112"),
  );
  expect(originOn(sources, "2026-11-14")).toBeUndefined();
  expect(originOn(sources, "2026-11-16")).toEqual({ source: "trade" });
  expect(originOn(sources, "2026-11-17")).toEqual({ source: "yahoo" });
  expect(originOn(sources, "2026-11-18")).toEqual({ source: "manual" });
  expect(originOn(sources, "2026-11-19")).toEqual({ source: "yahoo" });
  expect(originOn(sources, "2026-11-21")).toEqual({ source: "live", asOf: "2026-11-20T20:00:00Z" });
});
