import { fromEpochDay, toEpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { asBigInt } from "../numbers/integer.ts";
import { integerAt } from "../numbers/integer-list.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import type { AccountId } from "../transactions/account.ts";
import { cashHistories } from "./cash-history.ts";
import { accountFilter, lastEntryOn } from "./holdings-on.ts";
import { isWithoutCash } from "../transactions/scope.ts";
import type { LedgerQuery } from "./ledger-query.ts";

/** Cash of one currency in an account on a date; below zero when more went out than came in. */
export interface CashBalance {
  readonly account: AccountId;
  readonly currency: CurrencyCode;
  readonly amount: Decimal;
}

/**
 * Cash at the close of a date, one row per account and currency that ever moved; none in a scope of instruments.
 *
 * @throws {PortfolioError} `invalid-date`: a date of the query is none
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "deposit", account: "broker", kind: "deposit", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "1000" },
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * cashBalancesOn(ledger).map(({ account, amount, currency }) => `${account}: ${amount} ${currency}`); // => ["broker: 500 EUR"]
 */
export function cashBalancesOn(ledger: Ledger, query: LedgerQuery = {}): CashBalance[] {
  const day = query.on === undefined ? Infinity : toEpochDay(query.on);
  if (isWithoutCash(query)) return [];
  const wanted = accountFilter(ledger, query);
  return cashHistories(ledger)
    .filter(({ account }) => wanted(account))
    .map(({ account, currency, scale, days, balances }) => {
      const entry = lastEntryOn(days, day);
      return {
        account: ledger.columns.accounts[account]!,
        currency,
        amount: toDecimal(entry < 0 ? 0n : asBigInt(integerAt(balances, entry)), scale),
      };
    });
}

/** One `negative-cash` issue for each account and currency that is ever overdrawn at a day's close, at the first such day. */
export function negativeCashIssues(ledger: Ledger): Issue[] {
  return cashHistories(ledger).flatMap(({ account, currency, days, balances }) => {
    const entry = days.findIndex((_, position) => integerAt(balances, position) < 0);
    if (entry < 0) return [];
    const accountId = ledger.columns.accounts[account]!;
    const date = fromEpochDay(days[entry]!);
    return [
      issue(
        "negative-cash",
        `Cash in ${currency} falls below zero on ${date}. Add the missing deposit or exchange, or leave it if the account was overdrawn.`,
        { accountId, currency },
        date,
      ),
    ];
  });
}
