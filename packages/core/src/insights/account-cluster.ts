import type { Finding } from "./finding.ts";
import { groupedShares } from "./grouped-shares.ts";
import { largestShare } from "./largest-share.ts";
import type { PortfolioFacts } from "./portfolio-facts.ts";

/** Whether one account, and so one broker or bank, holds more of the portfolio than is wanted. */
export function accountCluster(facts: PortfolioFacts): Finding | undefined {
  const shares = groupedShares(facts, ({ account }) => account);
  return largestShare("account-cluster", shares, facts.settings.largestAccount, (account) => ({ account }));
}
