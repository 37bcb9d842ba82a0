import { Decimal } from "../numbers/decimal.ts";
import type { Finding } from "./finding.ts";
import { groupedShares } from "./grouped-shares.ts";
import type { PortfolioFacts } from "./portfolio-facts.ts";

/** Whether the cash of all accounts lasts for as many months of expenses as is wanted. */
export function emergencyFund(facts: PortfolioFacts): Finding | undefined {
  const limit = facts.settings.emergencyMonths;
  if (limit === undefined) return undefined;
  const evidence = groupedShares(facts, ({ instrument, currency }) =>
    instrument === undefined ? currency : undefined,
  ).map(({ group, share, amount }) => ({ currency: group, share, amount }));
  const expenses = facts.monthlyExpenses;
  if (expenses === undefined || !expenses.greaterThan(0))
    return { rule: "emergency-fund", status: "not-known", measure: undefined, limit, evidence };
  const cash = facts.parts
    .filter(({ instrument }) => instrument === undefined)
    .reduce((sum, { marketValue }) => sum.plus(marketValue), new Decimal(0));
  const measure = cash.div(expenses).toNumber();
  return { rule: "emergency-fund", status: measure < limit ? "attention" : "fine", measure, limit, evidence };
}
