import { type EpochDay, type PlainDate, toEpochDay } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import { cashHistories, type CashHistory } from "../holdings/cash-balance.ts";
import { accountFilter } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { instrumentFilter, isWithoutCash } from "../transactions/scope.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { type Accumulator, accumulate, accumulator, type LimbPath } from "./accumulate.ts";
import { convertTotals, type CurrencyGroup } from "./convert-totals.ts";
import type { DailyTotals } from "./daily-totals.ts";
import { type PriceRow, priceRow } from "./price-row.ts";
import { type RateRow, rateRow } from "./rate-row.ts";
import { segmentRoom, type Segments, segmentsOf } from "./segment.ts";

/**
 * The value of a scope at the close of every calendar day, in the base currency, exact.
 *
 * Value of day d (counted from `firstDay`) = (high[d] + low[d]) / 10^scale, both integers. `isKnown[d]` is 0 when a
 * holding or a cash balance of that day has no price or no rate: then the value is only the known part.
 * Exact means: given closes, and rates of at most 15 significant digits where derived. Plain and transferable.
 */
export interface DailyValuation extends DailyTotals {
  readonly firstDay: EpochDay;
  readonly isKnown: Uint8Array;
}

/** What a daily valuation may be told besides the ledger. */
export interface ValuationQuery extends LedgerQuery {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Values only the instruments, without cash. */
  readonly withoutCash?: boolean;
  /** Values only the cash, without instruments. */
  readonly withoutInstruments?: boolean;
  /** For tests and benchmarks: the narrowest exact path to take. The values are the same on every path. */
  readonly path?: LimbPath;
}

/** Something with segments in a currency: an instrument with its prices, or cash at price 1. */
interface ValuedLine {
  readonly currency: CurrencyCode;
  readonly segments: Segments;
  readonly prices: PriceRow;
}

/**
 * Values a scope on every day from `from` to `to`, both included.
 *
 * One pass over the days on which something is held, at the speed of a float loop; exchange rates once a day and
 * currency at the end. Nothing is ever taken from a later day.
 *
 * @see docs/methods/daily-valuation.md
 */
export function dailyValuation(
  ledger: Ledger,
  prices: Prices,
  query: ValuationQuery,
  cash?: readonly CashHistory[],
): DailyValuation {
  const firstDay = toEpochDay(query.from);
  const dayCount = Math.max(toEpochDay(query.to) - firstDay + 1, 0);
  const isKnown = new Uint8Array(dayCount).fill(1);
  const groups = new Map<string, { totals: Accumulator; scale: number; currency: CurrencyCode }>();
  for (const line of valuedLines(ledger, prices, query, firstDay, dayCount, cash)) {
    const scale = line.segments.scale + line.prices.scale;
    const key = `${line.currency} ${scale}`;
    const group = groups.get(key) ?? { totals: accumulator(dayCount), scale, currency: line.currency };
    groups.set(key, group);
    accumulate(group.totals, line.segments, line.prices, query.path);
    markUnknown(isKnown, line.segments, line.prices.firstKnown);
  }
  const rates = new Map<CurrencyCode, RateRow>();
  const converted = [...groups.values()].map(({ totals, scale, currency }): CurrencyGroup => {
    const row = rates.get(currency) ?? rateRow(ledger.rates, currency, ledger.baseCurrency, firstDay, dayCount);
    rates.set(currency, row);
    markUnrated(isKnown, totals, row.firstKnown);
    return { totals, scale, rates: row.values, rateScale: row.scale, maxRate: row.max };
  });
  return { firstDay, isKnown, ...convertTotals(converted, dayCount) };
}

function* valuedLines(
  ledger: Ledger,
  prices: Prices,
  query: ValuationQuery,
  firstDay: EpochDay,
  dayCount: number,
  cash: readonly CashHistory[] | undefined,
): Generator<ValuedLine> {
  const wanted = accountFilter(ledger, query);
  const isNamed = instrumentFilter(query);
  const { instruments } = ledger.columns;
  const room = segmentRoom(longestHistory(ledger));
  for (const instrument of query.withoutInstruments === true ? [] : ledger.instruments) {
    if (instrument === undefined) continue;
    const id = instruments[instrument.instrument]!;
    if (!isNamed(id)) continue;
    const currency = ledger.currencyOf[instrument.instrument]!;
    let row: PriceRow | undefined;
    for (const { account, days, quantity } of instrument.holdings) {
      if (!wanted(account)) continue;
      const segments = segmentsOf(
        { quantities: quantity, scale: instrument.scales.quantity, days },
        firstDay,
        dayCount,
        room,
      );
      if (segments.count === 0) continue;
      row ??= priceRow(prices.get(id), firstDay, dayCount);
      yield { currency, segments, prices: row };
    }
  }
  if (query.withoutCash === true || isWithoutCash(query)) return;
  const one: PriceRow = { values: new Float64Array(dayCount).fill(1), offset: 0, scale: 0, firstKnown: 0, max: 1 };
  for (const { account, currency, scale, days, balances } of cash ?? cashHistories(ledger)) {
    if (!wanted(account)) continue;
    const segments = segmentsOf({ quantities: balances, scale, days }, firstDay, dayCount);
    if (segments.count > 0) yield { currency, segments, prices: one };
  }
}

function longestHistory({ instruments }: Ledger): number {
  let longest = 0;
  for (const instrument of instruments)
    for (const { days } of instrument?.holdings ?? []) if (days.length > longest) longest = days.length;
  return longest;
}

function markUnknown(isKnown: Uint8Array, { count, from, to }: Segments, firstKnown: number): void {
  for (let i = 0; i < count && from[i]! < firstKnown; i++) isKnown.fill(0, from[i]!, Math.min(to[i]!, firstKnown));
}

function markUnrated(isKnown: Uint8Array, totals: Accumulator, firstKnown: number): void {
  for (let d = 0; d < firstKnown; d++) {
    if (totals.low[d] !== 0 || (totals.high?.[d] ?? 0) !== 0 || (totals.big?.[d] ?? 0n) !== 0n) isKnown[d] = 0;
  }
}
