import type { Prices } from "../cash-flows/cash-flow.ts";
import { negativeCashIssues } from "../holdings/cash-balance.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Issue } from "../outcome/issue.ts";
import { instrumentFilter, isWithoutCash, type Scope } from "../transactions/scope.ts";
import { flowIssues } from "./flow-issues.ts";
import { issuePlaces, type IssuePlaces } from "./issue-places.ts";
import type { IssuesQuestion } from "./issues-question.ts";
import { priceIssues } from "./price-issues.ts";
import { rateIssues } from "./rate-issues.ts";

/**
 * Everything that is wrong with the data behind the figures of a scope: what the ledger could not apply or had to guess,
 * overdrawn cash, prices and rates that are missing or too old. Each names its transaction, instrument, account or currency.
 *
 * Shape: what concerns transactions counts from the beginning of the ledger up to `to`, for its effect lasts; what concerns
 * prices and rates of holdings only on the days asked for. Of one kind in date order.
 * Cost: O(transactions + instruments), and O(days) for each instrument or currency that lacks something.
 *
 * @throws {PortfolioError} `invalid-date`: a date of the question is none
 * @see docs/methods/issues.md
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * const issues = issuesOf(ledger, new Map(), { to: "2026-01-31" });
 * issues.map(({ severity, code, date }) => `${severity}: ${code} from ${date} on`);
 * // => ["warning: negative-cash from 2026-01-05 on", "warning: missing-price from 2026-01-05 on"]
 */
export function issuesOf(ledger: Ledger, prices: Prices, question: IssuesQuestion): Issue[] {
  const { scope = {}, to } = question;
  const booked = issuePlaces(ledger, [...ledger.issues, ...negativeCashIssues(ledger)])
    .filter((places) => hasBegun(places.issue, to) && isInScope(places, scope))
    .map((places) => places.issue);
  const unrated = rateIssues(ledger, question);
  return [
    ...booked,
    ...flowIssues(ledger, prices, question, [...booked, ...unrated]),
    ...unrated,
    ...priceIssues(ledger, prices, question),
  ];
}

/** A transaction held back for its date may belong to any day. */
function hasBegun({ code, date }: Issue, to: string): boolean {
  return code === "future-date" || date === undefined || date <= to;
}

/** One that is about no account in particular concerns them all; one about no instrument, only scopes with cash. */
function isInScope({ accounts, instruments }: IssuePlaces, scope: Scope): boolean {
  const isInAccounts =
    scope.accounts === undefined || accounts.length === 0 || accounts.some((id) => scope.accounts!.includes(id));
  return isInAccounts && (!isWithoutCash(scope) || instruments.some(instrumentFilter(scope)));
}
