import type { Instrument } from "@portfolio/core";
import type { PriceRepository, RateRepository, StoredQuote } from "@portfolio/storage";
import { expect, test } from "vitest";
import { fakeProxy, today } from "../engine/testing/fake-proxy.ts";
import { type RefreshInput, refreshPrices } from "./price-refresh.ts";

/** A refresh of shares whose symbols are known, and the quotes it stored. */
function refreshOf(count: number): { input: RefreshInput; asked: string[][]; stored: StoredQuote[] } {
  const asked: string[][] = [];
  const stored: StoredQuote[] = [];
  const proxy = fakeProxy();
  const instruments = Array.from({ length: count }, (_, i): Instrument => ({
    id: `i${i}`,
    name: `S${i}`,
    currency: "USD",
    quoteSymbol: `S${i}`,
  }));
  proxy.quotes = async (symbols) => {
    asked.push([...symbols]);
    return symbols.map((symbol) => ({
      symbol,
      name: null,
      price: "5",
      currency: "USD",
      quotationUnit: null,
      asOf: `${today}T20:00:00Z`,
      source: "test",
      stale: false,
    }));
  };
  const prices: Partial<PriceRepository> = {
    coverage: async () => new Map(),
    save: async () => undefined,
    saveQuotes: async (quotes) => void stored.push(...quotes),
  };
  const rates: Partial<RateRepository> = { coverage: async () => new Map() };
  return {
    asked,
    stored,
    input: {
      proxy,
      prices: prices as PriceRepository,
      rates: rates as RateRepository,
      saveInstruments: async () => undefined,
      instruments,
      pairs: [],
      firstDay: "2026-11-02",
      today,
      isCurrent: () => true,
    },
  };
}

test("quotes of all instruments are asked for, in batches that the proxy answers", async () => {
  const { input, asked, stored } = refreshOf(121);
  await refreshPrices(input);
  expect(asked.map(({ length }) => length)).toEqual([50, 50, 21]);
  expect(stored.length).toBe(121);
});

test("nothing is asked or written once the portfolio has been left", async () => {
  const { input, asked, stored } = refreshOf(3);
  await refreshPrices({ ...input, isCurrent: () => false });
  expect([asked, stored, (input.proxy as ReturnType<typeof fakeProxy>).asked]).toEqual([[], [], []]);
});
