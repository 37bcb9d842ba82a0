/** ln 2 as a double that keeps zeros at its end, so that small whole multiples are exact, and the rest of it. */
export const naturalLogOfTwo: { readonly high: number; readonly low: number } = {
  high: 6.93147180369123816e-1,
  low: 1.90821492927058770002e-10,
};

/**
 * Natural logarithm, to about 2e-16 of itself beside 1, with the same bits on every engine.
 *
 * `Math.log` may end in another digit on another engine; this uses additions, multiplications and divisions alone, which
 * are exact to the bit everywhere. ln x = e ln 2 + 2 artanh((m - 1) / (m + 1)) with x = m 2^e and m beside 1.
 * -Infinity for 0, NaN below.
 */
export function reproducibleLogarithm(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  let mantissa = x;
  let exponent = 0;
  for (; mantissa < Math.SQRT1_2; exponent--) mantissa *= 2;
  for (; mantissa > Math.SQRT2; exponent++) mantissa /= 2;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const rest = exponent * naturalLogOfTwo.low + oddPowers(ratio);
  return exponent * naturalLogOfTwo.high + (rest + 2 * ratio);
}

/** 2 artanh(ratio) without its first term: 2 (ratio^3 / 3 + ratio^5 / 5 + …), below 1e-17 after the last one. */
function oddPowers(ratio: number): number {
  const square = ratio * ratio;
  const fourth = square * square;
  // Every other term in a row of its own, so that neither waits for the other.
  const odd = ((((2 / 23) * fourth + 2 / 19) * fourth + 2 / 15) * fourth + 2 / 11) * fourth + 2 / 7;
  const even = ((((2 / 21) * fourth + 2 / 17) * fourth + 2 / 13) * fourth + 2 / 9) * fourth + 2 / 5;
  return (odd * fourth + even * square + 2 / 3) * square * ratio;
}
