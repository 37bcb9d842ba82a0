import type { Prices } from "../cash-flows/cash-flow.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { accountCluster } from "./account-cluster.ts";
import { charges } from "./charges.ts";
import { currencyCluster } from "./currency-cluster.ts";
import { emergencyFund } from "./emergency-fund.ts";
import type { Finding } from "./finding.ts";
import { incompleteData } from "./incomplete-data.ts";
import { type HealthQuestion, type PortfolioFacts, portfolioFacts } from "./portfolio-facts.ts";
import { positionConcentration } from "./position-concentration.ts";
import { staleData } from "./stale-data.ts";

const rules: readonly ((facts: PortfolioFacts) => Finding | undefined)[] = [
  positionConcentration,
  currencyCluster,
  accountCluster,
  charges,
  emergencyFund,
  staleData,
  incompleteData,
];

/**
 * Looks a portfolio over by adjustable rules: concentration, currencies, accounts, charges, emergency fund, old and
 * incomplete data. Each finding carries its evidence, so that nobody has to take its word for it.
 *
 * Use it for a data health page or a checklist; it is arithmetic on the user's own limits, not advice.
 *
 * Shape: one finding for each rule whose limit is given, always in the same order. Units: as {@link Finding} says.
 * Undefined: where nothing can be judged (no value, no monthly expenses, a rate is missing) the status is `not-known` and
 * the measure undefined.
 * Cost: O(transactions + days of a year on which something is held).
 *
 * @throws {PortfolioError} `invalid-date`: `on` is no date; `invalid-decimal`: `monthlyExpenses` is no decimal text;
 *   `argument-out-of-range`: a limit is not 0 or more
 * @see docs/methods/health.md
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "deposit", account: "broker", kind: "deposit", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "1000" },
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "60" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * const prices = new Map([["bakery", priceHistory([["2026-01-05", "60"]])]]);
 * const settings = { largestPosition: 0.25, emergencyMonths: 3, monthlyExpenses: "100" };
 * const findings = healthReport(ledger, prices, { on: "2026-01-06", settings });
 * findings.map(({ rule, status, measure }) => `${rule}: ${status}, ${measure}`);
 * // => ["position-concentration: attention, 0.6", "emergency-fund: fine, 4"]
 */
export function healthReport(ledger: Ledger, prices: Prices, question: HealthQuestion): Finding[] {
  const facts = portfolioFacts(ledger, prices, question);
  return rules.flatMap((rule) => rule(facts) ?? []);
}
