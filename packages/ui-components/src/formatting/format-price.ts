import { currencyPrefix } from "./currency-prefix.ts";
import { numberFormat } from "./number-format.ts";
import { joinParts, numberParts } from "./number-parts.ts";

/** A price as quoted: at least the minor units of its currency, at most eight digits. Never masked. */
export function formatPrice(price: string, currency: string, locale: string, homeCurrency?: string): string {
  if (!/^[A-Z]{3}$/i.test(currency)) return "";
  const money = numberFormat(locale, { style: "currency", currency });
  const minor = money.resolvedOptions().minimumFractionDigits ?? 2;
  const text = joinParts(
    numberParts(price, locale, {
      style: "currency",
      currency,
      minimumFractionDigits: minor,
      maximumFractionDigits: Math.max(minor, 8),
      signDisplay: "negative",
    }),
  );
  const foreign = money.formatToParts(0).find((part) => part.type === "currency")?.value ?? "";
  return text.replace(foreign, currencyPrefix(currency, locale, homeCurrency));
}
