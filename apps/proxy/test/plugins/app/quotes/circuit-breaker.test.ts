import { describe, expect, it } from "vitest";
import { createCircuitBreaker } from "../../../../src/plugins/app/quotes/circuit-breaker.ts";
import { SourceError } from "../../../../src/plugins/app/quotes/source-error.ts";
import type { SourceErrorCode } from "../../../../src/schemas/attempt.ts";

function setUp() {
  const clock = { now: 0 };
  const breaker = createCircuitBreaker({ now: () => clock.now, random: () => 0 });
  const fail = (code: SourceErrorCode, retryAfter?: number): void => {
    breaker.enter();
    breaker.leave(new SourceError(code, "", retryAfter));
  };
  return { clock, breaker, fail };
}

describe("createCircuitBreaker", () => {
  it("opens on the third limited in a row for a minute", () => {
    const { breaker, fail } = setUp();
    fail("limited");
    fail("limited");
    expect(breaker.opening()).toBeUndefined();
    fail("limited");
    expect(breaker.opening()).toEqual({ reason: "limited", until: 60_000 });
    expect(() => breaker.enter()).toThrow(expect.objectContaining({ code: "limited", retryAfterSeconds: 60 }));
  });

  it.each(["timeout", "down", "invalid"] as const)("opens on the fifth %s in a row", (code) => {
    const { breaker, fail } = setUp();
    for (let round = 0; round < 4; round += 1) fail(code);
    expect(breaker.opening()).toBeUndefined();
    fail(code);
    expect(breaker.opening()).toEqual({ reason: "down", until: 60_000 });
  });

  it("starts counting again after an answer, also after one about the symbol alone", () => {
    const { breaker, fail } = setUp();
    fail("limited");
    fail("limited");
    fail("unknown-symbol");
    fail("limited");
    fail("limited");
    expect(breaker.opening()).toBeUndefined();
  });

  it("counts in a row: another kind of failure starts the count anew", () => {
    const { breaker, fail } = setUp();
    const codes = ["limited", "limited", "down", "limited", "limited", "down", "down", "timeout", "invalid"] as const;
    for (const code of codes) fail(code);
    expect(breaker.opening()).toBeUndefined();
    fail("down");
    expect(breaker.opening()).toEqual({ reason: "down", until: 60_000 });
  });

  it("lets one probe through after the pause, and closes when it succeeds", () => {
    const { clock, breaker, fail } = setUp();
    for (let round = 0; round < 3; round += 1) fail("limited");
    clock.now = 59_999;
    expect(() => breaker.enter()).toThrow("the circuit breaker is open");
    clock.now = 60_000;
    breaker.enter();
    expect(() => breaker.enter()).toThrow("the circuit breaker is open");
    breaker.leave(undefined);
    breaker.enter();
    expect(breaker.opening()).toBeUndefined();
  });

  it("doubles the pause with each failed probe, up to six hours", () => {
    const { clock, breaker, fail } = setUp();
    for (let round = 0; round < 3; round += 1) fail("limited");
    const minutes: number[] = [];
    for (let round = 0; round < 11; round += 1) {
      clock.now = breaker.opening()?.until ?? Number.NaN;
      fail("limited");
      minutes.push(((breaker.opening()?.until ?? Number.NaN) - clock.now) / 60_000);
    }
    expect(minutes).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
  });

  it("stays away as long as the source asks, at once", () => {
    const { breaker, fail } = setUp();
    fail("limited", 600);
    expect(breaker.opening()).toEqual({ reason: "limited", until: 600_000 });
  });

  it("ignores the late failure of a request that left before it opened", () => {
    const { clock, breaker, fail } = setUp();
    breaker.enter();
    for (let round = 0; round < 3; round += 1) fail("limited");
    clock.now = 30_000;
    breaker.leave(new SourceError("limited", ""));
    expect(breaker.opening()).toEqual({ reason: "limited", until: 60_000 });
  });
});
