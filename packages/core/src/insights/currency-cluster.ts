import type { Finding } from "./finding.ts";
import { groupedShares } from "./grouped-shares.ts";
import { largestShare } from "./largest-share.ts";
import type { PortfolioFacts } from "./portfolio-facts.ts";

/** Whether one currency other than the base currency is more of the portfolio than is wanted, holdings and cash together. */
export function currencyCluster(facts: PortfolioFacts): Finding | undefined {
  const { baseCurrency, settings, total } = facts;
  const shares = groupedShares(facts, ({ currency }) => (currency === baseCurrency ? undefined : currency));
  const found = largestShare("currency-cluster", shares, settings.largestForeignCurrency, (currency) => ({ currency }));
  // All of it in the base currency is no cluster abroad, and known to be none.
  if (found?.measure === undefined && found !== undefined && total.greaterThan(0))
    return { ...found, status: "fine", measure: 0 };
  return found;
}
