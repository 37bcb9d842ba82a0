import { toEpochDay } from "../calendar/plain-date.ts";
import { accountFilter, lastEntryOn } from "../holdings/holdings-on.ts";
import type { LedgerQuery } from "../holdings/ledger-query.ts";
import { amountAt } from "../ledger/amount-list.ts";
import type { HoldingHistory, InstrumentLedger } from "../ledger/holding-history.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import { toDecimalString } from "../numbers/fixed-point.ts";
import { asBigInt } from "../numbers/integer.ts";
import { integerAt } from "../numbers/integer-list.ts";
import type { Explanation } from "./explanation.ts";
import type { RunningFigure } from "./trail.ts";

/** What one transaction did to one account's holding of one instrument: its first and last entry of the history. */
export interface HoldingChange {
  readonly history: HoldingHistory;
  readonly row: number;
  readonly first: number;
  readonly last: number;
}

/** The histories of an instrument in the accounts of a query, as far as they begin on or before its date. */
export function historiesOf(x: Explanation, instrument: InstrumentLedger, query: LedgerQuery): HoldingHistory[] {
  const wanted = accountFilter(x.ledger, query);
  return instrument.holdings.filter((history) => wanted(history.account) && lastEntryUntil(history, query.on) >= 0);
}

/** The last entry on or before a date, -1 before the first. */
export function lastEntryUntil({ days }: HoldingHistory, on: string | undefined): number {
  return lastEntryOn(days, on === undefined ? Number.MAX_SAFE_INTEGER : toEpochDay(on));
}

/** The changes of a holding in order, up to an entry. */
export function changesUntil(history: HoldingHistory, lastEntry: number): HoldingChange[] {
  const changes: HoldingChange[] = [];
  for (let first = 0; first <= lastEntry;) {
    const row = history.rows[first]!;
    let last = first;
    while (last < lastEntry && history.rows[last + 1] === row) last++;
    changes.push({ history, row, first, last });
    first = last + 1;
  }
  return changes;
}

/** The change that an entry belongs to. */
export function changeAt(history: HoldingHistory, entry: number): HoldingChange {
  const row = history.rows[entry]!;
  let [first, last] = [entry, entry];
  while (history.rows[first - 1] === row) first--;
  while (history.rows[last + 1] === row) last++;
  return { history, row, first, last };
}

/** What a holding had come to after an entry (-1: before the first); undefined where a rate is missing. */
export function runningValue(
  { ledger }: Explanation,
  of: RunningFigure,
  history: HoldingHistory,
  entry: number,
): DecimalString | undefined {
  const digits = runningDigits(of, history, entry);
  return digits === undefined
    ? undefined
    : toDecimalString(digits, scaleOf(ledger.instruments[history.instrument]!, of));
}

/** The difference that a change made; undefined where a rate is missing. */
export function changedValue(
  { ledger }: Explanation,
  of: RunningFigure,
  { history, first, last }: HoldingChange,
): DecimalString | undefined {
  const [before, after] = [runningDigits(of, history, first - 1), runningDigits(of, history, last)];
  if (before === undefined || after === undefined) return undefined;
  return toDecimalString(after - before, scaleOf(ledger.instruments[history.instrument]!, of));
}

/** Digits after the point that the ledger keeps of a running total. */
export function scaleOf({ scales }: InstrumentLedger, of: RunningFigure): number {
  return of === "quantity" ? scales.quantity : of === "costBasis" ? scales.money : scales.base;
}

function runningDigits(of: RunningFigure, history: HoldingHistory, entry: number): bigint | undefined {
  if (entry < 0) return 0n;
  if (of === "quantity") return asBigInt(integerAt(history.quantity, entry));
  return amountAt(of === "costBasis" ? history.cost : history.baseCost, entry);
}
