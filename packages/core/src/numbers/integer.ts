import { toBigInt, toSafeNumber } from "./safe-integer.ts";

/**
 * An exact integer: a number while its magnitude is at most 2^53 - 1, a bigint beyond, never the other way round.
 *
 * So `===` compares two of them, `<` compares them with each other, and common sums cost no memory management.
 */
export type Integer = number | bigint;

const limit = Number.MAX_SAFE_INTEGER;

/** A bigint in the form it has as an {@link Integer}. */
export function toInteger(value: bigint): Integer {
  return toSafeNumber(value) ?? value;
}

/** An integer as a bigint, for arithmetic that leaves the safe range. */
export function asBigInt(value: Integer): bigint {
  return typeof value === "number" ? toBigInt(value) : value;
}

/** a + b, exactly. A check after the sum is a proof: rounding is monotonic, so a sum beyond the limit never rounds below it. */
export function plus(a: Integer, b: Integer): Integer {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (sum <= limit && sum >= -limit) return sum;
  }
  return toInteger(asBigInt(a) + asBigInt(b));
}

/** a - b, exactly. */
export function minus(a: Integer, b: Integer): Integer {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (difference <= limit && difference >= -limit) return difference;
  }
  return toInteger(asBigInt(a) - asBigInt(b));
}

/** a x b, exactly. */
export function times(a: Integer, b: Integer): Integer {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    // Adding 0 turns the -0 of 0 x -1 into 0.
    if (product <= limit && product >= -limit) return product + 0;
  }
  return toInteger(asBigInt(a) * asBigInt(b));
}
