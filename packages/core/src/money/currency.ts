import { PortfolioError } from "../outcome/portfolio-error.ts";
import { minorUnitDigitsByCurrency } from "./iso-4217.ts";

/** An ISO 4217 code such as "CAD", or the ticker of a coin used as cash. Upper case. */
export type CurrencyCode = string & { readonly __brand?: "CurrencyCode" };

/** A unit that prices are quoted in when it is not the currency itself, such as pence. */
export interface QuotationUnit {
  readonly code: string;
  readonly currency: CurrencyCode;
  /** Units of the quotation unit in one unit of the currency, as a power of ten: 2 for pence. */
  readonly digits: number;
}

const quotationUnits: readonly QuotationUnit[] = [
  { code: "GBp", currency: "GBP", digits: 2 },
  { code: "GBX", currency: "GBP", digits: 2 },
  { code: "ZAc", currency: "ZAR", digits: 2 },
  { code: "ILA", currency: "ILS", digits: 2 },
];

/** The quotation unit with this code, read exactly: "GBp" is pence, "GBP" is none. Undefined: no unit has this code. */
export function quotationUnit(code: string): QuotationUnit | undefined {
  return quotationUnits.find((unit) => unit.code === code);
}

/** Whether the code is a currency of ISO 4217 that money can be held in. */
export function isCurrencyCode(code: string): boolean {
  return Object.hasOwn(minorUnitDigitsByCurrency, code);
}

/**
 * Checks that a text is a currency of ISO 4217, and answers it as one.
 *
 * @throws {PortfolioError} `invalid-identifier`: it is none, or not in upper case
 */
export function currencyCode(code: string): CurrencyCode {
  if (isCurrencyCode(code)) return code;
  throw new PortfolioError("invalid-identifier", `"${code}" is not a currency of ISO 4217. Write a code such as EUR.`, {
    value: code,
  });
}

/** Digits after the point of a currency's minor unit (USD 2, JPY 0, BHD 3): a matter of display, not of stored precision. */
export function minorUnitDigits(code: CurrencyCode): number {
  return minorUnitDigitsByCurrency[code] ?? 2;
}
