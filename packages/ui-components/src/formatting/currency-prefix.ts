import { numberFormat } from "./number-format.ts";

/** The sign of a currency as the locale writes it. */
function sign(locale: string, currency: string, display: "symbol" | "narrowSymbol"): string {
  const parts = numberFormat(locale, { style: "currency", currency, currencyDisplay: display }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}

/**
 * The sign an amount is marked with: short for the home currency ("$"), told apart for every other ("US$").
 *
 * Two currencies never share a sign in one view: where the locale would write both as "$", the other one takes the
 * first letters of its code. Without a home currency the locale decides alone.
 */
export function currencyPrefix(currency: string, locale: string, homeCurrency: string | undefined): string {
  if (homeCurrency === undefined) return sign(locale, currency, "symbol");
  const home = sign(locale, homeCurrency, "narrowSymbol");
  if (currency === homeCurrency) return home;
  const other = sign(locale, currency, "symbol");
  if (other !== home) return other;
  return `${currency.slice(0, 2)}${sign(locale, currency, "narrowSymbol")}`;
}
