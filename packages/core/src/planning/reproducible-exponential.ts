import { naturalLogOfTwo } from "./reproducible-logarithm.ts";

/**
 * The exponential function, to about 3e-16 of itself, with the same bits on every engine.
 *
 * For the reason of {@link reproducibleLogarithm}. e^x = 2^k e^r with |r| at most half of ln 2. Infinity above 709.78, 0
 * below -745.
 */
export function reproducibleExponential(x: number): number {
  if (!(x < 709.782712893384)) return x > 0 ? Infinity : Number.NaN;
  if (x < -745.2) return 0;
  const doublings = Math.round(x / (naturalLogOfTwo.high + naturalLogOfTwo.low));
  const reduced = x - doublings * naturalLogOfTwo.high - doublings * naturalLogOfTwo.low;
  const exponential = 1 + powerSeries(reduced);
  return doublings === 0 ? exponential : doubled(exponential, doublings);
}

/** e^x - 1 near 0: x + x^2 / 2! + … up to x^14 / 14!, which is below 1e-17. */
function powerSeries(x: number): number {
  const square = x * x;
  // Even and odd powers in rows of their own, so that neither waits for the other.
  let even = square / 87_178_291_200 + 1 / 479_001_600;
  even = ((even * square + 1 / 3_628_800) * square + 1 / 40_320) * square + 1 / 720;
  even = (even * square + 1 / 24) * square + 1 / 2;
  let odd = square / 6_227_020_800 + 1 / 39_916_800;
  odd = ((odd * square + 1 / 362_880) * square + 1 / 5040) * square + 1 / 120;
  odd = (odd * square + 1 / 6) * square;
  return even * square + odd * x + x;
}

/** A number times 2^times, by steps that are exact: a power may round on some engine. */
function doubled(value: number, times: number): number {
  let result = value;
  for (let left = times; left > 0; left--) result *= 2;
  for (let left = times; left < 0; left++) result /= 2;
  return result;
}
