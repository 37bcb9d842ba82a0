import type { DecimalString } from "../numbers/decimal.ts";
import { digitsAt, type FixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven, divideHalfUp } from "../numbers/rounding.ts";
import type { UndefinedReason } from "../outcome/measured.ts";
import type { Trail, TrailOperation, TrailRounding } from "./trail.ts";
import { exactOf, type TrailHead, textOf, withoutValue, withValue } from "./trail-node.ts";

/** Nothing. */
export const zero: FixedPoint = { digits: 0n, scale: 0 };

/** a + b. */
export function add(a: FixedPoint, b: FixedPoint): FixedPoint {
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

/** -a. */
export function negate({ digits, scale }: FixedPoint): FixedPoint {
  return { digits: -digits, scale };
}

/** a x b. */
export function multiply(a: FixedPoint, b: FixedPoint): FixedPoint {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** The exact sum; what is known of it when an input is missing. */
export function sumOf(head: TrailHead, inputs: readonly Trail[]): Trail {
  return withKnown(
    derived(head, "sum", inputs, (values) => values.reduce(add, zero)),
    (known) => textOf(known.map(exactOf).reduce(add, zero)),
  );
}

/** The first less all others, exactly. */
export function differenceOf(head: TrailHead, inputs: readonly Trail[]): Trail {
  return derived(head, "difference", inputs, ([first, ...others]) => others.map(negate).reduce(add, first!));
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

/** Why the first input without a value has none. */
export function missingIn(inputs: readonly Trail[]): UndefinedReason | undefined {
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

/** A sum that is missing, with the part of it that is known. */
export function withKnown(trail: Trail, sum: (values: readonly string[]) => DecimalString): Trail {
  if (trail.missing === undefined) return trail;
  return { ...trail, known: sum(trail.inputs.flatMap(({ value, known }) => value ?? known ?? [])) };
}
