import { powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import { type Amount, dividedAmount, totalOf } from "../lots/amount.ts";
import type { LotPart } from "../lots/open-lot.ts";
import type { InstrumentReplay } from "./instrument-replay.ts";
import { dayRate } from "./transaction-rates.ts";

/**
 * The cost of a lot as the new instrument keeps it: in that one's currency, at the rate of the day when it is another; the
 * cost in the base currency goes over as it is, for it was settled on the day of the purchase.
 *
 * `cost` is undefined when the currencies differ and no rate is known; what is known in the base currency still goes over.
 */
export function carriedCost(
  from: InstrumentReplay,
  to: InstrumentReplay,
  row: number,
  { cost, base }: LotPart,
): { cost: Amount | undefined; base: Amount | undefined } {
  const { columns, rates } = from.context;
  const { scales: own, isBase: wasBase } = from.amounts;
  const { scales: next, isBase } = to.amounts;
  const native = totalOf(cost, from.gap);
  const inBase = wasBase ? native : base && totalOf(base, from.gap);
  const moved = inBase === undefined ? undefined : atScale(inBase, own.base, next.base);
  // An instrument in the base currency keeps one cost: the one that was settled in the base currency.
  if (isBase && moved !== undefined) return { cost: dividedAmount(moved), base: undefined };
  const rate = dayRate(rates, from.currency, to.currency, columns.day[row]!);
  const movedBase = isBase || moved === undefined ? undefined : dividedAmount(moved);
  if (rate === undefined) return { cost: undefined, base: movedBase };
  const converted = divideHalfEven(native * rate.digits, powerOfTen(rate.scale));
  return { cost: dividedAmount(atScale(converted, own.money, next.money)), base: movedBase };
}

function atScale(value: bigint, scale: number, wanted: number): bigint {
  return wanted >= scale ? value * powerOfTen(wanted - scale) : divideHalfEven(value, powerOfTen(scale - wanted));
}
