import { powerOfTen } from "./fixed-point.ts";

/** numerator / denominator to the nearest integer; a tie goes to the even neighbour. The denominator is not 0. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (numerator >= 0n && denominator > 0n) return dividePositiveHalfEven(numerator, denominator);
  const quotient = numerator / denominator;
  const twice = 2n * absolute(numerator - quotient * denominator);
  const divisor = absolute(denominator);
  if (twice < divisor || (twice === divisor && quotient % 2n === 0n)) return quotient;
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n;
}

/** The ledger's one division runs through here a hundred thousand times: as few intermediate integers as there can be. */
function dividePositiveHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const rest = numerator - quotient * denominator;
  const missing = denominator - rest;
  if (rest < missing) return quotient;
  return rest > missing || quotient % 2n === 1n ? quotient + 1n : quotient;
}

/** numerator / denominator to the nearest integer; a tie goes away from zero. The denominator is not 0. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = 2n * absolute(numerator - quotient * denominator);
  if (twice < absolute(denominator)) return quotient;
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n;
}

/**
 * A fraction as an integer with `significantDigits` digits and its scale, rounded half-even once.
 *
 * For derived exchange rates: 34 digits in the ledger, 15 in the daily series, so that those stay below 2^53.
 */
export function divideToSignificantDigits(
  numerator: bigint,
  denominator: bigint,
  significantDigits: number,
): { readonly digits: bigint; readonly scale: number } {
  if (numerator === 0n) return { digits: 0n, scale: 0 };
  const magnitude = decimalLength(numerator) - decimalLength(denominator);
  let scale = significantDigits - magnitude;
  let digits = scaled(numerator, denominator, scale);
  if (decimalLength(digits) > significantDigits) digits = scaled(numerator, denominator, --scale);
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale--;
  }
  return scale < 0 ? { digits: digits * powerOfTen(-scale), scale: 0 } : { digits, scale };
}

function scaled(numerator: bigint, denominator: bigint, scale: number): bigint {
  return scale >= 0
    ? divideHalfEven(numerator * powerOfTen(scale), denominator)
    : divideHalfEven(numerator, denominator * powerOfTen(-scale));
}

function decimalLength(value: bigint): number {
  return absolute(value).toString().length;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
