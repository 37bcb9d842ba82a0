import type { Attempt } from "../../../schemas/attempt.ts";
import type { Capability } from "../../../schemas/source.ts";
import type { AnswerCache, CacheEntry, Lifetime } from "../cache/answer-cache.ts";
import type { SingleFlight } from "../cache/single-flight.ts";
import type { QuoteSource } from "./quote-source.ts";
import { attemptOf, decisiveFailure, type DeskSource, type SourceDesk } from "./source-desk.ts";
import { SourceError } from "./source-error.ts";
import { sourceProblem } from "./source-problem.ts";

/** One question to whichever source can answer it. */
export interface Question<T> {
  readonly capability: Capability;
  /** Canonical parameters; with source and capability they are the key of the cache. */
  readonly parameters: string;
  readonly only: string | undefined;
  readonly cache: AnswerCache<T>;
  readonly ask: (source: QuoteSource) => Promise<T>;
  readonly lifetime: (answer: T) => Lifetime;
}

/** An answer and how it was come by. */
export interface Found<T> {
  readonly entry: CacheEntry<T>;
  readonly source: string;
  readonly stale: boolean;
  readonly attempts: Attempt[];
}

/** What the search for an answer works with. */
export interface FindContext {
  readonly desk: SourceDesk;
  readonly flight: SingleFlight;
  readonly now: () => number;
}

async function load<T>(
  { desk, flight, now }: FindContext,
  { source, guard }: DeskSource,
  key: string,
  question: Question<T>,
): Promise<CacheEntry<T>> {
  return flight(key, async () => {
    // Another flight may have landed since the cache was looked at.
    const landed = question.cache.peek(key);
    if (landed !== undefined && landed.expiresAt > now()) return landed;
    const gap = desk.knownGap(key);
    if (gap !== undefined) throw gap;
    try {
      return await guard.call(question.capability, async () => {
        const answer = await question.ask(source);
        const entry = await question.cache.put(key, answer, question.lifetime(answer));
        if (entry === undefined) throw new SourceError("invalid", "the answer does not have its schema");
        return entry;
      });
    } catch (error) {
      desk.rememberGap(key, error);
      throw error;
    }
  });
}

/**
 * Fresh copy, else the sources in their order, else a stale copy.
 *
 * @throws {ApiProblem} no source has an answer and no copy may stand in
 */
export async function findAnswer<T>(context: FindContext, question: Question<T>): Promise<Found<T>> {
  const attempts: Attempt[] = [];
  const failures: SourceError[] = [];
  let fallback: { entry: CacheEntry<T>; source: string } | undefined;

  for (const member of context.desk.able(question.capability, question.only)) {
    const source = member.source.id;
    const key = `${source}|${question.capability}|${question.parameters}`;
    const cached = await question.cache.get(key);
    if (cached !== undefined && cached.expiresAt > context.now())
      return { entry: cached, source, stale: false, attempts };
    if (cached !== undefined) fallback ??= { entry: cached, source };
    try {
      return { entry: await load(context, member, key, question), source, stale: false, attempts };
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      attempts.push(attemptOf(source, error));
      failures.push(error);
    }
  }
  if (fallback !== undefined) return { ...fallback, stale: true, attempts };
  throw sourceProblem(decisiveFailure(failures));
}
