import { type EpochDay, fromEpochDay, toEpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { accountFilter, lastEntryOn } from "../holdings/holdings-on.ts";
import type { InstrumentLedger } from "../ledger/holding-history.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { integerAt } from "../numbers/integer-list.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import { priceOn } from "../prices/price-history.ts";
import { instrumentFilter } from "../transactions/scope.ts";
import { segmentsOf } from "../valuation/segment.ts";
import { daysInWords, daysLacking } from "./days-lacking.ts";
import { daysOf, type IssuesQuestion, labelOf } from "./issues-question.ts";
import { staleAfterDays } from "./stale-after-days.ts";

/**
 * What is held without a close (`missing-price`, one for each instrument, from the first such day to the last), and what is
 * held at the end with a close that is too old (`stale-price`).
 *
 * Cost: O(instruments), and O(days) for each that lacks a close.
 */
export function priceIssues(ledger: Ledger, prices: Prices, question: IssuesQuestion): Issue[] {
  const { scope = {} } = question;
  const { firstDay, dayCount } = daysOf(ledger, question);
  const isNamed = instrumentFilter(scope);
  const wanted = accountFilter(ledger, scope);
  const issues: Issue[] = [];
  for (const instrument of ledger.instruments) {
    const id = instrument && ledger.columns.instruments[instrument.instrument]!;
    if (instrument === undefined || id === undefined || !isNamed(id)) continue;
    const knownFrom = prices.get(id)?.days[0] ?? Infinity;
    if (knownFrom <= firstDay) continue;
    const days = daysLacking(
      heldDays(instrument, wanted, firstDay, Math.min(knownFrom - firstDay, dayCount)),
      firstDay,
    );
    if (days === undefined) continue;
    const what =
      days.count === 1
        ? `has no price on or before ${days.first}`
        : `was held ${daysInWords(days)} without any price known by then`;
    const message = `${labelOf(question, id)} ${what}, so totals leave it out. Refresh prices or enter one.`;
    const found = issue("missing-price", message, { instrumentId: id }, days.first);
    issues.push(days.count === 1 ? found : { ...found, lastDate: days.last });
  }
  return [...issues, ...staleIssues(ledger, prices, question)];
}

function heldDays(
  { holdings, scales }: InstrumentLedger,
  wanted: (account: number) => boolean,
  firstDay: EpochDay,
  dayCount: number,
): Uint8Array {
  const marks = new Uint8Array(dayCount);
  for (const { account, quantity, days } of holdings) {
    if (!wanted(account)) continue;
    const { count, from, to } = segmentsOf({ quantities: quantity, scale: scales.quantity, days }, firstDay, dayCount);
    for (let i = 0; i < count; i++) marks.fill(1, from[i]!, to[i]!);
  }
  return marks;
}

function staleIssues(ledger: Ledger, prices: Prices, question: IssuesQuestion): Issue[] {
  const { to, scope = {}, instruments, priceOrigins } = question;
  const today = toEpochDay(to);
  const isNamed = instrumentFilter(scope);
  const wanted = accountFilter(ledger, scope);
  return ledger.instruments.flatMap((instrument) => {
    const id = instrument && ledger.columns.instruments[instrument.instrument];
    if (instrument === undefined || id === undefined || !isNamed(id)) return [];
    const close = isHeldOn(instrument, wanted, today) ? priceOn(prices.get(id), today) : undefined;
    const origin = priceOrigins && (priceOrigins.get(id) ?? { source: "manual" });
    const age = close === undefined ? 0 : today - close.day;
    if (close === undefined || age <= staleAfterDays(instruments?.get(id)?.assetClass, origin)) return [];
    const message = `The price of ${labelOf(question, id)} is ${age} days old. Refresh prices or enter one.`;
    return [issue("stale-price", message, { instrumentId: id }, fromEpochDay(close.day))];
  });
}

function isHeldOn({ holdings }: InstrumentLedger, wanted: (account: number) => boolean, day: EpochDay): boolean {
  return holdings.some(({ account, quantity, days }) => {
    const entry = wanted(account) ? lastEntryOn(days, day) : -1;
    return entry >= 0 && integerAt(quantity, entry) !== 0;
  });
}
