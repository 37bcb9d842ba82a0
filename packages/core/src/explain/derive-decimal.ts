import { Decimal, type DecimalString } from "../numbers/decimal.ts";
import type { FixedPoint } from "../numbers/fixed-point.ts";
import { add, missingIn, multiply, negate, withKnown, zero } from "./derive.ts";
import type { Trail, TrailOperation, TrailRounding } from "./trail.ts";
import { exactOf, type TrailHead, textOf, withoutValue, withValue } from "./trail-node.ts";

/** The sum as `Decimal` adds it up: at most 60 significant digits. */
export function decimalSumOf(head: TrailHead, inputs: readonly Trail[]): Trail {
  const fold = (values: readonly string[]): string =>
    values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toString();
  return withKnown(
    decimally(head, "sum", inputs, fold, (values) => values.reduce(add, zero)),
    fold,
  );
}

/** The same as `Decimal` computes it. */
export function decimalDifferenceOf(head: TrailHead, inputs: readonly Trail[]): Trail {
  return decimally(
    head,
    "difference",
    inputs,
    ([first, ...others]) => others.reduce((left, value) => left.minus(value), new Decimal(first!)).toString(),
    ([first, ...others]) => others.map(negate).reduce(add, first!),
  );
}

/** The product as `Decimal` computes it. */
export function decimalProductOf(head: TrailHead, inputs: readonly Trail[]): Trail {
  return decimally(
    head,
    "product",
    inputs,
    ([first, ...others]) => others.reduce((left, value) => left.times(value), new Decimal(first!)).toString(),
    (values) => values.reduce(multiply),
  );
}

/** The first divided by the second, as `Decimal` computes it. */
export function decimalQuotientOf(head: TrailHead, dividend: Trail, divisor: Trail): Trail {
  const inputs = [dividend, divisor];
  const missing = missingIn(inputs);
  if (missing !== undefined) return withoutValue(head, "quotient", inputs, missing);
  if (divisor.value === "0") return withoutValue(head, "quotient", inputs, "not-held");
  const value = new Decimal(dividend.value!).div(divisor.value!).toString();
  return withValue(head, "quotient", inputs, value, decimalRounding);
}

const decimalRounding: TrailRounding = { mode: "half-even", significantDigits: Decimal.precision };

/** As `Decimal` computes it; says so where that had to cut digits. */
function decimally(
  head: TrailHead,
  operation: TrailOperation,
  inputs: readonly Trail[],
  compute: (values: readonly string[]) => DecimalString,
  exact: (values: readonly FixedPoint[]) => FixedPoint,
): Trail {
  const missing = missingIn(inputs);
  if (missing !== undefined) return withoutValue(head, operation, inputs, missing);
  const values = inputs.map((input) => input.value!);
  const value = compute(values);
  const isExact = value === textOf(exact(values.map(exactOf)));
  return withValue(head, operation, inputs, value, isExact ? undefined : decimalRounding);
}
