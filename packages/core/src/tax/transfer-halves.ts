import type { Transaction, TransactionId, TransferTransaction } from "../transactions/transaction.ts";

/** The other half of each transfer of an instrument that has one, by transaction. */
export type TransferHalves = ReadonlyMap<TransactionId, TransferTransaction>;

/** Pairs an out with an in of one `transferId` and instrument, in the order given. */
export function transferHalves(transactions: readonly Transaction[]): TransferHalves {
  const halves = new Map<TransactionId, TransferTransaction>();
  const open = new Map<string, TransferTransaction>();
  for (const transaction of transactions) {
    if (transaction.kind !== "transfer-out" && transaction.kind !== "transfer-in") continue;
    const { kind, transferId, instrument, id } = transaction;
    if (transferId === undefined || instrument === undefined) continue;
    const moved = `${instrument} ${transferId}`;
    const wanted = kind === "transfer-out" ? "transfer-in" : "transfer-out";
    const other = open.get(`${wanted} ${moved}`);
    if (other === undefined) {
      open.set(`${kind} ${moved}`, transaction);
      continue;
    }
    open.delete(`${wanted} ${moved}`);
    halves.set(id, other);
    halves.set(other.id, transaction);
  }
  return halves;
}
