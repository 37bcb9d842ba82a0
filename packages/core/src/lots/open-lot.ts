import type { Integer } from "../numbers/integer.ts";
import { type Amount, subtractAmount, totalOf } from "./amount.ts";
import { isLaterRow } from "../transactions/row-order.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";

/** What is left of one acquisition while the ledger is replayed; steps write to it. */
export interface OpenLot {
  /**
   * The row of the transaction that acquired the units, also after a transfer or a merger. Its place in the processing
   * order is the lot's order: acquisition date, then the order in which acquisitions were processed.
   */
  readonly row: number;
  quantity: Integer;
  cost: Amount;
  /** Cost in the base currency; undefined when a rate is missing, or when `cost` serves both. */
  base: Amount | undefined;
  /** The units arrived without a cost. */
  readonly isIncomplete: boolean;
}

/** Part of a lot that left a holding, with the cost that went with it. */
export type LotPart = OpenLot;

/** Puts a lot where its order says: nearly always at the end. */
export function insertLot(lots: OpenLot[], lot: OpenLot, columns: TransactionColumns): void {
  let at = lots.length;
  while (at > 0 && isLaterRow(columns, lots[at - 1]!.row, lot.row)) at--;
  if (at === lots.length) lots.push(lot);
  else lots.splice(at, 0, lot);
}

/** Unit cost to the precision of a float, at whatever scale: to find the order of lots, not to decide near ties. */
export function approximateUnitCost({ cost, quantity }: OpenLot, gap: number): number {
  return (Number(cost.booked) * gap + Number(cost.divided)) / Number(quantity);
}

/** Takes a share of a lot's cost out of it and answers the share; `share` gets the lot's whole cost. */
export function takeShare(cost: Amount, gap: bigint, share: (total: bigint) => bigint): Amount {
  const total = totalOf(cost, gap);
  const taken = share(total);
  // What goes carries the booked part with it, so that the sums of booked parts stay those of what is held.
  const part: Amount = { booked: cost.booked, divided: taken - (total - cost.divided) };
  subtractAmount(cost, part);
  return part;
}
