import type { CurrencyCode } from "@portfolio/core";
import type { LoadedPortfolio } from "./computed-portfolio.ts";
import { currenciesOf } from "./currencies-of.ts";

/** The pairs whose rates are needed: from every currency of the portfolio to the base currency. */
export function ratePairsOf(loaded: LoadedPortfolio, base: CurrencyCode): { from: CurrencyCode; to: CurrencyCode }[] {
  const currencies = currenciesOf(loaded);
  currencies.delete(base);
  return [...currencies].map((from) => ({ from, to: base }));
}
