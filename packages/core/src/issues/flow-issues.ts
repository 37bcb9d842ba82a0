import { fromEpochDay, toEpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { statesAmount } from "../ledger/trade-amounts.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import { priceOn } from "../prices/price-history.ts";
import { instrumentFilter } from "../transactions/scope.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import type { IssuesQuestion } from "./issues-question.ts";

const transfers = new Set([kindCode["transfer-in"], kindCode["transfer-out"]]);

/**
 * What is wrong with flows and not with holdings: half a transfer of cash (`unpaired-transfer`; one of an instrument is
 * named by the ledger), and units that cross the boundary with neither a price nor an amount (`missing-price`; an outgoing
 * delivery is named by the ledger).
 *
 * Cost: O(transactions).
 */
export function flowIssues(ledger: Ledger, prices: Prices, { to, scope = {} }: IssuesQuestion): Issue[] {
  const { columns, rejected, otherHalf } = ledger;
  const wanted = accountFilter(ledger, scope);
  const isNamed = instrumentFilter(scope);
  const lastDay = toEpochDay(to);
  const issues: Issue[] = [];
  for (let row = 0; row < columns.count && columns.day[row]! <= lastDay; row++) {
    const kind = columns.kind[row]!;
    const isHalf = transfers.has(kind) && otherHalf[row]! < 0;
    if (!(isHalf || kind === kindCode["delivery-in"]) || rejected[row] === 1) continue;
    const instrument = columns.instruments[columns.instrument[row]!];
    if (!wanted(columns.account[row]!) || !isNamed(instrument)) continue;
    const source = { transactionId: columns.ids[row]!, accountId: columns.accounts[columns.account[row]!]! };
    const date = fromEpochDay(columns.day[row]!);
    if (instrument === undefined) issues.push(issue("unpaired-transfer", unpaired, source, date));
    else if (!statesAmount(columns, row) && priceOn(prices.get(instrument), columns.day[row]!) === undefined)
      issues.push(issue("missing-price", unvalued, { ...source, instrumentId: instrument }, date));
  }
  return issues;
}

const unpaired =
  "Half a transfer of cash has no other half, so it counts as coming from or going outside. Pair it, or make it a deposit or withdrawal.";
const unvalued =
  "Units cross the boundary without an amount and no price is known on their day, so net contribution is not known from then on. Add a price or an amount.";
