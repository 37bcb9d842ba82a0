import { type Integer, minus, plus } from "../numbers/integer.ts";
import { pushInteger } from "../numbers/integer-list.ts";
import { addAmount, type Amount, bookedAmount, dividedAmount, noAmount } from "../lots/amount.ts";
import { insertLot, type OpenLot } from "../lots/open-lot.ts";
import type { CostBasisMethod } from "../transactions/account.ts";
import { isLaterRow } from "../transactions/row-order.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";
import { pushAmount, pushBooked, pushDivided } from "./amount-list.ts";
import type { HoldingHistory } from "./holding-history.ts";

/** The running state of one account's holding; each step writes to it. Integers at the instrument's scales. */
export interface OpenHolding {
  readonly history: HoldingHistory;
  readonly columns: TransactionColumns;
  /** Whether the base currency is the instrument's own: then `cost` serves both and `base` is not kept. */
  readonly isBase: boolean;
  readonly method: CostBasisMethod;
  /** The open lots in their order, undefined for the one pool of average cost. `cost` and `base` are their sums. */
  readonly lots: OpenLot[] | undefined;
  quantity: Integer;
  cost: Amount;
  /** Cost in the base currency; undefined when a rate is missing. */
  base: Amount | undefined;
  isIncomplete: boolean;
  /** The row of the oldest units of a pool, or of the lot that was taken from last. */
  row: number;
}

/** An empty holding with a history to write to; `isBase` when the base currency is the instrument's own. */
export function openHolding(
  history: HoldingHistory,
  columns: TransactionColumns,
  isBase: boolean,
  method: CostBasisMethod,
): OpenHolding {
  return {
    history,
    columns,
    isBase,
    method,
    lots: method === "average-cost" ? undefined : [],
    quantity: 0,
    cost: noAmount(),
    base: noAmount(),
    isIncomplete: false,
    row: -1,
  };
}

/** Adds units and what they cost, as booked and at the base scale; `base` is undefined when a rate is missing, and not read when the currencies are the same. */
export function addUnits(
  holding: OpenHolding,
  row: number,
  quantity: Integer,
  cost: Integer,
  base: bigint | undefined,
  isIncomplete: boolean,
): void {
  if (isIncomplete) holding.isIncomplete = true;
  if (holding.lots !== undefined) return addLot(holding, boughtLot(holding, row, quantity, cost, base, isIncomplete));
  if (holding.quantity === 0) holding.row = row;
  holding.quantity = plus(holding.quantity, quantity);
  holding.cost.booked = plus(holding.cost.booked, cost);
  if (holding.isBase) return;
  if (base === undefined) holding.base = undefined;
  else if (holding.base !== undefined) holding.base.divided += base;
}

function boughtLot(
  { isBase }: OpenHolding,
  row: number,
  quantity: Integer,
  cost: Integer,
  base: bigint | undefined,
  isIncomplete: boolean,
): OpenLot {
  return {
    row,
    quantity,
    cost: bookedAmount(cost),
    base: isBase || base === undefined ? undefined : dividedAmount(base),
    isIncomplete,
  };
}

/** Adds units that carry their own cost and acquisition: a lot, or a part of one that arrives from elsewhere. */
export function addLot(holding: OpenHolding, lot: OpenLot): void {
  const isOldest = holding.quantity === 0 || isLaterRow(holding.columns, holding.row, lot.row);
  if (holding.lots === undefined && isOldest) holding.row = lot.row;
  holding.quantity = plus(holding.quantity, lot.quantity);
  addAmount(holding.cost, lot.cost);
  if (lot.isIncomplete) holding.isIncomplete = true;
  if (!holding.isBase) {
    if (lot.base === undefined) holding.base = undefined;
    else if (holding.base !== undefined) addAmount(holding.base, lot.base);
  }
  if (holding.lots !== undefined) insertLot(holding.lots, lot, holding.columns);
}

/** Takes out units; the cost has been lowered before. */
export function removeUnits(holding: OpenHolding, quantity: Integer): void {
  holding.quantity = minus(holding.quantity, quantity);
}

/** Closes a holding: nothing stays, not even what was unknown about it. */
export function clearUnits(holding: OpenHolding): void {
  holding.quantity = 0;
  holding.cost = noAmount();
  if (!holding.isBase) holding.base = noAmount();
  holding.isIncomplete = false;
  if (holding.lots !== undefined) holding.lots.length = 0;
}

/** Writes the state after a transaction into the history; `days` are those of all rows. */
export function record(holding: OpenHolding, row: number, days: Int32Array): void {
  const { history } = holding;
  history.rows.push(row);
  history.days.push(days[row]!);
  pushInteger(history.quantity, holding.quantity);
  pushAmount(history.cost, holding.cost);
  if (!holding.isBase) pushAmount(history.baseCost, holding.base);
  if (holding.isIncomplete) history.incomplete.add(history.rows.length - 1);
}

/** Says that the last entry of the history is a disposal, and what it brought in. */
export function addDisposal({ history, isBase }: OpenHolding, proceeds: Amount, base: Amount | undefined): void {
  const { disposals } = history;
  disposals.entries.push(history.rows.length - 1);
  pushAmount(disposals.proceeds, proceeds);
  if (!isBase) pushAmount(disposals.baseProceeds, base);
}

/** The same for proceeds as booked, without an object for each: the hot path. */
export function addBookedDisposal({ history, isBase }: OpenHolding, proceeds: Integer, base: bigint | undefined): void {
  const { disposals } = history;
  disposals.entries.push(history.rows.length - 1);
  pushBooked(disposals.proceeds, proceeds);
  if (!isBase) pushDivided(disposals.baseProceeds, base);
}
