import { type KnownDays, knownDay } from "./known-days.ts";
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

/** The time of day in seconds since midnight, -1 without one. */
export function secondOfDay(time: string | undefined): number {
  if (time === undefined) return -1;
  const [hours = Number.NaN, minutes = Number.NaN, seconds = 0] = time.split(":").map(Number);
  const second = 3600 * hours + 60 * minutes + Math.floor(seconds);
  return Number.isNaN(second) ? -1 : second;
}

/**
 * The positions of transactions in processing order: date, step of the day, time of day, order of entry.
 *
 * A transaction without a time stays behind the one entered before it: it takes that one's time.
 *
 * @throws {PortfolioError} `invalid-date`: a trade date is not one
 */
export function processingOrder(transactions: readonly Ordered[], days: KnownDays = new Map()): Uint32Array {
  const count = transactions.length;
  const steps = stepsOf(transactions, days);
  const seconds = secondsOf(transactions, steps);
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  if (isSorted(steps, seconds)) return order;
  if (seconds === undefined && countedOrder(steps, order)) return order;
  return order.sort((a, b) => steps[a]! - steps[b]! || (seconds?.[a] ?? 0) - (seconds?.[b] ?? 0) || a - b);
}

function isSorted(steps: Float64Array, seconds: Int32Array | undefined): boolean {
  for (let index = 1; index < steps.length; index++) {
    if (steps[index - 1]! > steps[index]!) return false;
    if (steps[index - 1] === steps[index] && seconds !== undefined && seconds[index - 1]! > seconds[index]!)
      return false;
  }
  return true;
}

/**
 * Puts the order of a few decades of days together by counting how many there are of each step: one walk, where sorting
 * compares each with many others. False when the days lie too far apart for that.
 */
function countedOrder(steps: Float64Array, order: Uint32Array): boolean {
  let [least, most] = [Infinity, -Infinity];
  for (const step of steps) {
    if (step < least) least = step;
    if (step > most) most = step;
  }
  const range = most - least + 1;
  if (!(range <= 8 * steps.length + 65_536)) return false;
  const next = new Uint32Array(range + 1);
  for (const step of steps) next[step - least + 1]!++;
  for (let at = 1; at <= range; at++) next[at] = next[at]! + next[at - 1]!;
  for (let index = 0; index < steps.length; index++) order[next[steps[index]! - least]!++] = index;
  return true;
}

const mostSteps = 16;

/** One number for the date and the step of the day. */
function stepsOf(transactions: readonly Ordered[], days: KnownDays): Float64Array {
  const steps = new Float64Array(transactions.length);
  for (let index = 0; index < steps.length; index++) {
    const { tradeDate, kind } = transactions[index]!;
    steps[index] = knownDay(days, tradeDate) * mostSteps + sameDayStep[kind];
  }
  return steps;
}

/** The second of the day by which each is put in order inside its step, -1 before any is known; undefined without any time. */
function secondsOf(transactions: readonly Ordered[], steps: Float64Array): Int32Array | undefined {
  if (transactions.every(({ time }) => time === undefined)) return undefined;
  const seconds = new Int32Array(transactions.length);
  const last = new Map<number, number>();
  transactions.forEach(({ time }, index) => {
    const second = time === undefined ? (last.get(steps[index]!) ?? -1) : secondOfDay(time);
    last.set(steps[index]!, second);
    seconds[index] = second;
  });
  return seconds;
}

/**
 * The same for rows of one day, given in the order of entry: their kinds, and seconds of day with -1 for none.
 */
export function processingOrderOfDay(kinds: readonly TransactionKind[], seconds: readonly number[]): number[] {
  const times = new Map<number, number>();
  const effective = kinds.map((kind, i) => {
    const second = seconds[i]! < 0 ? (times.get(sameDayStep[kind]) ?? -1) : seconds[i]!;
    times.set(sameDayStep[kind], second);
    return second;
  });
  return [...kinds.keys()].sort(
    (a, b) => sameDayStep[kinds[a]!] - sameDayStep[kinds[b]!] || effective[a]! - effective[b]! || a - b,
  );
}
