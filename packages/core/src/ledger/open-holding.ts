import { pushInteger } from "../numbers/integer-list.ts";
import { pushWideInteger } from "../numbers/wide-integer-list.ts";
import { type HoldingHistory, holdingHistory } from "./holding-history.ts";

/** The running state of one account's holding; each step reads and replaces it. Integers at the instrument's scales. */
export interface OpenHolding {
  readonly history: HoldingHistory;
  /** Whether the base currency is the instrument's own: then `cost` serves both and `base` is not kept. */
  readonly isBase: boolean;
  quantity: bigint;
  cost: bigint;
  /** Cost in the base currency; undefined when a rate is missing. */
  base: bigint | undefined;
  isIncomplete: boolean;
}

/** The same amount in the instrument's and in the base currency, at the instrument's scales; base undefined without a rate. */
export interface MoneyPair {
  readonly native: bigint;
  readonly base: bigint | undefined;
}

/** An empty holding with room for `capacity` entries; `isBase` when the base currency is the instrument's own. */
export function openHolding(account: number, instrument: number, isBase: boolean, capacity: number): OpenHolding {
  return {
    history: holdingHistory(account, instrument, isBase, capacity),
    isBase,
    quantity: 0n,
    cost: 0n,
    base: 0n,
    isIncomplete: false,
  };
}

/** Adds units and their cost. */
export function addUnits(
  holding: OpenHolding,
  row: number,
  quantity: bigint,
  cost: bigint,
  base: bigint | undefined,
): void {
  holding.quantity += quantity;
  holding.cost += cost;
  if (!holding.isBase)
    holding.base = holding.base === undefined || base === undefined ? undefined : holding.base + base;
  record(holding, row);
}

/** Takes out units and their cost; a closed holding keeps nothing, not even what was unknown about it. */
export function removeUnits(holding: OpenHolding, row: number, quantity: bigint, cost: MoneyPair): void {
  holding.quantity -= quantity;
  holding.cost -= cost.native;
  const isClosed = holding.quantity === 0n;
  if (isClosed) holding.isIncomplete = false;
  if (isClosed) holding.base = 0n;
  else if (!holding.isBase)
    holding.base = holding.base === undefined || cost.base === undefined ? undefined : holding.base - cost.base;
  record(holding, row);
}

/** Writes the state after a transaction into the history. */
export function record(holding: OpenHolding, row: number): void {
  const { history } = holding;
  history.rows.push(row);
  pushInteger(history.quantity, holding.quantity);
  pushWideInteger(history.cost, holding.cost);
  if (!holding.isBase) pushWideInteger(history.baseCost, holding.base);
  if (holding.isIncomplete) history.incomplete.add(history.rows.length - 1);
}
