import type { CurrencyCode } from "../money/currency.ts";
import { Decimal, type DecimalString } from "../numbers/decimal.ts";
import { digitsAt, type FixedPoint, powerOfTen, toDecimalString } from "../numbers/fixed-point.ts";
import { divideHalfEven, divideHalfUp } from "../numbers/rounding.ts";
import type { UndefinedReason } from "../outcome/measured.ts";
import type { Trail, TrailOperation, TrailRounding, TrailUnit } from "./trail.ts";
import { type TrailCode, trailLabel } from "./trail-label.ts";

/** What a node is about, before it has a value. */
export type TrailHead = Pick<Trail, "code" | "parts" | "label" | "unit" | "currency">;

/** A head of money, or of another unit when one is named. */
export function headOf(
  code: TrailCode,
  parts: Readonly<Record<string, string>>,
  currency: CurrencyCode | undefined,
  unit: TrailUnit = "money",
): TrailHead {
  return { code, parts, label: trailLabel(code, parts), unit, ...(currency === undefined ? {} : { currency }) };
}

/** The exact number of a value; text of our own, so of any length. */
export function exactOf(value: DecimalString): FixedPoint {
  const point = value.indexOf(".");
  if (point < 0) return { digits: BigInt(value), scale: 0 };
  return { digits: BigInt(value.slice(0, point) + value.slice(point + 1)), scale: value.length - point - 1 };
}

const zero: FixedPoint = { digits: 0n, scale: 0 };

function add(a: FixedPoint, b: FixedPoint): FixedPoint {
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

function negate({ digits, scale }: FixedPoint): FixedPoint {
  return { digits: -digits, scale };
}

function multiply(a: FixedPoint, b: FixedPoint): FixedPoint {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** The exact sum; what is known of it when an input is missing. */
export function sumOf(head: TrailHead, inputs: readonly Trail[]): Trail {
  return withKnown(
    derived(head, "sum", inputs, (values) => values.reduce(add, zero)),
    (known) => textOf(known.map(exactOf).reduce(add, zero)),
  );
}

/** The sum as `Decimal` adds it up: at most 60 significant digits. */
export function decimalSumOf(head: TrailHead, inputs: readonly Trail[]): Trail {
  const fold = (values: readonly string[]): string =>
    values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toString();
  return withKnown(
    decimally(head, "sum", inputs, fold, (values) => values.reduce(add, zero)),
    fold,
  );
}

/** The first less all others, exactly. */
export function differenceOf(head: TrailHead, inputs: readonly Trail[]): Trail {
  return derived(head, "difference", inputs, ([first, ...others]) => others.map(negate).reduce(add, first!));
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

/** The product, exact or cut half-even to digits after the point. */
export function productOf(head: TrailHead, inputs: readonly Trail[], scale?: number): Trail {
  const rounding: TrailRounding | undefined = scale === undefined ? undefined : { mode: "half-even", scale };
  return derived(
    head,
    "product",
    inputs,
    (values) => {
      const exact = values.reduce(multiply);
      if (scale === undefined || exact.scale <= scale) return exact;
      return { digits: divideHalfEven(exact.digits, powerOfTen(exact.scale - scale)), scale };
    },
    rounding,
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
  if (missingIn(inputs) !== undefined) return derived(head, "quotient", inputs, () => zero);
  if (divisor.value === "0") return withoutValue(head, "quotient", inputs, "not-held");
  const value = new Decimal(dividend.value!).div(divisor.value!).toString();
  return withValue(head, "quotient", inputs, value, decimalRounding);
}

/** A number with its sign turned. */
export function negatedOf(head: TrailHead, input: Trail): Trail {
  return derived(head, "negated", [input], ([value]) => negate(value!));
}

/** The least of several numbers. */
export function lesserOf(head: TrailHead, inputs: readonly Trail[]): Trail {
  return derived(head, "lesser", inputs, (values) =>
    values.reduce((least, value) => (add(value, negate(least)).digits < 0n ? value : least)),
  );
}

/** whole x part / of, cut to digits after the point: the ledger's one division. */
export function shareOf(
  head: TrailHead,
  [whole, part, of]: readonly [Trail, Trail, Trail],
  scale: number,
  mode: TrailRounding["mode"] = "half-even",
): Trail {
  return derived(
    head,
    "rounded-share",
    [whole, part, of],
    ([a, b, c]) => {
      if (c!.digits === 0n) return zero;
      const numerator = a!.digits * b!.digits * powerOfTen(c!.scale + scale);
      const denominator = c!.digits * powerOfTen(a!.scale + b!.scale);
      return { digits: (mode === "half-even" ? divideHalfEven : divideHalfUp)(numerator, denominator), scale };
    },
    { mode, scale },
  );
}

/** What the ledger books although a part is not known: the sum of the parts that are. */
export function leftOutOf(head: TrailHead, inputs: readonly Trail[]): Trail {
  const known = inputs.flatMap(({ value }) => (value === undefined ? [] : [exactOf(value)]));
  const incomplete = missingIn(inputs) ?? "missing-cost";
  return { ...withValue(head, "left-out", inputs, textOf(known.reduce(add, zero))), incomplete };
}

/** A node whose value is a known text; `missing` without one. */
export function withValue(
  head: TrailHead,
  operation: TrailOperation,
  inputs: readonly Trail[],
  value: DecimalString,
  rounding?: TrailRounding,
): Trail {
  const incomplete = inputs.find((input) => input.incomplete !== undefined)?.incomplete;
  return {
    ...head,
    operation,
    value,
    inputs,
    ...(rounding === undefined ? {} : { rounding }),
    ...(incomplete === undefined ? {} : { incomplete }),
  };
}

/** A node without a value, and why. */
export function withoutValue(
  head: TrailHead,
  operation: TrailOperation,
  inputs: readonly Trail[],
  missing: UndefinedReason,
): Trail {
  return { ...head, operation, inputs, missing };
}

/** The node as the ledger has it: when the steps shown do not lead to its value, they are not claimed to. */
export function confirmed(trail: Trail, value: DecimalString | undefined): Trail {
  if (value === undefined || value === trail.value) return trail;
  const { missing: _, known: __, rounding: ___, ...rest } = trail;
  return { ...rest, operation: "recorded", value };
}

/** Plain text of a number: 1.50 is "1.5". */
export function textOf({ digits, scale }: FixedPoint): DecimalString {
  return toDecimalString(digits, scale);
}

const decimalRounding: TrailRounding = { mode: "half-even", significantDigits: Decimal.precision };

function missingIn(inputs: readonly Trail[]): UndefinedReason | undefined {
  const missing = inputs.find(({ value }) => value === undefined);
  return missing === undefined ? undefined : (missing.missing ?? "missing-cost");
}

function derived(
  head: TrailHead,
  operation: TrailOperation,
  inputs: readonly Trail[],
  compute: (values: readonly FixedPoint[]) => FixedPoint,
  rounding?: TrailRounding,
): Trail {
  const missing = missingIn(inputs);
  if (missing !== undefined) return withoutValue(head, operation, inputs, missing);
  const value = textOf(compute(inputs.map((input) => exactOf(input.value!))));
  return withValue(head, operation, inputs, value, rounding);
}

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

function withKnown(trail: Trail, sum: (values: readonly string[]) => DecimalString): Trail {
  if (trail.missing === undefined) return trail;
  return { ...trail, known: sum(trail.inputs.flatMap(({ value, known }) => value ?? known ?? [])) };
}
