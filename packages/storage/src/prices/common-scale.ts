/** Values of one scale: integers, with -1 where there is none. */
export interface ScaledRow {
  readonly values: Int32Array | Float64Array;
  readonly scale: number;
}

/** Powers of ten that a double holds exactly; `10 ** n` is not exact in every engine. */
const powersOfTen: readonly number[] = Array.from({ length: 23 }, (_, digits) => Number(`1e${digits}`));

/**
 * The finest scale of several rows at which each of their values is still an integer below 2^53.
 *
 * Usually the finest of their own. Where a price of many digits before the point meets one of many behind it, digits
 * behind the point are given up, as core's `priceHistory` does: 15 digits of the largest are more than any source has.
 */
export function commonScale(rows: readonly ScaledRow[]): number {
  let scale = rows.reduce((finest, row) => Math.max(finest, row.scale), 0);
  for (const row of rows) {
    if (row.scale === scale) continue;
    const largest = largestOf(row.values);
    while (scale > row.scale && !fits(largest, scale - row.scale)) scale--;
  }
  return scale;
}

function largestOf(values: Int32Array | Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > largest) largest = values[i]!;
  return largest;
}

function fits(value: number, digits: number): boolean {
  // Above 22 digits only 0 could fit, and a row of nothing but 0 needs no digits.
  return digits < powersOfTen.length && value * powersOfTen[digits]! <= Number.MAX_SAFE_INTEGER;
}

/** An integer of one scale at another: exact when that is finer, half-even when it is coarser. Values are 0 or more. */
export function atScale(value: number, from: number, to: number): number {
  if (from <= to) return value * powersOfTen[to - from]!;
  const unit = powersOfTen[from - to];
  // No safe integer has that many digits.
  if (unit === undefined) return 0;
  const rest = value % unit;
  const whole = (value - rest) / unit;
  const twice = rest * 2;
  return twice > unit || (twice === unit && whole % 2 === 1) ? whole + 1 : whole;
}
