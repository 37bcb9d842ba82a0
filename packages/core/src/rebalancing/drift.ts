import type { Decimal } from "../numbers/decimal.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { decimal } from "../numbers/decimal.ts";
import { type ExactAmount, amountOf } from "./exact-amount.ts";
import { isOutsideBand, type ToleranceBand } from "./tolerance-band.ts";

/** What is held of one line, and its wished weight as a fraction. */
export interface DriftInput {
  readonly key: string;
  readonly marketValue: ExactAmount;
  readonly target: ExactAmount;
}

/** How far one line is from its target. */
export interface DriftLine {
  readonly key: string;
  readonly marketValue: Decimal;
  readonly target: number;
  readonly weight: Measured;
  /** weight - target, in points as a fraction: 0.02 is two points too much. */
  readonly drift: Measured;
  /** drift / target: 0.1 is a tenth more than wished. */
  readonly relativeDrift: Measured;
  readonly isOutsideBand: boolean;
}

/**
 * Drift: how far weights are from their targets, in points and relative to the target.
 *
 * Units: fractions. Sign: more than wished is positive.
 * Shape: one line for each one given, in their order; weights are of the sum of all lines, so cash needs its line.
 * Undefined: the sum is 0 or less -> `no-capital`, and nothing is outside its band then; `relativeDrift` of a target of 0
 * -> `no-capital`.
 *
 * @throws {PortfolioError} `invalid-decimal`: a value, target or band is no decimal, or a target or band below 0
 * @see docs/methods/rebalancing.md
 * @example
 * const lines = drift([
 *   { key: "equities", marketValue: "700", target: "0.6" },
 *   { key: "bonds", marketValue: "300", target: "0.4" },
 * ], { absolute: "0.05" });
 * lines.map(({ key, drift: { value }, isOutsideBand }) => `${key} ${value?.toFixed(2)} ${isOutsideBand}`);
 * // => ["equities 0.10 true", "bonds -0.10 true"]
 */
export function drift(lines: readonly DriftInput[], band: ToleranceBand = {}): DriftLine[] {
  const given = lines.map(({ key, marketValue, target }) => ({
    key,
    marketValue: decimal(marketValue),
    target: amountOf(target, `The target of "${key}"`),
  }));
  const total = exactSum(given.map(({ marketValue }) => marketValue));
  return given.map((line) => driftLine(line, total, band));
}

function driftLine(
  { key, marketValue, target }: { readonly key: string; readonly marketValue: Decimal; readonly target: Decimal },
  total: Decimal,
  band: ToleranceBand,
): DriftLine {
  const base = { key, marketValue, target: target.toNumber() };
  if (!total.gt(0)) {
    const none = unmeasured("no-capital");
    return { ...base, weight: none, drift: none, relativeDrift: none, isOutsideBand: false };
  }
  const weight = marketValue.div(total);
  const distance = exactDifference(weight, target);
  return {
    ...base,
    weight: measured(weight.toNumber()),
    drift: measured(distance.toNumber()),
    relativeDrift: target.isZero() ? unmeasured("no-capital") : measured(distance.div(target).toNumber()),
    isOutsideBand: isOutsideBand({ marketValue, target, total }, band),
  };
}
