import { describe, expect, it } from "vitest";
import { createTokenBucket } from "../../../../src/plugins/app/quotes/token-bucket.ts";

describe("createTokenBucket", () => {
  it("lets a burst through and spaces out the rest", () => {
    const bucket = createTokenBucket({ perSecond: 1, burst: 5 }, () => 0);
    expect(Array.from({ length: 8 }, () => bucket.reserve(60_000))).toEqual([0, 0, 0, 0, 0, 1000, 2000, 3000]);
  });

  it("takes no place that would be waited for too long", () => {
    const bucket = createTokenBucket({ perSecond: 1, burst: 1 }, () => 0);
    expect([
      bucket.reserve(2000),
      bucket.reserve(2000),
      bucket.reserve(2000),
      bucket.reserve(2000),
      bucket.delay(),
    ]).toEqual([0, 1000, 2000, undefined, 3000]);
  });

  it("fills with time, up to its burst, and not by a clock that jumps back", () => {
    let now = 0;
    const bucket = createTokenBucket({ perSecond: 1, burst: 2 }, () => now);
    bucket.reserve(0);
    bucket.reserve(0);
    now = -5000;
    expect(bucket.reserve(0)).toBeUndefined();
    now = 3_600_000;
    expect([bucket.reserve(0), bucket.reserve(0), bucket.reserve(0)]).toEqual([0, 0, undefined]);
  });
});
