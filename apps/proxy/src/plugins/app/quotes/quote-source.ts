import type { SourceRateHistory } from "../../../schemas/exchange-rate.ts";
import type { Candidate } from "../../../schemas/instrument.ts";
import type { SourcePriceHistory } from "../../../schemas/price-history.ts";
import type { SourceQuote } from "../../../schemas/quote.ts";
import type { Capability } from "../../../schemas/source.ts";
import type { SourceError } from "./source-error.ts";

/** How often a source may be asked. */
export interface Budget {
  readonly perSecond: number;
  /** Requests that may follow each other at once after a pause. */
  readonly burst: number;
  /** The most symbols in one call for quotes. */
  readonly symbolsPerCall: number;
}

/** What a call for several quotes found for each symbol. */
export type QuoteBatch = ReadonlyMap<string, SourceQuote | SourceError>;

/**
 * Where prices come from. Symbols are the source's own, already checked and in canonical form.
 *
 * Every method fails with a {@link SourceError} and nothing else, never reads a clock or chance of its own, and hands out
 * no non-finite, zero or negative price. Budgets, breakers and caches are not its concern.
 */
export interface QuoteSource {
  readonly id: string;
  readonly capabilities: readonly Capability[];
  readonly budget: Budget;
  /** One entry per symbol asked for: a quote, or why there is none. */
  readonly quotes: (symbols: readonly string[]) => Promise<QuoteBatch>;
  /** All daily closes the source has, split-adjusted, oldest first, with dividends and splits. */
  readonly history: (symbol: string) => Promise<SourcePriceHistory>;
  readonly search: (text: string) => Promise<readonly Candidate[]>;
  /** All daily rates the source has: units of `quote` for one `base`, oldest first. */
  readonly exchangeRates: (base: string, quote: string) => Promise<SourceRateHistory>;
}
