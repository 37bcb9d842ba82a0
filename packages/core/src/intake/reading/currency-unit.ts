import { type CurrencyCode, isCurrencyCode, quotationUnit } from "../../money/currency.ts";
import { Decimal } from "../../numbers/decimal.ts";

/** What a currency cell names: a currency, perhaps through a unit that prices are quoted in. */
export interface CurrencyUnit {
  readonly currency: CurrencyCode;
  /** Units in one unit of the currency: 100 for pence, else 1. */
  readonly perCurrency: Decimal;
  /** Set where it is not the currency itself: "GBX". */
  readonly quotationUnit?: string;
}

const one = /* @__PURE__ */ new Decimal(1);

/** Reads "EUR", "eur" or "GBp"; undefined for what is neither a currency nor a quotation unit. */
export function readCurrency(text: string): CurrencyUnit | undefined {
  if (isCurrencyCode(text)) return { currency: text, perCurrency: one };
  const code = text.trim();
  const unit = quotationUnit(code) ?? quotationUnit(code.toUpperCase());
  if (unit !== undefined) {
    return { currency: unit.currency, perCurrency: new Decimal(10).pow(unit.digits), quotationUnit: unit.code };
  }
  const upper = code.toUpperCase();
  return isCurrencyCode(upper) ? { currency: upper, perCurrency: one } : undefined;
}
