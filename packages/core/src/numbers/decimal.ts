import { Decimal as DecimalJs } from "decimal.js";
import { PortfolioError } from "../outcome/portfolio-error.ts";

/**
 * The public number type for money, quantity, price and rate.
 *
 * Our own clone of decimal.js, so that a host page's settings cannot change our arithmetic: 60 significant digits,
 * half-even, never an exponent in text. A `Decimal` cannot be structured-cloned: across workers and into storage go
 * decimal strings (`toString`).
 */
export const Decimal: typeof DecimalJs = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  defaults: true,
});
export type Decimal = DecimalJs;

/** A decimal number in plain notation, such as "-1234.56": the form at rest and across the worker boundary. */
export type DecimalString = string;

const plainDecimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Whether the text is a finite decimal number with a point (an exponent is understood). */
export function isDecimalString(text: string): boolean {
  return typeof text === "string" && plainDecimal.test(text);
}

/**
 * Makes a Decimal from decimal text or an integer.
 *
 * A float is refused unless it is a safe integer: 0.1 has already lost its digits before it arrives here.
 *
 * @throws {PortfolioError} `invalid-decimal`: not a finite decimal number, or a number that is no integer
 */
export function decimal(value: DecimalString | number | bigint | Decimal): Decimal {
  if (isExact(value)) return new Decimal(typeof value === "bigint" ? value.toString() : value);
  throw new PortfolioError(
    "invalid-decimal",
    `"${String(value)}" is not an exact decimal. Pass decimal text such as "1234.56" or a whole number.`,
    { value: String(value) },
  );
}

function isExact(value: DecimalString | number | bigint | Decimal): boolean {
  if (typeof value === "string") return isDecimalString(value);
  if (typeof value === "number") return Number.isSafeInteger(value);
  return typeof value === "bigint" || (Decimal.isDecimal(value) && value.isFinite());
}
