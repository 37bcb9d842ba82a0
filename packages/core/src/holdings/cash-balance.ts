import { type EpochDay, fromEpochDay, toEpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { digitsAt, toDecimal } from "../numbers/fixed-point.ts";
import { asBigInt, type Integer, plus, toInteger } from "../numbers/integer.ts";
import { type IntegerList, integerAt, integerList, pushInteger, replaceLastInteger } from "../numbers/integer-list.ts";
import { cashEffects } from "../ledger/cash-effect.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import type { AccountId } from "../transactions/account.ts";
import { isWithoutCash } from "../transactions/scope.ts";
import { accountFilter } from "./holdings-on.ts";
import type { LedgerQuery } from "./ledger-query.ts";

/** Cash of one currency in one account: the balance after each movement, as integers at one scale. */
export interface CashHistory {
  readonly account: number;
  readonly currency: CurrencyCode;
  readonly scale: number;
  readonly days: number[];
  readonly balances: IntegerList;
}

/** Cash of one currency in an account on a date; below zero when more went out than came in. */
export interface CashBalance {
  readonly account: AccountId;
  readonly currency: CurrencyCode;
  readonly amount: Decimal;
}

/** The history of every cash balance of a ledger. Exact: cash is only added and subtracted. */
export function cashHistories(ledger: Ledger): CashHistory[] {
  const effects = cashEffects(ledger);
  const scales = new Map<CurrencyCode, number>();
  for (const { currency, amount } of effects) scales.set(currency, Math.max(scales.get(currency) ?? 0, amount.scale));
  const histories = new Map<string, CashHistory>();
  for (const { row, account, currency, amount } of effects) {
    const key = `${account} ${currency}`;
    const history = histories.get(key) ?? {
      account,
      currency,
      scale: scales.get(currency)!,
      days: [],
      balances: integerList(),
    };
    histories.set(key, history);
    moveCash(history, ledger.columns.day[row]!, toInteger(digitsAt(amount, history.scale)));
  }
  return [...histories.values()];
}

function moveCash({ days, balances }: CashHistory, day: EpochDay, amount: Integer): void {
  const last = days.length - 1;
  const balance = last < 0 ? amount : plus(integerAt(balances, last), amount);
  if (days[last] === day) return replaceLastInteger(balances, balance);
  days.push(day);
  pushInteger(balances, balance);
}

/** Cash at the close of a date, one row per account and currency that ever moved; none in a scope of instruments. */
export function cashBalancesOn(
  ledger: Ledger,
  query: LedgerQuery = {},
  histories: readonly CashHistory[] = cashHistories(ledger),
): CashBalance[] {
  const day = query.on === undefined ? Infinity : toEpochDay(query.on);
  if (isWithoutCash(query)) return [];
  const wanted = accountFilter(ledger, query);
  return histories
    .filter(({ account }) => wanted(account))
    .map(({ account, currency, scale, days, balances }) => {
      const entry = days.findLastIndex((known) => known <= day);
      return {
        account: ledger.columns.accounts[account]!,
        currency,
        amount: toDecimal(entry < 0 ? 0n : asBigInt(integerAt(balances, entry)), scale),
      };
    });
}

/** One `negative-cash` issue for each account and currency that is ever overdrawn at a day's close, at the first such day. */
export function negativeCashIssues(ledger: Ledger, histories: readonly CashHistory[] = cashHistories(ledger)): Issue[] {
  return histories.flatMap(({ account, currency, days, balances }) => {
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
