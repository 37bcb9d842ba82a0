import type { GeneratedPortfolio } from "@portfolio/generated-portfolio";

/** Days with a constant quantity of one instrument, as columns: doubles in plain units. */
export interface FloatSegments {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly quantity: Float64Array;
}

/** The end-of-day quantities of one instrument as they come out of a replay in doubles. */
export interface FloatHistory {
  readonly days: Int32Array;
  readonly quantities: Float64Array;
}

/** The quantity of each instrument after each of its trades: what a float ledger would hand over. */
export function floatHistoriesOf({ instrument, sign, quantity, day, prices }: GeneratedPortfolio): FloatHistory[] {
  const histories = prices.map(() => ({ days: [] as number[], quantities: [] as number[], held: 0 }));
  for (let i = 0; i < day.length; i++) {
    const history = histories[instrument[i]!]!;
    // Summed as integers, so that a closed holding is zero here: crumbs would add days to the float loop.
    history.held += sign[i]! * quantity[i]!;
    history.days.push(day[i]!);
    history.quantities.push(history.held * 1e-4);
  }
  return histories.map(({ days, quantities }) => ({
    days: Int32Array.from(days),
    quantities: Float64Array.from(quantities),
  }));
}

/** Closes of one instrument on the days that have one, as doubles in plain units. */
export interface FloatCloses {
  readonly days: Int32Array;
  readonly closes: Float64Array;
}

/** Prices or rates as doubles in plain units. */
export function plainRows(rows: readonly Float64Array[], unit: number): Float64Array[] {
  return rows.map((row) => row.map((value) => value * unit));
}

/** Prices on every calendar day: each close until the next one. */
export function carriedForward({ days, closes }: FloatCloses, dayCount: number): Float64Array {
  const row = new Float64Array(dayCount);
  for (let i = 0; i < days.length; i++) {
    const close = closes[i]!;
    const end = i + 1 < days.length ? days[i + 1]! : dayCount;
    for (let d = days[i]!; d < end; d++) row[d] = close;
  }
  return row;
}

/**
 * The best plain float loop: segments by instrument, one row per currency, each price row walked in order, exchange
 * rates once a day and currency at the end.
 */
export function floatSeries(
  histories: readonly FloatHistory[],
  prices: readonly Float64Array[],
  rates: readonly Float64Array[],
  dayCount: number,
): Float64Array {
  const rows = rates.map(() => new Float64Array(dayCount));
  histories.forEach((history, s) => {
    const { from, to, quantity } = floatSegmentsOf(history, dayCount);
    const row = rows[s % rates.length]!;
    const price = prices[s]!;
    for (let i = 0; i < quantity.length; i++) {
      const q = quantity[i]!;
      const end = to[i]!;
      for (let d = from[i]!; d < end; d++) row[d] = row[d]! + q * price[d]!;
    }
  });
  const total = new Float64Array(dayCount);
  rows.forEach((row, c) => {
    const rate = rates[c]!;
    for (let d = 0; d < dayCount; d++) total[d] = total[d]! + row[d]! * rate[d]!;
  });
  return total;
}

/** Stretches of days with a constant quantity other than zero. */
export function floatSegmentsOf({ days, quantities }: FloatHistory, dayCount: number): FloatSegments {
  const from = new Int32Array(days.length);
  const to = new Int32Array(days.length);
  const quantity = new Float64Array(days.length);
  let count = 0;
  for (let i = 0; i < days.length; i++) {
    const end = i + 1 < days.length ? days[i + 1]! : dayCount;
    if (days[i]! >= end || quantities[i] === 0) continue;
    from[count] = days[i]!;
    to[count] = end;
    quantity[count++] = quantities[i]!;
  }
  return { from: from.subarray(0, count), to: to.subarray(0, count), quantity: quantity.subarray(0, count) };
}
