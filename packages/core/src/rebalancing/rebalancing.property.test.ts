import { Decimal } from "@portfolio/core";
import {
  planRebalance,
  type RebalanceHolding,
  type RebalanceInput,
  type RebalancePlan,
} from "@portfolio/core/allocation";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputAfter, isMultiple, randomInput, shuffled } from "../../test/rebalancing/random-input.ts";

const settings = { numRuns: 300, endOnFailure: true };

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Decimal(0));
}

function shown(plan: RebalancePlan): string[] {
  return plan.trades.map(({ side, quantity, instrument }) => `${side} ${quantity} ${instrument}`);
}

function check(
  property: (input: RebalanceInput, plan: RebalancePlan) => void,
  of: fc.Arbitrary<RebalanceInput> = randomInput(),
): void {
  fc.assert(
    fc.property(of, (input) => {
      property(input, planRebalance(input));
    }),
    settings,
  );
}

/**
 * A category that is divided by current values while a budget of gains holds one of its instruments back: the others take
 * over a part of what is left in each round, and the rounds of a plan may not be enough (docs/methods/rebalancing.md).
 */
function maySettleSlowly({ tax, target }: RebalanceInput): boolean {
  const isDivided = target.targets.some((one) => "members" in one && Array.isArray(one.members));
  return tax?.gainBudget !== undefined && isDivided;
}

describe("every plan", { timeout: 120_000 }, () => {
  it("never spends the reserve", () => {
    check((input, { trades, after, before }) => {
      const reserve = new Decimal(input.reserve ?? 0);
      const isBuying = trades.some(({ side }) => side === "buy");
      expect(isBuying && after.cash.lt(reserve)).toBe(false);
      expect(after.cash.gte(Decimal.min(reserve, before.cash))).toBe(true);
    });
  });

  it("pays out what it can, and all of it where nothing forbids", () => {
    check((input, { after, withdrawnAmount, withdrawalShortfall }) => {
      expect(withdrawnAmount.plus(withdrawalShortfall).eq(input.withdrawal ?? 0)).toBe(true);
      expect(withdrawnAmount.isNegative()).toBe(false);
      const isMoreLeft = after.cash.gt(Decimal.max(input.reserve ?? 0, input.cash));
      expect(withdrawalShortfall.gt(0) && isMoreLeft).toBe(false);
    });
  });

  it("changes cash by the sum of its trades, exactly", () => {
    check((_, { trades, before, after, withdrawalShortfall }) => {
      const changed = trades.map(({ baseCashChange }) => baseCashChange);
      expect(sum([before.cash, ...changed, withdrawalShortfall]).toFixed()).toBe(after.cash.toFixed());
      for (const { quantity, unitPrice, grossAmount, baseGrossAmount, baseFeeAmount, baseCashChange, side } of trades) {
        expect(grossAmount.eq(quantity.times(unitPrice))).toBe(true);
        const signed = side === "sell" ? baseGrossAmount : baseGrossAmount.negated();
        expect(baseCashChange.eq(signed.minus(baseFeeAmount))).toBe(true);
      }
    });
  });

  it("trades whole steps of what is held, not below the minimum, and never what is forbidden", () => {
    check((input, { trades, after }) => {
      for (const { instrument, side, quantity, baseGrossAmount } of trades) {
        const holding = input.holdings.find((one) => one.instrument === instrument)!;
        expect(isMultiple(quantity, holding.quantityStep)).toBe(true);
        expect(baseGrossAmount.gte(input.minimumTrade ?? 0)).toBe(true);
        expect((side === "sell" ? input.doNotSell : input.doNotBuy) ?? []).not.toContain(instrument);
        expect(input.mode).not.toBe(side === "buy" ? "withdrawal" : "contribution-only");
      }
      for (const { quantity } of after.holdings) expect(quantity.isNegative()).toBe(false);
    });
  });

  it("spends no more than the new cash where that is all it may", () => {
    check((input, { trades }) => {
      if (input.mode !== "contribution-only") return;
      expect(sum(trades.map(({ baseCashChange }) => baseCashChange.negated())).lte(input.contribution ?? 0)).toBe(true);
    });
  });

  it("leaves less drift, unless cash was needed", () => {
    check((input, { before, after, trades }) => {
      if (before.cash.lt(input.reserve ?? 0) || trades.length === 0) return;
      if (before.totalDrift.value === undefined || after.totalDrift.value === undefined) return;
      expect(after.totalDrift.value).toBeLessThanOrEqual(before.totalDrift.value);
    });
  });

  it("is empty when made of what it leads to", () => {
    check((input, plan) => {
      const again = shown(planRebalance(inputAfter(input, plan)));
      expect(maySettleSlowly(input) ? [] : again).toEqual([]);
    });
  });

  it("is the same whatever the order of what it is made of", () => {
    check((input, plan) => expect(shown(planRebalance(shuffled(input)))).toEqual(shown(plan)));
  });

  it("realizes no more gain than the budget allows", () => {
    check((input, { trades, realizedGain }) => {
      expect(realizedGain === undefined).toBe(input.mode !== "tax-aware");
      if (input.mode !== "tax-aware") return;
      const gains = sum(trades.flatMap(({ lots }) => lots.map(({ baseGain }) => baseGain)));
      expect(gains.lte(input.tax.gainBudget ?? gains)).toBe(true);
      expect(realizedGain!.lte(gains)).toBe(true);
      for (const { side, quantity, lots } of trades)
        expect(sum(lots.map((lot) => lot.quantity)).eq(side === "sell" ? quantity : 0)).toBe(true);
    });
  });

  it("gives a reason for each instrument that is not traded", () => {
    check((_, { trades, skipped, before }) => {
      const named = new Set([...trades, ...skipped].map(({ instrument }) => instrument));
      for (const { instrument } of before.holdings) expect(named).toContain(instrument);
    });
  });

  it("meets its targets to 1e-9 where it may trade fractions freely", () => {
    const fine = randomInput({ modes: ["full"], isFree: true });
    check((input, { after }) => {
      for (const { drift } of after.drift) expect(Math.abs(drift.value!)).toBeLessThan(1e-9);
      expect(
        input.holdings.every(({ quantityStep }: RebalanceHolding) => String(quantityStep) === "0.000000000001"),
      ).toBe(true);
    }, fine);
  });
});
