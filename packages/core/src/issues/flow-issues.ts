import { fromEpochDay, toEpochDay } from "../calendar/plain-date.ts";
import type { CashFlow, Prices } from "../cash-flows/cash-flow.ts";
import { scopeFlows } from "../cash-flows/scope-flows.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { statesAmount } from "../ledger/trade-amounts.ts";
import { type Issue, issue, type IssueCode, type IssueSource } from "../outcome/issue.ts";
import { priceOn } from "../prices/price-history.ts";
import { isWithoutCash } from "../transactions/scope.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import type { IssuesQuestion } from "./issues-question.ts";
import { firstPositionOf, rowAt } from "../transactions/row-order.ts";

/**
 * What is wrong with the flows of a scope: half a transfer of cash (`unpaired-transfer`; one of an instrument is named by
 * the ledger), and flows whose amount is not known (`missing-price`, `missing-rate`), but for those that `named` has.
 *
 * Cost: O(transactions).
 */
export function flowIssues(
  ledger: Ledger,
  prices: Prices,
  { to, scope = {} }: IssuesQuestion,
  named: readonly Issue[],
): Issue[] {
  const lastDay = toEpochDay(to);
  const known = new Set(named.map(({ code, source }) => `${code} ${source.transactionId}`));
  const unknown = scopeFlows(ledger, prices, scope)
    .filter(({ exact, day }) => exact === undefined && day <= lastDay)
    .map((flow) => unknownFlow(ledger, prices, flow))
    .filter(({ code, source }) => !known.has(`${code} ${source.transactionId}`));
  return isWithoutCash(scope) ? unknown : [...halvesOfCash(ledger, { to, scope }), ...unknown];
}

const transfers = new Set([kindCode["transfer-in"], kindCode["transfer-out"]]);

function halvesOfCash(ledger: Ledger, { to, scope = {} }: IssuesQuestion): Issue[] {
  const { columns, rejected, otherHalf } = ledger;
  const wanted = accountFilter(ledger, scope);
  const lastDay = toEpochDay(to);
  const issues: Issue[] = [];
  const count = firstPositionOf(columns, lastDay + 1);
  for (let position = 0; position < count; position++) {
    const row = rowAt(columns, position);
    const isHalf = transfers.has(columns.kind[row]!) && columns.instrument[row]! < 0 && otherHalf[row]! < 0;
    if (isHalf && rejected[row] === 0 && wanted(columns.account[row]!))
      issues.push(issueOf(ledger, row, "unpaired-transfer", unpaired));
  }
  return issues;
}

/** What moves at market value lacks a price unless there is one; everything else can only lack a rate. */
function unknownFlow(ledger: Ledger, prices: Prices, { row, day }: CashFlow): Issue {
  const { columns } = ledger;
  const id = columns.details.get(row)?.toInstrument ?? columns.instruments[columns.instrument[row]!];
  const isValued = columns.details.get(row)?.toInstrument !== undefined || !statesAmount(columns, row);
  const lacksPrice = id !== undefined && isValued && priceOn(prices.get(id), day) === undefined;
  return lacksPrice
    ? issueOf(ledger, row, "missing-price", unpriced)
    : issueOf(ledger, row, "missing-rate", unrated(ledger.baseCurrency));
}

function issueOf({ columns }: Ledger, row: number, code: IssueCode, message: string): Issue {
  const instrumentId = columns.instruments[columns.instrument[row]!];
  const source: IssueSource = {
    transactionId: columns.ids[row]!,
    accountId: columns.accounts[columns.account[row]!]!,
    ...(instrumentId === undefined ? {} : { instrumentId }),
  };
  return issue(code, message, source, fromEpochDay(columns.day[row]!));
}

const unpaired =
  "Half a transfer of cash has no other half, so it counts as coming from or going outside. Pair it, or make it a deposit or withdrawal.";
const unpriced =
  "Units cross the boundary without an amount and no price is known on their day, so net contribution is not known from then on. Add a price or an amount.";
const unrated = (base: string): string =>
  `No exchange rate to ${base} is known on the day of this flow, so net contribution is not known from then on. Fetch the rates or enter one.`;
