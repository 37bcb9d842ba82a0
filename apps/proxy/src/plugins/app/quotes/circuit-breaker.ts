import type { SourceErrorCode } from "../../../schemas/attempt.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { SourceError } from "./source-error.ts";

/** Keeps a failing source from being asked again and again. */
export interface CircuitBreaker {
  /** Why and until when (milliseconds since 1970) nothing may be asked; undefined while the source may be asked. */
  readonly opening: () => { readonly reason: "limited" | "down"; readonly until: number } | undefined;
  /**
   * Call before each request. After the pause one request is let through as a probe.
   *
   * @throws {SourceError} the breaker is open, or its probe is on its way
   */
  readonly enter: () => void;
  /** Call with the outcome of each request that `enter` let through; undefined means an answer came. */
  readonly leave: (failure: SourceError | undefined) => void;
}

const firstPause = 60_000;
const longestPause = 6 * 3_600_000;
const limitedAllowed = 3;
const failuresAllowed = 5;

/** Codes that say something about one symbol, not about the source. */
const harmless: ReadonlySet<SourceErrorCode> = new Set(["unknown-symbol", "not-covered"]);

/**
 * Opens on 3 consecutive `limited` or 5 consecutive other failures, for 1 minute, doubling to 6 hours with up to a tenth
 * more by chance. A Retry-After of the source opens it at once and sets the pause.
 */
export function createCircuitBreaker({ now, random }: Pick<Runtime, "now" | "random">): CircuitBreaker {
  let limited = 0;
  let failures = 0;
  let openings = 0;
  let until: number | undefined;
  let reason: "limited" | "down" = "down";
  let probing = false;

  function close(): void {
    limited = failures = openings = 0;
    until = undefined;
    probing = false;
  }

  function open({ code, retryAfterSeconds }: SourceError): void {
    const pause =
      retryAfterSeconds === undefined ? firstPause * 2 ** openings * (1 + random() / 10) : retryAfterSeconds * 1000;
    reason = code === "limited" ? "limited" : "down";
    until = now() + Math.min(longestPause, pause);
    openings += 1;
    probing = false;
  }

  function mustOpen(failure: SourceError): boolean {
    // One kind of failure ends a row of the other.
    if (failure.code === "limited") [limited, failures] = [limited + 1, 0];
    else [limited, failures] = [0, failures + 1];
    return (
      probing || failure.retryAfterSeconds !== undefined || limited >= limitedAllowed || failures >= failuresAllowed
    );
  }

  return {
    opening: () => (until === undefined || until <= now() ? undefined : { reason, until }),
    enter() {
      if (until === undefined) return;
      const left = Math.ceil((until - now()) / 1000);
      if (left > 0 || probing) throw new SourceError(reason, "the circuit breaker is open", Math.max(1, left));
      probing = true;
    },
    leave(failure) {
      if (failure === undefined || harmless.has(failure.code)) return close();
      // A late failure of a request that left before the breaker opened changes nothing.
      if (until !== undefined && !probing) return;
      if (mustOpen(failure)) open(failure);
    },
  };
}
