import type { EpochDay } from "../calendar/plain-date.ts";
import { type IntegerList, integerList, integersUpTo } from "../numbers/integer-list.ts";
import { type NumberRoom, takeDoubles } from "../numbers/number-room.ts";
import { type AmountList, amountList, amountsUpTo } from "./amount-list.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { type DisposalHistory, disposalHistory, disposalsUpTo } from "./disposal-history.ts";

/**
 * Everything that happened to one instrument in one account: its state after each transaction.
 *
 * `rows[i]` is a row of the columns, in processing order; entry i of `quantity`, `cost` and `baseCost` holds after it. When the
 * instrument's currency is the base currency, `baseCost` is the same list as `cost`. `incomplete` holds the entries
 * whose cost is not known in full (units arrived without one), until the holding is closed.
 */
export interface HoldingHistory {
  readonly account: number;
  readonly instrument: number;
  readonly rows: number[];
  /** The day of each row. */
  readonly days: EpochDay[];
  readonly quantity: IntegerList;
  readonly cost: AmountList;
  readonly baseCost: AmountList;
  readonly incomplete: Set<number>;
  readonly disposals: DisposalHistory;
}

/**
 * The scales of an instrument's integers: quantity, money as transactions state it, money after divisions, and the latter
 * in the base currency.
 */
export interface InstrumentScales {
  readonly quantity: number;
  readonly booked: number;
  readonly money: number;
  readonly base: number;
}

/** One instrument over all accounts. */
export interface InstrumentLedger {
  readonly instrument: number;
  readonly scales: InstrumentScales;
  readonly holdings: readonly HoldingHistory[];
  /** States from which a replay may go on, by ascending day; only of instruments that were replayed for a change. */
  readonly checkpoints?: readonly Checkpoint[];
}

/** How much room the lists of a holding start with: transactions and disposals that are expected. */
export interface ExpectedEntries {
  readonly rows: number;
  readonly reductions: number;
}

/** An empty history; `isBase` when one list serves both currencies, `gap` from booked to money scale. */
export function holdingHistory(
  account: number,
  instrument: number,
  isBase: boolean,
  gap: bigint,
  room: NumberRoom,
  { rows, reductions }: ExpectedEntries,
): HoldingHistory {
  const cost = amountList(gap, room, rows, reductions);
  return {
    account,
    instrument,
    rows: [],
    days: [],
    quantity: integerList(takeDoubles(room, rows)),
    cost,
    baseCost: isBase ? cost : amountList(gap, room, rows, rows),
    incomplete: new Set(),
    disposals: disposalHistory(isBase, gap, room, reductions),
  };
}

/** A copy of a history's first entries, to be written on. */
export function historyUpTo(history: HoldingHistory, entries: number): HoldingHistory {
  const cost = amountsUpTo(history.cost, entries);
  const isBase = history.baseCost === history.cost;
  return {
    ...history,
    rows: history.rows.slice(0, entries),
    days: history.days.slice(0, entries),
    quantity: integersUpTo(history.quantity, entries),
    cost,
    baseCost: isBase ? cost : amountsUpTo(history.baseCost, entries),
    incomplete: new Set([...history.incomplete].filter((entry) => entry < entries)),
    disposals: disposalsUpTo(history.disposals, entries),
  };
}
