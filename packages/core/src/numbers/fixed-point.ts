import { PortfolioError } from "../outcome/portfolio-error.ts";
import { Decimal, type DecimalString, isDecimalString } from "./decimal.ts";

/**
 * An exact decimal as an integer and its number of digits after the point: 12.34 is { digits: 1234n, scale: 2 }.
 *
 * The number of the ledger. Never in a public type: results leave as {@link Decimal}.
 */
export interface FixedPoint {
  readonly digits: bigint;
  readonly scale: number;
}

const powers: bigint[] = [1n];

/** 10 to the power of a whole number of 0 or more, as an integer. */
export function powerOfTen(exponent: number): bigint {
  for (let known = powers.length; known <= exponent; known++) powers.push(powers[known - 1]! * 10n);
  return powers[exponent]!;
}

/**
 * Reads decimal text exactly, whatever its length. Trailing zeros are cut: "1.50" has scale 1.
 *
 * @throws {PortfolioError} `invalid-decimal`
 */
export function parseFixedPoint(text: DecimalString): FixedPoint {
  if (!isDecimalString(text)) {
    throw new PortfolioError("invalid-decimal", `"${text}" is not a decimal number. Write it as 1234.56.`, { value: text });
  }
  const plain = /[eE]/.test(text) ? new Decimal(text).toFixed() : text;
  const point = plain.indexOf(".");
  const whole = point < 0 ? plain : plain.slice(0, point);
  const fraction = point < 0 ? "" : plain.slice(point + 1).replace(/0+$/, "");
  return { digits: BigInt(`${whole}${fraction}`.replace("+", "").replace(/^-?$/, "0")), scale: fraction.length };
}

/** The integer of a fixed-point number at a scale at least its own. */
export function digitsAt(value: FixedPoint, scale: number): bigint {
  return scale === value.scale ? value.digits : value.digits * powerOfTen(scale - value.scale);
}

/** Exact decimal of an integer at a scale. */
export function toDecimal(digits: bigint, scale: number): Decimal {
  return new Decimal(toDecimalString(digits, scale));
}

/** Plain decimal text of an integer at a scale, without trailing zeros. */
export function toDecimalString(digits: bigint, scale: number): DecimalString {
  if (scale === 0) return digits.toString();
  const sign = digits < 0n ? "-" : "";
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const fraction = text.slice(-scale).replace(/0+$/, "");
  const whole = text.slice(0, -scale);
  return fraction === "" ? (whole === "0" ? "0" : sign + whole) : `${sign}${whole}.${fraction}`;
}
