import { addDays } from "@portfolio/core";
import { caSuperficialLoss, type TaxGains, ukSection104, usWashSale } from "@portfolio/core/tax";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Rational, roundedTo } from "../oracle/rational.ts";
import { naiveCanada, naiveUnitedKingdom, naiveUnitedStates, type NaiveTrade } from "./naive-rules.ts";
import { bought, sold } from "./rows.ts";

/** Whole units, dense enough that windows overlap; sales that would oversell are left out. */
const trades: fc.Arbitrary<NaiveTrade[]> = fc
  .array(
    fc.record({
      isPurchase: fc.boolean(),
      day: fc.integer({ min: 0, max: 120 }),
      quantity: fc.integer({ min: 1, max: 12 }),
      amount: fc.integer({ min: 1, max: 500 }),
    }),
    { maxLength: 18 },
  )
  .map((rows) => {
    const ordered = rows.toSorted((a, b) => a.day - b.day || Number(b.isPurchase) - Number(a.isPurchase));
    let held = 0;
    return ordered.flatMap(({ isPurchase, day, quantity, amount }, at): NaiveTrade[] => {
      if (!isPurchase && quantity > held) return [];
      held += isPurchase ? quantity : -quantity;
      const make = isPurchase ? bought : sold;
      return [make(addDays("2024-01-01", day), String(quantity), String(amount), { transaction: `t${at}` })];
    });
  });

const digits = 15;

function exact(gains: readonly Rational[]): string[] {
  return gains.map((gain) => {
    const { n, d } = roundedTo(gain, digits);
    const text = String(((n < 0n ? -n : n) * 10n ** BigInt(digits)) / d).padStart(digits + 1, "0");
    return `${n < 0n ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
  });
}

/** Without the minus of a crumb below 0 that rounds to 0. */
function recognized({ disposals }: TaxGains): string[] {
  return disposals.map(({ recognizedGain }) => recognizedGain.toDecimalPlaces(digits).plus(0).toFixed(digits));
}

describe("tax rules and naive ones, which look at every unit or at all rows again, agree", () => {
  it("in the United Kingdom", () => {
    fc.assert(
      fc.property(trades, (rows) => {
        expect(recognized(ukSection104(rows))).toEqual(exact(naiveUnitedKingdom(rows)));
      }),
    );
  });

  it("in Canada", () => {
    fc.assert(
      fc.property(trades, (rows) => {
        expect(recognized(caSuperficialLoss(rows))).toEqual(exact(naiveCanada(rows)));
      }),
    );
  });

  it("in the United States", () => {
    fc.assert(
      fc.property(trades, (rows) => {
        expect(recognized(usWashSale(rows))).toEqual(exact(naiveUnitedStates(rows)));
      }),
    );
  });
});
