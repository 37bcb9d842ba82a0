import type { TransactionKind } from "./transaction-kind.ts";

/**
 * The step of a day at which a kind takes effect, so that a purchase covers a sale of its day and the order of rows in
 * a file cannot create an oversell.
 *
 * @see docs/methods/same-day-order.md
 */
export const sameDayStep: Readonly<Record<TransactionKind, number>> = {
  split: 1,
  "symbol-change": 1,
  merger: 1,
  "spin-off": 1,
  deposit: 2,
  "delivery-in": 2,
  "staking-reward": 2,
  airdrop: 2,
  buy: 3,
  "currency-exchange": 3,
  "transfer-out": 4,
  "transfer-in": 4,
  dividend: 5,
  interest: 5,
  "return-of-capital": 5,
  accumulation: 5,
  "fee-refund": 5,
  "tax-refund": 5,
  sell: 6,
  fee: 7,
  tax: 7,
  "interest-charge": 7,
  withdrawal: 8,
  "delivery-out": 8,
};

/** What the order needs to know of a transaction. */
export interface Ordered {
  readonly tradeDate: string;
  readonly kind: TransactionKind;
  readonly time?: string;
}

/**
 * The positions of transactions in processing order: date, step of the day, time of day, order of entry.
 *
 * A transaction without a time stays behind the one entered before it: it takes that one's time.
 */
export function processingOrder(transactions: readonly Ordered[]): Uint32Array {
  const times = new Map<string, string>();
  const keys = transactions.map(({ tradeDate, kind, time }) => {
    const step = `${tradeDate} ${sameDayStep[kind]}`;
    const effective = time ?? times.get(step) ?? "";
    times.set(step, effective);
    return `${step} ${effective}`;
  });
  const order = Uint32Array.from(transactions.keys());
  if (keys.every((key, index) => index === 0 || keys[index - 1]! <= key)) return order;
  return order.sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
}
