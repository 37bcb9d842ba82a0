import { type EpochDay, fromEpochDay, toEpochDay } from "../calendar/plain-date.ts";
import { cashHistories } from "../holdings/cash-history.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { hasDecimal } from "../numbers/decimal-column.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import { instrumentFilter, isWithoutCash } from "../transactions/scope.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import { type QuantityHistory, segmentsOf } from "../valuation/segment.ts";
import { daysInWords, daysLacking } from "./days-lacking.ts";
import { daysOf, type IssuesQuestion } from "./issues-question.ts";
import { ratedFrom } from "./rated-from.ts";
import { firstPositionOf, rowAt } from "../transactions/row-order.ts";

/**
 * `missing-rate`: one for each currency held on days before its first rate, and one for each income booked then. Trades
 * without a rate are named by the ledger, flows by `flowIssues`.
 *
 * Cost: nothing when all currencies are rated from the first transaction on; else O(transactions + days).
 */
export function rateIssues(ledger: Ledger, question: IssuesQuestion): Issue[] {
  const late = ratedFrom(ledger, toEpochDay(question.to));
  return late.size === 0 ? [] : [...heldIssues(ledger, question, late), ...bookedIssues(ledger, question, late)];
}

type RatedFrom = ReadonlyMap<CurrencyCode, EpochDay>;

function heldIssues(ledger: Ledger, question: IssuesQuestion, late: RatedFrom): Issue[] {
  const { scope = {} } = question;
  const { firstDay, dayCount } = daysOf(ledger, question);
  const wanted = accountFilter(ledger, scope);
  const isNamed = instrumentFilter(scope);
  const lacking = new Map<CurrencyCode, Uint8Array>();
  const mark = (currency: CurrencyCode, history: QuantityHistory): void => {
    const until = Math.min((late.get(currency) ?? firstDay) - firstDay, dayCount);
    if (until <= 0) return;
    const marks = lacking.get(currency) ?? new Uint8Array(until);
    lacking.set(currency, marks);
    const { count, from, to } = segmentsOf(history, firstDay, until);
    for (let i = 0; i < count; i++) marks.fill(1, from[i]!, to[i]!);
  };
  for (const instrument of ledger.instruments) {
    if (instrument === undefined || !isNamed(ledger.columns.instruments[instrument.instrument])) continue;
    const scale = instrument.scales.quantity;
    for (const { account, quantity, days } of instrument.holdings)
      if (wanted(account)) mark(ledger.currencyOf[instrument.instrument]!, { quantities: quantity, scale, days });
  }
  for (const { account, currency, scale, days, balances } of isWithoutCash(scope) ? [] : cashHistories(ledger))
    if (wanted(account)) mark(currency, { quantities: balances, scale, days });
  return [...lacking].flatMap(([currency, marks]) => {
    const days = daysLacking(marks, firstDay);
    if (days === undefined) return [];
    const base = ledger.baseCurrency;
    const message = `No exchange rate of ${currency} to ${base} is known ${daysInWords(days)}, so figures in ${base} leave out what is held in ${currency}. Fetch the rates or enter one.`;
    const found = issue("missing-rate", message, { currency }, days.first);
    return [days.count === 1 ? found : { ...found, lastDate: days.last }];
  });
}

const incomeKinds = new Set([kindCode.dividend, kindCode.interest, kindCode["interest-charge"]]);

function bookedIssues(ledger: Ledger, { to, scope = {} }: IssuesQuestion, late: RatedFrom): Issue[] {
  const { columns, rejected, options, baseCurrency } = ledger;
  const wanted = accountFilter(ledger, scope);
  const isNamed = instrumentFilter(scope);
  const lastDay = toEpochDay(to);
  const issues: Issue[] = [];
  const count = firstPositionOf(columns, lastDay + 1);
  for (let position = 0; position < count; position++) {
    const row = rowAt(columns, position);
    const kind = columns.kind[row]!;
    const isIncome =
      incomeKinds.has(kind) &&
      !hasDecimal(columns.exchangeRate, row) &&
      !(kind === kindCode.dividend && options.dividendReducesCost);
    const currency = columns.currencies[columns.currency[row]!];
    if (!isIncome || rejected[row] === 1 || currency === undefined) continue;
    if (!(columns.day[row]! < (late.get(currency) ?? -Infinity))) continue;
    const instrument = columns.instruments[columns.instrument[row]!];
    if (!wanted(columns.account[row]!) || !isNamed(instrument)) continue;
    issues.push(
      issue(
        "missing-rate",
        `No exchange rate of ${currency} to ${baseCurrency} is known on this day, so income in ${baseCurrency} leaves it out. Fetch the rates or enter one.`,
        {
          transactionId: columns.ids[row]!,
          accountId: columns.accounts[columns.account[row]!]!,
          ...(instrument === undefined ? {} : { instrumentId: instrument }),
        },
        fromEpochDay(columns.day[row]!),
      ),
    );
  }
  return issues;
}
