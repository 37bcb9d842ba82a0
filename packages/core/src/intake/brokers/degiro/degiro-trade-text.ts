import type { Decimal } from "../../../numbers/decimal.ts";
import { type CurrencyUnit, readCurrency } from "../../reading/currency-unit.ts";
import { type DecimalSign, parseNumber } from "../../csv/number-style.ts";

/** What the description of a trade says. */
export interface DegiroTradeText {
  /** Words before a colon: `PRODUCT CHANGE`; "" for a plain trade. */
  readonly occasion: string;
  readonly side: "buy" | "sell";
  readonly quantity: Decimal;
  /** As printed, perhaps in pence. */
  readonly price: Decimal;
  readonly unit: CurrencyUnit;
}

const buyWords = ["buy", "koop", "kauf", "compra", "achat", "acquisto"];
const sellWords = ["sell", "verkoop", "verkauf", "venta", "vente", "vendita", "venda"];

const trade = /* @__PURE__ */ tradePattern();

function tradePattern(): RegExp {
  return new RegExp(
    `^(?:(.+?)\\s*:\\s*)?(${[...buyWords, ...sellWords].join("|")})\\s+(\\d[\\d.,]*)\\b.*?\\s*(?:@|zu je)\\s*(\\d[\\d.,]*)\\s*([A-Za-z]{3})\\b`,
    "i",
  );
}

/**
 * Reads `Koop 4 @ 61,9 USD`, `Buy 85 NAME@9.45 USD (ISIN)` or `PRODUCTWIJZIGING : Verkoop 40 @ 1,3 EUR`.
 *
 * `sign` is the decimal sign of the amount column. Undefined: the description is no trade.
 */
export function readDegiroTrade(description: string, sign: DecimalSign): DegiroTradeText | undefined {
  const match = trade.exec(description.trim().replaceAll(/\s+/g, " "));
  if (match === null) return undefined;
  const [, occasion = "", word = "", printedQuantity = "", printedPrice = "", code = ""] = match;
  const quantity = parseNumber(printedQuantity, sign);
  const price = parseNumber(printedPrice, sign);
  const unit = readCurrency(code);
  if (quantity === undefined || price === undefined || unit === undefined) return undefined;
  const side = buyWords.includes(word.toLowerCase()) ? "buy" : "sell";
  return { occasion: occasion.toUpperCase(), side, quantity, price, unit };
}
