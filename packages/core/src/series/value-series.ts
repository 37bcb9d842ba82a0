import type { EpochDay } from "../calendar/plain-date.ts";
import type { CashFlow } from "../cash-flows/cash-flow.ts";
import { productError } from "../numbers/double-double.ts";
import { powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import type { DailyTotals } from "../valuation/daily-totals.ts";
import type { DailyValuation } from "../valuation/daily-valuation.ts";

/**
 * Values and flows of a scope per calendar day, as float64: from here on figures are ratios and statistics.
 *
 * `values[i]` is the close of day `firstDay + i`, NaN when part of it is not known. `inflows[i]` and `outflows[i]` are
 * the external flows of that day, both 0 or more; NaN when one is not known. The `...Rests` columns hold what rounding
 * to a double took off (value + rest has about 32 digits): linked returns use them, everything else may ignore them.
 */
export interface ValueSeries {
  readonly firstDay: EpochDay;
  readonly values: Float64Array;
  readonly valueRests: Float64Array;
  readonly inflows: Float64Array;
  readonly inflowRests: Float64Array;
  readonly outflows: Float64Array;
  readonly outflowRests: Float64Array;
}

/** Rounds an exact daily valuation and its flows to doubles, and keeps what that took off. */
export function valueSeries(valuation: DailyValuation, flows: readonly CashFlow[]): ValueSeries {
  const { firstDay, isKnown } = valuation;
  const { high, low, scale } = valuation.scale > exactDigits ? coarser(valuation) : valuation;
  const unit = Number(powerOfTen(scale));
  const values = high.map((value, d) => (isKnown[d] === 1 ? (value + low[d]!) / unit : Number.NaN));
  const valueRests = values.map((value, d) => restOf(value, high[d]!, low[d]!, unit));
  const inflows = new Float64Array(values.length);
  const inflowRests = new Float64Array(values.length);
  const outflows = new Float64Array(values.length);
  const outflowRests = new Float64Array(values.length);
  for (const [d, { inflow, outflow }] of dailySums(flows, firstDay, values.length)) {
    [inflows[d], inflowRests[d]] = pairOf(inflow);
    [outflows[d], outflowRests[d]] = pairOf(outflow);
  }
  return { firstDay, values, valueRests, inflows, inflowRests, outflows, outflowRests };
}

/** The totals of coins with many decimals, half-even at the finest scale whose unit a double holds exactly. */
function coarser({ high, low, scale }: DailyTotals): DailyTotals {
  const divisor = powerOfTen(scale - exactDigits);
  const whole = Array.from(high, (value, d) => divideHalfEven(BigInt(value) + BigInt(low[d]!), divisor));
  const rounded = Float64Array.from(whole, Number);
  return { scale: exactDigits, high: rounded, low: rounded.map((value, d) => Number(whole[d]! - BigInt(value))) };
}

/** (high + low) / unit less its rounded value: a power of ten up to 1e22 is exact in a double, so the product is known. */
function restOf(value: number, high: number, low: number, unit: number): number {
  const product = value * unit;
  return (high - product + (low - productError(value, unit, product))) / unit;
}

/** Digits after the point that 10^n holds exactly in a double. */
const exactDigits = 22;

/** An exact amount as a double and what rounding took off. */
function pairOf(amount: CashFlow["amount"]): [value: number, rest: number] {
  if (amount === undefined) return [Number.NaN, 0];
  const scale = Math.min(amount.decimalPlaces(), exactDigits);
  const digits = BigInt(amount.times(`1e${scale}`).toFixed(0));
  const high = Number(digits);
  const low = Number(digits - BigInt(high));
  const unit = Number(powerOfTen(scale));
  const value = (high + low) / unit;
  return [value, restOf(value, high, low, unit)];
}

interface DaySums {
  inflow: CashFlow["amount"];
  outflow: CashFlow["amount"];
}

/** Flows added up exactly by day before they are rounded. */
function dailySums(flows: readonly CashFlow[], firstDay: EpochDay, length: number): Map<number, DaySums> {
  const sums = new Map<number, DaySums>();
  for (const { day, amount } of flows) {
    const d = day - firstDay;
    if (d < 0 || d >= length) continue;
    const zero = amount?.times(0);
    const sum = sums.get(d) ?? { inflow: zero, outflow: zero };
    if (amount === undefined) sums.set(d, { inflow: undefined, outflow: undefined });
    else if (amount.isNegative()) sums.set(d, { ...sum, outflow: sum.outflow?.minus(amount) });
    else sums.set(d, { ...sum, inflow: sum.inflow?.plus(amount) });
  }
  return sums;
}
