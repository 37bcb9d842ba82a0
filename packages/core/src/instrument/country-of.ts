import { hasIsinShape } from "./isin.ts";

/** What is known of an instrument's country. */
export interface CountryFacts {
  /** ISO 3166-1 alpha-2, as a person or source states it; wins. */
  readonly country?: string;
  readonly isin?: string;
}

/** ISIN prefixes that name no country: international and agency codes, the European Union, codes for private use. */
const noCountry = /^(X[A-Z]|EU|AA|Q[M-Z]|ZZ)$/;

/**
 * The country an instrument belongs to, as two letters: the stated one, else the prefix of its ISIN.
 *
 * The prefix is the country of the numbering agency: nearly always the issuer's seat, which is who keeps back tax; a
 * depositary receipt has the receipt's. Undefined: neither is there, or the prefix is that of no country (XS).
 *
 * @see docs/methods/income.md
 * @example
 * countryOf({ isin: "IE00B4L5Y983" }); // => "IE"
 * countryOf({ isin: "US0378331005", country: "CA" }); // => "CA"
 * countryOf({ isin: "XS0203470157" }); // => undefined
 */
export function countryOf({ country, isin }: CountryFacts): string | undefined {
  if (country !== undefined && country !== "") return country.toUpperCase();
  if (isin === undefined || !hasIsinShape(isin)) return undefined;
  const prefix = isin.slice(0, 2);
  return noCountry.test(prefix) ? undefined : prefix;
}
