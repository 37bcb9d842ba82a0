import { asBigInt, type Integer, minus, plus } from "../numbers/integer.ts";

/**
 * An exact amount of money inside the ledger, in two parts that are only ever added up to be read.
 *
 * `booked` sums what transactions state, at their own coarse scale, where a number nearly always holds it. `divided`
 * sums the shares that came out of a division, at the instrument's money scale. The amount is
 * booked x gap + divided, with gap = 10^(money scale - booked scale).
 */
export interface Amount {
  booked: Integer;
  divided: bigint;
}

/** Nothing. A new one each time: amounts are accumulators. */
export function noAmount(): Amount {
  return { booked: 0, divided: 0n };
}

/** An amount as transactions state it. */
export function bookedAmount(booked: Integer): Amount {
  return { booked, divided: 0n };
}

/** An amount at the money scale. */
export function dividedAmount(divided: bigint): Amount {
  return { booked: 0, divided };
}

/** The amount as one integer at the money scale. */
export function totalOf({ booked, divided }: Amount, gap: bigint): bigint {
  return booked === 0 ? divided : divided + asBigInt(booked) * gap;
}

/** Adds `amount` to `sum`, in place. */
export function addAmount(sum: Amount, amount: Amount): void {
  sum.booked = plus(sum.booked, amount.booked);
  if (amount.divided !== 0n) sum.divided += amount.divided;
}

/** Subtracts `amount` from `sum`, in place. */
export function subtractAmount(sum: Amount, amount: Amount): void {
  sum.booked = minus(sum.booked, amount.booked);
  if (amount.divided !== 0n) sum.divided -= amount.divided;
}
