import type { Instrument } from "@portfolio/core";
import { expect, test } from "vitest";
import type { ProxyClient, ProxyQuote } from "./proxy-client.ts";
import { resolveQuoteSymbol } from "./quote-symbol.ts";

/** A proxy that finds these symbols by these words, and quotes all of them in one currency. */
function proxyOf(found: Readonly<Record<string, readonly string[]>>, quoted: readonly string[]): ProxyClient {
  const unused = (): never => {
    throw new Error("not asked here");
  };
  return {
    quotes: async (symbols) =>
      symbols
        .filter((symbol) => quoted.includes(symbol))
        .map((symbol): ProxyQuote => ({
          symbol,
          name: null,
          price: "1",
          currency: "USD",
          quotationUnit: null,
          asOf: "2026-11-20T20:00:00Z",
          source: "test",
          stale: false,
        })),
    search: async (words) => (found[words] ?? []).map((symbol) => ({ symbol, name: null })),
    priceHistory: unused,
    exchangeRates: unused,
  };
}

const share: Instrument = { id: "i", name: "Some Share", currency: "USD", ticker: "ABC" };
const withIsin: Instrument = { ...share, isin: "IE00B3XXRP09" };

test("an ISIN is asked before the ticker, which on another exchange is another company's", async () => {
  const proxy = proxyOf({ IE00B3XXRP09: ["ABCD.L"] }, ["ABC", "ABCD.L"]);
  expect(await resolveQuoteSymbol(proxy, withIsin)).toEqual({ symbol: "ABCD.L" });
});

test("the bare ticker is taken without an ISIN", async () => {
  expect(await resolveQuoteSymbol(proxyOf({}, ["ABC"]), share)).toEqual({ symbol: "ABC" });
});

test("with an ISIN that nothing is found by, the bare ticker is not believed", async () => {
  const proxy = proxyOf({ ABC: ["ABC", "ABC.L"] }, ["ABC"]);
  expect(await resolveQuoteSymbol(proxy, withIsin)).toBeUndefined();
  expect(await resolveQuoteSymbol(proxyOf({ ABC: ["ABC", "ABC.L"] }, ["ABC", "ABC.L"]), withIsin)).toEqual({
    symbol: "ABC.L",
  });
});
