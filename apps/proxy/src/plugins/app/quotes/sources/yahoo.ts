import type { Config } from "../../../../schemas/config.ts";
import type { SourceRateHistory } from "../../../../schemas/exchange-rate.ts";
import type { Candidate } from "../../../../schemas/instrument.ts";
import type { SourcePriceHistory } from "../../../../schemas/price-history.ts";
import type { SourceQuote } from "../../../../schemas/quote.ts";
import { canonicalSymbol, isSymbol, symbolsPerRequest } from "../../../../schemas/symbol.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { rateText } from "../price-text.ts";
import { priceUnit } from "../quotation-unit.ts";
import type { Budget, QuoteBatch, QuoteSource } from "../quote-source.ts";
import { splitAdjustedCloses } from "../split-adjusted-closes.ts";
import { SourceError } from "../source-error.ts";
import { readChart, type Chart } from "./yahoo/read-chart.ts";
import { kindOf, objectOf, textOf } from "./yahoo/read-field.ts";
import { readQuote } from "./yahoo/read-quote.ts";
import { createYahooClient } from "./yahoo/yahoo-client.ts";
import { createYahooFetch, type YahooTimeouts } from "./yahoo/yahoo-fetch.ts";

/** Settings that tests change. */
export interface YahooSettings {
  readonly timeouts?: YahooTimeouts;
  readonly budget?: Partial<Budget>;
}

const politeBudget: Budget = { perSecond: 1, burst: 5, symbolsPerCall: symbolsPerRequest };
// The stand-in of tests has no one to be polite to.
const fakeBudget: Budget = { perSecond: 1000, burst: 1000, symbolsPerCall: symbolsPerRequest };
const patientTimeouts: YahooTimeouts = { headers: 10_000, body: 20_000 };
const dayMilliseconds = 86_400_000;
const firstDay = new Date("1900-01-01T00:00:00Z");

function readBatch(symbols: readonly string[], answer: unknown): QuoteBatch {
  if (!Array.isArray(answer)) throw new SourceError("invalid", "the answer holds no quotes");
  const entries = new Map(answer.map((entry) => [canonicalSymbol(textOf(objectOf(entry)["symbol"]) ?? ""), entry]));
  const outcome = (symbol: string): SourceQuote | SourceError =>
    entries.has(symbol)
      ? readQuote(symbol, entries.get(symbol))
      : new SourceError("unknown-symbol", "not among the quotes");
  return new Map(symbols.map((symbol) => [symbol, outcome(symbol)]));
}

function toHistory(
  symbol: string,
  { currency, priceHint, days, dividends, splits, finalAt }: Chart,
): SourcePriceHistory {
  const closes = splitAdjustedCloses(days, splits, priceHint);
  const priceDigits = closes.reduce((most, { close }) => Math.max(most, (close.split(".")[1] ?? "").length), 0);
  return {
    symbol,
    ...priceUnit(currency),
    priceDigits,
    tradedPriceDigits: priceHint,
    closes,
    dividends,
    splits,
    finalAt,
  };
}

function toRates({ days, finalAt }: Chart): SourceRateHistory {
  return { rates: days.map(({ date, close, final }) => ({ date, rate: rateText(close), final })), finalAt };
}

function readCandidates(answer: unknown): Candidate[] {
  const { quotes } = objectOf(answer);
  if (!Array.isArray(quotes)) throw new SourceError("invalid", "the answer holds no candidates");
  return quotes.map(objectOf).flatMap((entry) => {
    const symbol = textOf(entry["symbol"]);
    if (symbol === null || entry["isYahooFinance"] === false || !isSymbol(symbol)) return [];
    const name = textOf(entry["longname"]) ?? textOf(entry["shortname"]);
    const exchange = textOf(entry["exchDisp"]) ?? textOf(entry["exchange"]);
    return [
      {
        symbol: canonicalSymbol(symbol),
        name,
        kind: kindOf(entry["quoteType"]),
        exchange,
        currency: priceUnit(entry["currency"]).currency,
      },
    ];
  });
}

/**
 * Yahoo Finance, through yahoo-finance2. One instance per process, so that Yahoo sees one polite caller.
 *
 * It is an unofficial source without any promise: every field is checked, and odd ones are dropped rather than believed.
 */
export function createYahooSource(config: Config, runtime: Runtime, settings: YahooSettings = {}): QuoteSource {
  const fetch = createYahooFetch({
    runtime,
    timeouts: settings.timeouts ?? patientTimeouts,
    fakeOrigin: config.yahooFakeOrigin,
  });
  const client = createYahooClient(fetch);

  async function chart(symbol: string): Promise<Chart> {
    const answer = await client.chart(symbol, firstDay, new Date(runtime.now() + dayMilliseconds));
    const read = readChart(answer, runtime.now());
    if (read.days.length === 0) throw new SourceError("not-covered", "the source has no daily closes");
    return read;
  }

  return {
    id: "yahoo",
    capabilities: ["quote", "history", "search", "exchange-rate"],
    budget: { ...(config.yahooFakeOrigin === null ? politeBudget : fakeBudget), ...settings.budget },
    quotes: async (symbols) => readBatch(symbols, await client.quote(symbols)),
    history: async (symbol) => toHistory(symbol, await chart(symbol)),
    search: async (text) => readCandidates(await client.search(text)),
    async exchangeRates(base, quote) {
      try {
        return toRates(await chart(`${base}${quote}=X`));
      } catch (error) {
        // Yahoo calls the pair an unknown symbol; for us it is a pair without rates.
        if (error instanceof SourceError && error.code === "unknown-symbol")
          throw new SourceError("not-covered", "no such currency pair");
        throw error;
      }
    },
  };
}
