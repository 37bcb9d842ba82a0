import { Decimal } from "decimal.js";
import type { GeneratedPortfolio } from "@portfolio/generated-portfolio";
import { type FloatHistory, floatSegmentsOf } from "./float-series.ts";

const Decimal34 = Decimal.clone({ precision: 34 });

/** Cells of the first instruments as `Decimal` objects, made before the clock starts. */
export interface DecimalSample {
  readonly instruments: number;
  readonly cells: number;
  readonly dayCount: number;
  readonly lines: readonly DecimalLine[];
  readonly rates: readonly (readonly Decimal[])[];
}

interface DecimalLine {
  readonly currency: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly quantity: readonly Decimal[];
  readonly price: readonly Decimal[];
  readonly closes: Float64Array;
}

/** As many whole instruments as it takes to have `leastCells` instrument-days with a holding. */
export function decimalSampleOf(
  { prices, rates, dayCount }: GeneratedPortfolio,
  histories: readonly FloatHistory[],
  leastCells: number,
): DecimalSample {
  const lines: DecimalLine[] = [];
  let cells = 0;
  for (let s = 0; s < prices.length && cells < leastCells; s++) {
    const { from, to, quantity } = floatSegmentsOf(histories[s]!, dayCount);
    cells += heldCells(from, to);
    lines.push({
      currency: s % rates.length,
      from,
      to,
      quantity: Array.from(quantity, (value) => new Decimal34(value.toFixed(4))),
      price: decimals(prices[s]!, "1e-4"),
      closes: prices[s]!.map((close) => close / 1e4),
    });
  }
  return { instruments: lines.length, cells, dayCount, lines, rates: rates.map((row) => decimals(row, "1e-6")) };
}

/** How many instrument-days stretches cover. */
export function heldCells(from: Int32Array, to: Int32Array): number {
  return from.reduce((sum, start, i) => sum + to[i]! - start, 0);
}

/**
 * The value of every day with decimal.js, cell by cell: the stored close becomes a `Decimal`, times quantity, times rate,
 * added to its day. Closes are doubles, as nobody keeps millions of `Decimal` objects.
 */
export function decimalSeries({ lines, rates, dayCount }: DecimalSample): Decimal[] {
  const total = Array.from({ length: dayCount }, () => new Decimal34(0));
  for (const { currency, from, to, quantity, closes } of lines) {
    const rate = rates[currency]!;
    for (let i = 0; i < quantity.length; i++) {
      const end = to[i]!;
      for (let d = from[i]!; d < end; d++)
        total[d] = total[d]!.add(quantity[i]!.mul(new Decimal34(closes[d]!)).mul(rate[d]!));
    }
  }
  return total;
}

/** The leanest way with decimal.js: ready `Decimal` objects, exchange rates once a day and currency. */
export function leanDecimalSeries({ lines, rates, dayCount }: DecimalSample): Decimal[] {
  const zero = new Decimal34(0);
  const rows = rates.map(() => Array.from({ length: dayCount }, () => zero));
  for (const { currency, from, to, quantity, price } of lines) {
    const row = rows[currency]!;
    for (let i = 0; i < quantity.length; i++) {
      const end = to[i]!;
      for (let d = from[i]!; d < end; d++) row[d] = row[d]!.add(quantity[i]!.mul(price[d]!));
    }
  }
  return Array.from({ length: dayCount }, (_, d) =>
    rows.reduce((sum, row, c) => sum.add(row[d]!.mul(rates[c]![d]!)), zero),
  );
}

function decimals(values: Float64Array, unit: string): Decimal[] {
  const one = new Decimal34(unit);
  return Array.from(values, (value) => new Decimal34(value).mul(one));
}
