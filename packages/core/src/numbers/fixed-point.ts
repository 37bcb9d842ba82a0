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

/** The most digits after the point, and the largest exponent, that are read: a column keeps scales in a byte. */
export const mostDigits: number = 100;

const powers: bigint[] = [1n];

/** 10 to the power of a whole number of 0 or more, as an integer. */
export function powerOfTen(exponent: number): bigint {
  for (let known = powers.length; known <= exponent; known++) powers.push(powers[known - 1]! * 10n);
  return powers[exponent]!;
}

/**
 * Reads decimal text exactly, up to {@link mostDigits} digits after the point. Trailing zeros are cut: "1.50" has scale 1.
 *
 * @throws {PortfolioError} `invalid-decimal`: no decimal number, or one beyond any amount of this world
 */
export function parseFixedPoint(text: DecimalString): FixedPoint {
  if (!isDecimalString(text)) {
    throw new PortfolioError("invalid-decimal", `"${text}" is not a decimal number. Write it as 1234.56.`, {
      value: text,
    });
  }
  const plain = plainNotation(text);
  const point = plain.indexOf(".");
  const whole = point < 0 ? plain : plain.slice(0, point);
  const fraction = point < 0 ? "" : plain.slice(point + 1).replace(/0+$/, "");
  if (fraction.length > mostDigits) throw tooLong(text);
  return { digits: BigInt(`${whole}${fraction}`.replace("+", "").replace(/^-?$/, "0")), scale: fraction.length };
}

/** Without an exponent; one that would write out more than {@link mostDigits} zeros is refused before it does. */
function plainNotation(text: DecimalString): DecimalString {
  const exponent = /e([+-]?\d+)$/i.exec(text)?.[1];
  if (exponent === undefined) return text;
  if (Math.abs(Number(exponent)) > mostDigits) throw tooLong(text);
  return new Decimal(text).toFixed();
}

function tooLong(text: DecimalString): PortfolioError {
  return new PortfolioError(
    "invalid-decimal",
    `"${text.slice(0, 40)}" has more than ${mostDigits} digits. Shorten it.`,
    { value: text },
  );
}

/** The integer of a fixed-point number at a scale at least its own. */
export function digitsAt(value: FixedPoint, scale: number): bigint {
  return scale === value.scale ? value.digits : value.digits * powerOfTen(scale - value.scale);
}

/** a + b, exactly, at the larger of their scales. */
export function addFixed(a: FixedPoint, b: FixedPoint): FixedPoint {
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

/** a x b, exactly, at the sum of their scales. */
export function multiplyFixed(a: FixedPoint, b: FixedPoint): FixedPoint {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** The same number with the other sign, or 0. */
export function negateFixed({ digits, scale }: FixedPoint): FixedPoint {
  return { digits: -digits, scale };
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
