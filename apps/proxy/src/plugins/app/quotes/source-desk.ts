import type { Attempt, SourceErrorCode } from "../../../schemas/attempt.ts";
import type { Capability, SourceStatus } from "../../../schemas/source.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { createMemoryCache } from "../cache/memory-cache.ts";
import type { QuoteSource } from "./quote-source.ts";
import { SourceError } from "./source-error.ts";
import { createSourceGuard, type SourceGuard } from "./source-guard.ts";

/** A configured source behind its guard. */
export interface DeskSource {
  readonly source: QuoteSource;
  readonly guard: SourceGuard;
}

/** The configured sources, and what is known about questions they have no answer to. */
export interface SourceDesk {
  /**
   * The sources that can answer, in the order in which to ask them; `only` names one.
   *
   * @throws {ApiProblem} no such source is configured, or none has the capability
   */
  readonly able: (capability: Capability, only: string | undefined) => readonly DeskSource[];
  /** Why the question under this key had no answer within the last minute; undefined if it may be asked. */
  readonly knownGap: (key: string) => SourceError | undefined;
  /** Remembers for a minute that a question has no answer; failures of the source itself are not remembered. */
  readonly rememberGap: (key: string, error: unknown) => void;
  readonly statuses: () => SourceStatus[];
}

const gapCodes: ReadonlySet<SourceErrorCode> = new Set(["unknown-symbol", "not-covered"]);
const gapLifetime = 60_000;
const gapsKept = 10_000;
/** A source without budget is passed over after 2 s where another can answer; the only one may be queued for longer. */
const longestWait = { amongOthers: 2_000, alone: 20_000 };

/** Sources are asked in the order given. */
export function createSourceDesk(sources: readonly QuoteSource[], runtime: Runtime): SourceDesk {
  const wait = sources.length > 1 ? longestWait.amongOthers : longestWait.alone;
  const desk: DeskSource[] = sources.map((source) => ({
    source,
    guard: createSourceGuard(source.budget, runtime, wait),
  }));
  const gaps = createMemoryCache<{ error: SourceError; until: number }>(gapsKept);

  return {
    able(capability, only) {
      const named = only === undefined ? desk : desk.filter(({ source }) => source.id === only);
      if (named.length === 0)
        throw new ApiProblem(400, "bad-request", "The source is not configured; see /api/v1/sources.");
      const able = named.filter(({ source }) => source.capabilities.includes(capability));
      if (able.length === 0)
        throw new ApiProblem(422, "not-covered", "No configured source can answer this; see /api/v1/sources.");
      return able;
    },
    knownGap(key) {
      const gap = gaps.get(key);
      return gap !== undefined && gap.until > runtime.now() ? gap.error : undefined;
    },
    rememberGap(key, error) {
      if (error instanceof SourceError && gapCodes.has(error.code))
        gaps.set(key, { error, until: runtime.now() + gapLifetime }, 1);
    },
    statuses: () =>
      desk.map(({ source, guard }) => {
        const opening = guard.opening();
        const until = opening === undefined ? null : new Date(opening.until).toISOString();
        return { id: source.id, capabilities: [...source.capabilities], state: opening?.reason ?? "ok", until };
      }),
  };
}

/** The entry of `attempts` for a failure. */
export function attemptOf(source: string, { code }: SourceError): Attempt {
  return { source, code };
}

/** Which of several failures the caller hears of: the first that is about a source rather than the symbol. */
export function decisiveFailure(failures: readonly SourceError[]): SourceError {
  const temporary = failures.find(({ code }) => !gapCodes.has(code));
  return temporary ?? failures[0] ?? new SourceError("not-covered", "no source was asked");
}
