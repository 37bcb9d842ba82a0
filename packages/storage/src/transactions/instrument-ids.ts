import type { InstrumentId, Transaction } from "@portfolio/core";

/** The instruments that a transaction names: none, one, or the old and the new one. */
export function instrumentIdsOf(transaction: Transaction): InstrumentId[] {
  const ids: InstrumentId[] = [];
  if ("instrument" in transaction && transaction.instrument !== undefined) ids.push(transaction.instrument);
  if ("toInstrument" in transaction) ids.push(transaction.toInstrument);
  return ids;
}
