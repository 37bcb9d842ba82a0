import { type ProxyClient, ProxyError, type ProxyPriceHistory } from "../../market-data/proxy-client.ts";

/** The day all engine tests call today. */
export const today = "2026-11-20";

/** A price server whose answers a test can change, and which remembers what it was asked. */
export interface FakeProxy extends ProxyClient {
  readonly asked: string[];
  isDown: boolean;
  history: ProxyPriceHistory;
}

/** A price server that knows one share and one rate; everything it is asked is counted. */
export function fakeProxy(): FakeProxy {
  const history: ProxyPriceHistory = {
    symbol: "AAPL",
    source: "yahoo",
    currency: "USD",
    quotationUnit: null,
    priceDigits: 2,
    tradedPriceDigits: 2,
    receivedAt: `${today}T20:00:00Z`,
    stale: false,
    closes: [
      { date: "2026-11-17", close: "100", final: true },
      { date: "2026-11-19", close: "110.5", final: true },
    ],
    splits: [],
  };
  const proxy: FakeProxy = {
    asked: [],
    isDown: false,
    history,
    quotes: async (symbols: readonly string[]) => {
      answer(`quotes ${symbols.join(",")}`);
      return symbols
        .filter((symbol) => symbol === "AAPL")
        .map((symbol) => ({
          symbol,
          name: "Apple",
          price: "112",
          currency: "USD",
          quotationUnit: null,
          asOf: `${today}T20:00:00Z`,
          source: "yahoo",
          stale: false,
        }));
    },
    priceHistory: async (symbol: string, from: string | undefined) => {
      answer(`history ${symbol} ${from ?? "all"}`);
      return proxy.history;
    },
    exchangeRates: async (base: string, quote: string) => {
      answer(`rates ${base}/${quote}`);
      return {
        baseCurrency: base,
        quoteCurrency: quote,
        source: "yahoo",
        receivedAt: `${today}T20:00:00Z`,
        rates: [{ date: "2026-11-16", rate: "1.4" }],
      };
    },
    search: async () => [],
  };
  const answer = (question: string): void => {
    proxy.asked.push(question);
    if (proxy.isDown) throw new ProxyError("unreachable", "The price server does not answer.");
  };
  return proxy;
}
