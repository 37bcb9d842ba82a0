const naturalLogOfTwo = { high: 6.93147180369123816e-1, low: 1.90821492927058770002e-10 } as const;

/** 1 / n!, from the highest that counts down to 1 / 1!. */
const inverseFactorials: readonly number[] = [
  1 / 87_178_291_200,
  1 / 6_227_020_800,
  1 / 479_001_600,
  1 / 39_916_800,
  1 / 3_628_800,
  1 / 362_880,
  1 / 40_320,
  1 / 5040,
  1 / 720,
  1 / 120,
  1 / 24,
  1 / 6,
  1 / 2,
  1,
];

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
  let sum = 0;
  for (let i = 0; i < inverseFactorials.length; i++) sum = (sum + inverseFactorials[i]!) * reduced;
  return doubled(1 + sum, doublings);
}

/** A number times 2^times, by steps that are exact: a power may round on some engine. */
function doubled(value: number, times: number): number {
  let result = value;
  for (let left = times; left > 0; left--) result *= 2;
  for (let left = times; left < 0; left++) result /= 2;
  return result;
}
