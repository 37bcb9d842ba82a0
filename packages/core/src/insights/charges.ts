import type { Finding } from "./finding.ts";
import type { PortfolioFacts } from "./portfolio-facts.ts";

/** Whether fees of the last 365 days, those of trades included, were more of the average value than is wanted. */
export function charges({ charges: paid, averageValue, settings }: PortfolioFacts): Finding | undefined {
  const limit = settings.largestCharges;
  if (limit === undefined) return undefined;
  if (paid === undefined || averageValue === undefined)
    return { rule: "charges", status: "not-known", measure: undefined, limit, evidence: [] };
  const measure = paid.toNumber() / averageValue;
  const evidence = [{ amount: paid.toString(), days: 365 }];
  return { rule: "charges", status: measure > limit ? "attention" : "fine", measure, limit, evidence };
}
