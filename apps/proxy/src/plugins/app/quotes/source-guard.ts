import type { Capability } from "../../../schemas/source.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { createCircuitBreaker, type CircuitBreaker } from "./circuit-breaker.ts";
import type { Budget } from "./quote-source.ts";
import { SourceError } from "./source-error.ts";
import { createTokenBucket } from "./token-bucket.ts";

/** The only way to a source: holds its budget and its breakers. */
export interface SourceGuard {
  /**
   * Runs `work` when the budget allows it.
   *
   * @throws {SourceError} `work` failed, or the source may not be asked now
   */
  readonly call: <T>(operation: Capability, work: () => Promise<T>) => Promise<T>;
  /** The longest pause of any operation; undefined while all may be asked. */
  readonly opening: CircuitBreaker["opening"];
}

/** `longestWait` is how long a call may queue for the budget (milliseconds) before it fails as `limited`. */
export function createSourceGuard(budget: Budget, runtime: Runtime, longestWait: number): SourceGuard {
  const bucket = createTokenBucket(budget, runtime.now);
  const breakers = new Map<Capability, CircuitBreaker>();

  function breakerOf(operation: Capability): CircuitBreaker {
    const breaker = breakers.get(operation) ?? createCircuitBreaker(runtime);
    breakers.set(operation, breaker);
    return breaker;
  }

  async function queue(breaker: CircuitBreaker): Promise<void> {
    const opening = breaker.opening();
    if (opening !== undefined) {
      throw new SourceError(
        opening.reason,
        "the circuit breaker is open",
        Math.ceil((opening.until - runtime.now()) / 1000),
      );
    }
    const wait = bucket.reserve(longestWait);
    if (wait === undefined)
      throw new SourceError("limited", "our own budget is used up", Math.ceil(bucket.delay() / 1000));
    if (wait > 0) await runtime.wait(wait);
  }

  return {
    async call(operation, work) {
      const breaker = breakerOf(operation);
      await queue(breaker);
      breaker.enter();
      try {
        const answer = await work();
        breaker.leave(undefined);
        return answer;
      } catch (error) {
        const failure =
          error instanceof SourceError ? error : new SourceError("invalid", "the source broke its contract");
        breaker.leave(failure);
        throw failure;
      }
    },
    opening() {
      const openings = [...breakers.values()]
        .map((breaker) => breaker.opening())
        .filter((opening) => opening !== undefined);
      return openings.toSorted((one, other) => other.until - one.until)[0];
    },
  };
}
