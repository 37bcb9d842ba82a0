import type { DecimalString } from "./decimal.ts";
import { exactPowers } from "./exact-powers.ts";
import { type FixedPoint, parseFixedPoint, powerOfTen, toDecimalString } from "./fixed-point.ts";
import { type Integer, times, toInteger } from "./integer.ts";
import { toBigInt } from "./safe-integer.ts";

/**
 * A column of exact decimals: an integer in a Float64Array and its own scale, row by row.
 *
 * Each row carries its scale (not one for all), so that a coin with 18 decimals does not push every share of the same
 * ledger out of the fast path. An integer beyond 2^53 - 1 stands in the side table `big`; a row without a value has
 * the scale {@link absent}. Plain data: may be cloned, transferred and stored.
 */
export interface DecimalColumn {
  readonly values: Float64Array;
  readonly scales: Int8Array;
  readonly big: Map<number, bigint>;
}

/** The scale that marks a row without a value. */
export const absent: number = -1;

/** An empty column of `length` rows without values. */
export function decimalColumn(length: number): DecimalColumn {
  return { values: new Float64Array(length), scales: new Int8Array(length).fill(absent), big: new Map() };
}

/** Writes a row from decimal text. */
export function setDecimal(column: DecimalColumn, row: number, text: DecimalString): void {
  if (setPlainDecimal(column, row, text)) return;
  const { digits, scale } = parseFixedPoint(text);
  const value = Number(digits);
  column.scales[row] = scale;
  column.values[row] = value;
  if (!Number.isSafeInteger(value)) column.big.set(row, digits);
}

/** Digits that a double surely holds as one integer. */
const plainDigits = 15;
const [zero, nine, point, minus] = [48, 57, 46, 45];

/** The common case, digit by digit: a short number without an exponent. False for anything else. */
function setPlainDecimal({ values, scales }: DecimalColumn, row: number, text: DecimalString): boolean {
  // A number from JavaScript has lost its digits already: the reader refuses it.
  if (typeof text !== "string") return false;
  const { length } = text;
  const isNegative = text.charCodeAt(0) === minus;
  let value = 0;
  let digits = 0;
  let pointAt = -1;
  for (let at = isNegative ? 1 : 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= nine) {
      value = value * 10 + (code - zero);
      digits++;
    } else if (code === point && pointAt < 0) pointAt = at;
    else return false;
  }
  if (digits === 0 || digits > plainDigits || pointAt === length - 1) return false;
  let scale = pointAt < 0 ? 0 : length - 1 - pointAt;
  while (scale > 0 && value % 10 === 0) {
    value /= 10;
    scale--;
  }
  // Never -0: the integer of no amount is 0.
  values[row] = isNegative && value !== 0 ? -value : value;
  scales[row] = scale;
  return true;
}

/** Whether the row has a value. */
export function hasDecimal(column: DecimalColumn, row: number): boolean {
  return column.scales[row] !== absent;
}

/** The row as an exact integer at its own scale; 0 for a row without a value. */
export function digitsOf(column: DecimalColumn, row: number): bigint {
  const value = column.values[row]!;
  return Number.isSafeInteger(value) ? toBigInt(value) : (column.big.get(row) ?? 0n);
}

/** The row as an exact integer at `scale`, which is at least its own; 0 for a row without a value. */
export function digitsOfAt(column: DecimalColumn, row: number, scale: number): bigint {
  const own = column.scales[row]!;
  if (own < 0) return 0n;
  return own === scale ? digitsOf(column, row) : digitsOf(column, row) * powerOfTen(scale - own);
}

/** The same as {@link digitsOfAt}, as a number where it is small enough. */
export function integerOfAt(column: DecimalColumn, row: number, scale: number): Integer {
  const own = column.scales[row]!;
  if (own < 0) return 0;
  const value = column.values[row]!;
  const gap = scale - own;
  if (gap < exactPowers.length && Number.isSafeInteger(value))
    return gap === 0 ? value : times(value, exactPowers[gap]!);
  return toInteger(digitsOfAt(column, row, scale));
}

/** The row as a fixed-point number, undefined without a value. */
export function fixedPointOf(column: DecimalColumn, row: number): FixedPoint | undefined {
  return hasDecimal(column, row) ? { digits: digitsOf(column, row), scale: column.scales[row]! } : undefined;
}

/** The row as decimal text, undefined without a value. */
export function decimalTextOf(column: DecimalColumn, row: number): DecimalString | undefined {
  return hasDecimal(column, row) ? toDecimalString(digitsOf(column, row), column.scales[row]!) : undefined;
}
