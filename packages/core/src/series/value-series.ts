import type { EpochDay } from "../calendar/plain-date.ts";
import type { CashFlow } from "../cash-flows/cash-flow.ts";
import { productError } from "../numbers/double-double.ts";
import { addFixed, type FixedPoint, negateFixed, parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import type { DailyTotals, DailyValuation } from "../valuation/daily-totals.ts";

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
  for (const [d, { inflow, outflow, isKnown: areKnown }] of dailySums(flows, firstDay, values.length)) {
    [inflows[d], inflowRests[d]] = areKnown ? pairOf(inflow) : [Number.NaN, 0];
    [outflows[d], outflowRests[d]] = areKnown ? pairOf(outflow) : [Number.NaN, 0];
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

/** An exact sum as a double and what rounding took off. */
function pairOf(sum: FixedPoint): [value: number, rest: number] {
  const scale = Math.min(sum.scale, exactDigits);
  const digits = scale === sum.scale ? sum.digits : divideHalfEven(sum.digits, powerOfTen(sum.scale - scale));
  const high = Number(digits);
  const low = Number(digits - BigInt(high));
  const unit = Number(powerOfTen(scale));
  const value = (high + low) / unit;
  return [value, restOf(value, high, low, unit)];
}

interface DaySums {
  inflow: FixedPoint;
  outflow: FixedPoint;
  isKnown: boolean;
}

const nothing: FixedPoint = { digits: 0n, scale: 0 };

/** Flows added up exactly by day before they are rounded. */
function dailySums(flows: readonly CashFlow[], firstDay: EpochDay, length: number): Map<number, DaySums> {
  const sums = new Map<number, DaySums>();
  for (const flow of flows) {
    const d = flow.day - firstDay;
    if (d < 0 || d >= length) continue;
    const sum = sums.get(d) ?? { inflow: nothing, outflow: nothing, isKnown: true };
    sums.set(d, sum);
    const amount = exactAmount(flow);
    if (amount === undefined) sum.isKnown = false;
    else if (amount.digits < 0n) sum.outflow = addFixed(sum.outflow, negateFixed(amount));
    else sum.inflow = addFixed(sum.inflow, amount);
  }
  return sums;
}

/** A flow of our own knows its integer; one that somebody else made has its Decimal. */
function exactAmount(flow: CashFlow): FixedPoint | undefined {
  if (flow.exact !== undefined) return flow.exact;
  const { amount } = flow;
  return amount && parseFixedPoint(amount.toFixed());
}
