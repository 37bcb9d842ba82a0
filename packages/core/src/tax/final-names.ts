import type { InstrumentId } from "../instrument/instrument.ts";
import type { Transaction } from "../transactions/transaction.ts";

/** The instrument each one has become by symbol changes: for tax they are one. */
export function finalNames(transactions: readonly Transaction[]): (instrument: InstrumentId) => InstrumentId {
  const next = new Map<InstrumentId, InstrumentId>();
  for (const transaction of transactions)
    if (transaction.kind === "symbol-change") next.set(transaction.instrument, transaction.toInstrument);
  return (instrument) => {
    const seen = new Set<InstrumentId>();
    let name = instrument;
    for (let to = next.get(name); to !== undefined && !seen.has(to); to = next.get(name)) {
      seen.add(to);
      name = to;
    }
    return name;
  };
}
