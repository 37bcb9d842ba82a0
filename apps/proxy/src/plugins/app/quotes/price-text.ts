/** Significant digits a price below 1 keeps whatever the source's hint says: 2 digits would turn 0.0042 into nothing. */
const significantDigits = 4;
/** Significant digits of an exchange rate; a 32-bit float carries no more. */
const rateDigits = 7;

function digitsFor(value: number, significant: number): number {
  return Math.max(0, significant - 1 - Math.floor(Math.log10(value)));
}

function trimmed(text: string, least: number): string {
  const [whole = "", fraction = ""] = text.split(".");
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, "");
  return kept === "" ? whole : `${whole}.${kept}`;
}

/** Whether a number can be a price: finite, above zero, and not beyond what decimal text can carry. */
export function isPrice(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 1e-12 && value < 1e15;
}

/**
 * A price as decimal text, rounded to `digits` after the point, so that 75.0899963378906 is "75.09".
 *
 * Yahoo sends 32-bit floats written as 64-bit ones; the digits beyond are noise. A price below 1 keeps 4 significant digits.
 */
export function priceText(value: number, digits: number): string {
  const needed = value < 1 ? Math.max(digits, digitsFor(value, significantDigits)) : digits;
  return trimmed(value.toFixed(Math.min(needed, 20)), digits);
}

/** An exchange rate or an amount without a hint as decimal text with 7 significant digits, without trailing zeros. */
export function rateText(value: number): string {
  return trimmed(value.toFixed(Math.min(digitsFor(value, rateDigits), 20)), 0);
}
