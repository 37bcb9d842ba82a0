import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import { type FixedPoint, toDecimalString } from "../numbers/fixed-point.ts";
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

/** Plain text of a number: 1.50 is "1.5". */
export function textOf({ digits, scale }: FixedPoint): DecimalString {
  return toDecimalString(digits, scale);
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
