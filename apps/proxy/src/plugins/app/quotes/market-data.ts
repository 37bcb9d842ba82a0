import { sourceRateHistorySchema, type SourceRateHistory } from "../../../schemas/exchange-rate.ts";
import { searchAnswerSchema, type SearchAnswer } from "../../../schemas/instrument.ts";
import { sourcePriceHistorySchema, type SourcePriceHistory } from "../../../schemas/price-history.ts";
import { sourceQuoteSchema } from "../../../schemas/quote.ts";
import type { SourceStatus } from "../../../schemas/source.ts";
import type { AnswerCaches, Lifetime } from "../cache/answer-cache.ts";
import { createSingleFlight } from "../cache/single-flight.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { findAnswer, type Found } from "./find-answer.ts";
import { createFindQuotes, type FindQuotes } from "./find-quotes.ts";
import type { QuoteSource } from "./quote-source.ts";
import { createSourceDesk } from "./source-desk.ts";

/** Prices, rates and searches from whichever source has them; all parameters are checked and canonical. */
export interface MarketData {
  readonly sources: () => SourceStatus[];
  readonly quotes: FindQuotes;
  /** The whole history; routes cut it. */
  readonly history: (symbol: string, only: string | undefined) => Promise<Found<SourcePriceHistory>>;
  readonly search: (text: string) => Promise<Found<SearchAnswer>>;
  /** All rates of a pair; routes cut them. */
  readonly exchangeRates: (base: string, quote: string, only: string | undefined) => Promise<Found<SourceRateHistory>>;
}

/** Options of {@link createMarketData}. */
export interface MarketDataOptions {
  readonly sources: readonly QuoteSource[];
  readonly caches: AnswerCaches;
  readonly runtime: Runtime;
  readonly quoteTtl: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Sources, budgets, breakers and caches put together. */
export function createMarketData({ sources, caches, runtime, quoteTtl }: MarketDataOptions): MarketData {
  const { now } = runtime;
  const desk = createSourceDesk(sources, runtime);
  const context = { desk, flight: createSingleFlight(), now };
  const histories = caches(sourcePriceHistorySchema);
  const searches = caches(searchAnswerSchema);
  const rates = caches(sourceRateHistorySchema);

  /** A day at most, and no longer than until the running day is final. */
  function freshUntilFinal(finalAt: number | null): number {
    return finalAt === null ? day : Math.min(day, Math.max(minute, finalAt - now()));
  }

  return {
    sources: desk.statuses,
    quotes: createFindQuotes({ desk, cache: caches(sourceQuoteSchema), now, quoteTtl }),
    history: (symbol, only) =>
      findAnswer(context, {
        capability: "history",
        parameters: symbol,
        only,
        cache: histories,
        ask: (source) => source.history(symbol),
        // Read anew in full each time, so a new split or a corrected close replaces all that was kept.
        lifetime: ({ finalAt }): Lifetime => ({ fresh: freshUntilFinal(finalAt), stale: null }),
      }),
    search: (text) =>
      findAnswer(context, {
        capability: "search",
        parameters: text,
        only: undefined,
        cache: searches,
        ask: async (source) => ({ candidates: [...(await source.search(text))] }),
        lifetime: ({ candidates }): Lifetime => ({ fresh: candidates.length === 0 ? minute : day, stale: 7 * day }),
      }),
    exchangeRates: (base, quote, only) =>
      findAnswer(context, {
        capability: "exchange-rate",
        parameters: `${base}/${quote}`,
        only,
        cache: rates,
        ask: (source) => source.exchangeRates(base, quote),
        lifetime: ({ finalAt }): Lifetime => ({ fresh: freshUntilFinal(finalAt), stale: 7 * day }),
      }),
  };
}
