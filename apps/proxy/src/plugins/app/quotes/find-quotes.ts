import type { Attempt } from "../../../schemas/attempt.ts";
import type { Quote, QuotesAnswer, SourceQuote } from "../../../schemas/quote.ts";
import type { AnswerCache, CacheEntry, Lifetime } from "../cache/answer-cache.ts";
import { attemptOf, decisiveFailure, type DeskSource, type SourceDesk } from "./source-desk.ts";
import { SourceError } from "./source-error.ts";
import { problemCodeOf } from "./source-problem.ts";

type Entry = CacheEntry<SourceQuote>;
type Outcome = Entry | SourceError;

/** What is known about one symbol while the sources are asked. */
interface Inquiry {
  readonly symbol: string;
  readonly attempts: Attempt[];
  readonly failures: SourceError[];
  found: { entry: Entry; source: string } | undefined;
  fallback: { entry: Entry; source: string } | undefined;
}

/** Several quotes at once, and the seconds until the first of them should be asked for again. */
interface FoundQuotes {
  readonly answer: QuotesAnswer;
  readonly expiresAt: number;
}

/** Finds quotes for canonical, distinct symbols; `only` names one source. A symbol that fails is listed as missing. */
export type FindQuotes = (symbols: readonly string[], only: string | undefined) => Promise<FoundQuotes>;

/** Options of {@link createFindQuotes}. */
export interface FindQuotesOptions {
  readonly desk: SourceDesk;
  readonly cache: AnswerCache<SourceQuote>;
  readonly now: () => number;
  /** Seconds a quote is fresh while its market is open. */
  readonly quoteTtl: number;
}

const closedMarketSeconds = 300;
const staleFor = 24 * 3_600_000;

const keyOf = (source: string, symbol: string): string => `${source}|quote|${symbol}`;

function toQuote(
  { symbol, attempts }: Inquiry,
  { entry, source }: { entry: Entry; source: string },
  stale: boolean,
): Quote {
  const { marketOpen: _, ...quote } = entry.value;
  return { ...quote, symbol, receivedAt: new Date(entry.receivedAt).toISOString(), source, stale, attempts };
}

function compose(inquiries: readonly Inquiry[], now: number): FoundQuotes {
  const answer: QuotesAnswer = { quotes: [], missing: [] };
  for (const inquiry of inquiries) {
    const { symbol, found, fallback, failures } = inquiry;
    if (found !== undefined) answer.quotes.push(toQuote(inquiry, found, false));
    else if (fallback !== undefined) answer.quotes.push(toQuote(inquiry, fallback, true));
    else answer.missing.push({ symbol, code: problemCodeOf(decisiveFailure(failures).code) });
  }
  const ends = inquiries.map(({ found }) => found?.entry.expiresAt ?? now);
  return { answer, expiresAt: Math.min(...ends) };
}

/**
 * Quotes in batches. A symbol that is already being asked for is waited for, not asked for again, so any number of
 * requests at once make one call.
 */
export function createFindQuotes({ desk, cache, now, quoteTtl }: FindQuotesOptions): FindQuotes {
  const pending = new Map<string, Promise<Outcome>>();

  function lifetime({ marketOpen }: SourceQuote): Lifetime {
    const seconds = marketOpen === false ? Math.max(closedMarketSeconds, quoteTtl) : quoteTtl;
    return { fresh: seconds * 1000, stale: staleFor };
  }

  async function keep(
    source: string,
    symbol: string,
    outcome: SourceQuote | SourceError | undefined,
  ): Promise<Outcome> {
    if (outcome === undefined) return new SourceError("invalid", "the source left a symbol out");
    if (outcome instanceof SourceError) {
      desk.rememberGap(keyOf(source, symbol), outcome);
      return outcome;
    }
    const entry = await cache.put(keyOf(source, symbol), outcome, lifetime(outcome));
    return entry ?? new SourceError("invalid", "the quote does not have its schema");
  }

  async function callFor({ source, guard }: DeskSource, symbols: readonly string[]): Promise<Map<string, Outcome>> {
    try {
      const batch = await guard.call("quote", () => source.quotes(symbols));
      return new Map(
        await Promise.all(
          symbols.map(async (symbol) => [symbol, await keep(source.id, symbol, batch.get(symbol))] as const),
        ),
      );
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      return new Map(symbols.map((symbol) => [symbol, error]));
    }
  }

  /** What needs no call: a flight of another request, a quote that landed meanwhile, a gap known for a minute. */
  function withoutCall(source: string, symbol: string): Promise<Outcome> | undefined {
    const key = keyOf(source, symbol);
    const landed = cache.peek(key);
    if (landed !== undefined && landed.expiresAt > now()) return Promise.resolve(landed);
    const gap = desk.knownGap(key);
    return gap === undefined ? pending.get(key) : Promise.resolve(gap);
  }

  function load(member: DeskSource, symbols: readonly string[]): Map<string, Promise<Outcome>> {
    const { id, budget } = member.source;
    const outcomes = new Map<string, Promise<Outcome>>();
    const toAsk: string[] = [];
    for (const symbol of symbols) {
      const outcome = withoutCall(id, symbol);
      if (outcome === undefined) toAsk.push(symbol);
      else outcomes.set(symbol, outcome);
    }
    for (let start = 0; start < toAsk.length; start += budget.symbolsPerCall) {
      const part = toAsk.slice(start, start + budget.symbolsPerCall);
      const call = callFor(member, part);
      for (const symbol of part) {
        const outcome = call.then(
          (all) => all.get(symbol) ?? new SourceError("invalid", "the source left a symbol out"),
        );
        pending.set(keyOf(id, symbol), outcome);
        outcomes.set(
          symbol,
          outcome.finally(() => pending.delete(keyOf(id, symbol))),
        );
      }
    }
    return outcomes;
  }

  async function lookUp(source: string, inquiry: Inquiry): Promise<void> {
    const entry = await cache.get(keyOf(source, inquiry.symbol));
    if (entry === undefined) return;
    if (entry.expiresAt > now()) inquiry.found = { entry, source };
    else inquiry.fallback ??= { entry, source };
  }

  function settle(source: string, inquiry: Inquiry, outcome: Outcome): void {
    if (!(outcome instanceof SourceError)) {
      inquiry.found = { entry: outcome, source };
      return;
    }
    inquiry.attempts.push(attemptOf(source, outcome));
    inquiry.failures.push(outcome);
  }

  async function askSource(member: DeskSource, open: readonly Inquiry[]): Promise<void> {
    const source = member.source.id;
    await Promise.all(open.map((inquiry) => lookUp(source, inquiry)));
    const unanswered = open.filter(({ found }) => found === undefined);
    const outcomes = load(
      member,
      unanswered.map(({ symbol }) => symbol),
    );
    await Promise.all(
      unanswered.map(async (inquiry) => {
        const outcome = await outcomes.get(inquiry.symbol);
        if (outcome !== undefined) settle(source, inquiry, outcome);
      }),
    );
  }

  return async (symbols, only) => {
    const inquiries = symbols.map((symbol): Inquiry => ({
      symbol,
      attempts: [],
      failures: [],
      found: undefined,
      fallback: undefined,
    }));
    for (const member of desk.able("quote", only)) {
      const open = inquiries.filter(({ found }) => found === undefined);
      if (open.length > 0) await askSource(member, open);
    }
    return compose(inquiries, now());
  };
}
