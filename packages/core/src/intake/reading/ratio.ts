import { Decimal } from "../../numbers/decimal.ts";
import type { Ratio } from "../../transactions/transaction.ts";

/**
 * The ratio of a split in lowest terms: new units for old ones.
 *
 * Undefined: one of the two is not above zero.
 */
export function splitRatio(newUnits: Decimal, oldUnits: Decimal): Ratio | undefined {
  if (!newUnits.greaterThan(0) || !oldUnits.greaterThan(0)) return undefined;
  const scale = new Decimal(10).pow(Math.max(newUnits.decimalPlaces(), oldUnits.decimalPlaces()));
  const [numerator, denominator] = [newUnits, oldUnits].map((units) => BigInt(units.times(scale).toFixed(0)));
  if (numerator === undefined || denominator === undefined) return undefined;
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: (numerator / divisor).toString(), denominator: (denominator / divisor).toString() };
}

/** Reads "4:1", "4 for 1", "4-for-1", "4/1" or "4"; undefined for other text. */
export function readRatio(text: string): Ratio | undefined {
  const match = /^\s*(\d{1,12}(?:\.\d{1,12})?)\s*(?:(?::|\/|-?for-?)\s*(\d{1,12}(?:\.\d{1,12})?))?\s*$/i.exec(text);
  return match === null ? undefined : splitRatio(new Decimal(match[1] ?? "0"), new Decimal(match[2] ?? "1"));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
