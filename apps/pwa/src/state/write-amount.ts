import { numberSigns } from "./number-signs.ts";

/** Decimal text as the locale writes it, ungrouped: what a field shows and `readAmount` reads back digit for digit. */
export function writeAmount(decimal: string, locale: string): string {
  return decimal.replace(".", numberSigns(locale).decimal);
}
