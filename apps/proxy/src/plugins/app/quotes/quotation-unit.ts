/** Units in which exchanges quote although the money has another name, and that money. */
const minorUnits: Readonly<Record<string, string>> = { GBp: "GBP", GBX: "GBP", ZAc: "ZAR", ZAC: "ZAR", ILA: "ILS" };

/** The currency of a price and, where the price is in another unit, that unit exactly as the source writes it. */
export interface PriceUnit {
  readonly currency: string | null;
  readonly quotationUnit: string | null;
}

/**
 * What a source's currency field means. "GBp" is pence, not pounds: it is never upper-cased. Anything that is neither a
 * known unit nor shaped like an ISO code is unknown, and the user is asked rather than guessed for.
 */
export function priceUnit(currency: unknown): PriceUnit {
  if (typeof currency !== "string") return { currency: null, quotationUnit: null };
  const money = minorUnits[currency];
  if (money !== undefined) return { currency: money, quotationUnit: currency };
  return { currency: /^[A-Z]{3}$/.test(currency) ? currency : null, quotationUnit: null };
}
