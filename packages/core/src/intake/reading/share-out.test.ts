import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../numbers/decimal.ts";
import { shareOut } from "./share-out.ts";

describe("shareOut", () => {
  it("rounds each share and gives the rest to the last", () => {
    const shares = shareOut(new Decimal(1), [new Decimal("356.82"), new Decimal("237.92")], 2);
    expect(shares.map(String)).toEqual(["0.6", "0.4"]);
  });

  it("adds up to the amount, always", () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const weights = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(cents, weights, (amount, parts) => {
        const whole = new Decimal(amount).dividedBy(100);
        const shares = shareOut(
          whole,
          parts.map((part) => new Decimal(part)),
          2,
        );
        expect(shares.reduce((sum, share) => sum.plus(share), new Decimal(0)).toString()).toBe(whole.toString());
      }),
    );
  });
});
