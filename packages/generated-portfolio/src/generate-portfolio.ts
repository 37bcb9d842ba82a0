import { linearCongruential } from "./linear-congruential.ts";

/** How large a generated portfolio is; 20 years are 7,305 days. */
export interface PortfolioShape {
  readonly transactions: number;
  readonly instruments: number;
  readonly years: number;
}

/**
 * A random portfolio of docs/benchmarks.md. Every figure is an integer at its scale.
 *
 * Prices at 1e-4 and rates at 1e-6, a row of `dayCount` days each. Trades by column: quantity and price at 1e-4, fee at
 * 1e-2, sign 1 for a purchase and -1 for a sale. Trades of one day happen in index order; day 0 is 2006-01-01;
 * instrument s trades in currency s mod 3: US dollars, Canadian dollars, euros.
 */
export interface GeneratedPortfolio {
  readonly shape: PortfolioShape;
  readonly dayCount: number;
  readonly prices: readonly Float64Array[];
  readonly rates: readonly Float64Array[];
  readonly day: Int32Array;
  readonly instrument: Int32Array;
  readonly sign: Int8Array;
  readonly quantity: Float64Array;
  readonly price: Float64Array;
  readonly fee: Float64Array;
}

/** Draws a portfolio; the order of the draws is part of the definition: prices, rates, trades. */
export function generatePortfolio(shape: PortfolioShape, seed: number = 42): GeneratedPortfolio {
  const next = linearCongruential(seed);
  const dayCount = Math.round(shape.years * 365.25);
  const prices = Array.from({ length: shape.instruments }, () => priceWalk(next, dayCount));
  const rates = [1_000_000, 740_000, 1_100_000].map((start, currency) => rateWalk(next, dayCount, start, currency > 0));
  return { shape, dayCount, prices, rates, ...trades(next, shape.transactions, dayCount, prices) };
}

function priceWalk(next: () => number, dayCount: number): Float64Array {
  let price = 50_000 + (next() % 4_950_000);
  return new Float64Array(dayCount).map(() => {
    const today = price;
    price = clamp(price + Math.floor((price * ((next() % 401) - 199)) / 10_000), 1_000, 20_000_000);
    return today;
  });
}

function rateWalk(next: () => number, dayCount: number, start: number, isMoving: boolean): Float64Array {
  let rate = start;
  return new Float64Array(dayCount).map(() => {
    const today = rate;
    if (isMoving) rate = clamp(rate + Math.floor((rate * ((next() % 101) - 50)) / 10_000), 400_000, 2_000_000);
    return today;
  });
}

type Trades = Pick<GeneratedPortfolio, "day" | "instrument" | "sign" | "quantity" | "price" | "fee">;

function trades(next: () => number, count: number, dayCount: number, prices: readonly Float64Array[]): Trades {
  const held = new Float64Array(prices.length);
  const columns = {
    day: new Int32Array(count),
    instrument: new Int32Array(count),
    sign: new Int8Array(count),
    quantity: new Float64Array(count),
    price: new Float64Array(count),
    fee: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    const day = Math.floor((i * dayCount) / count);
    const instrument = next() % prices.length;
    const roll = next() % 100;
    const isPurchase = held[instrument] === 0 || roll < 60;
    const quantity = isPurchase
      ? 1 + (next() % 2_000_000)
      : Math.max(1, Math.floor((held[instrument]! * (1 + (next() % 100))) / 100));
    const sign = isPurchase ? 1 : -1;
    held[instrument]! += sign * quantity;
    columns.day[i] = day;
    columns.instrument[i] = instrument;
    columns.sign[i] = sign;
    columns.quantity[i] = quantity;
    columns.price[i] = prices[instrument]![day]!;
    columns.fee[i] = next() % 1_000;
  }
  return columns;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
