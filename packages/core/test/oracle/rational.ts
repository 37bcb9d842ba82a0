/** An exact fraction, for tests: slow and obvious. The denominator is positive. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Rational = { n: 0n, d: 1n };

function reduced(n: bigint, d: bigint): Rational {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b > 0n) [a, b] = [b, a % b];
  const divisor = a === 0n ? 1n : a;
  return { n: n / divisor, d: d / divisor };
}

export function fromText(text: string): Rational {
  const [whole = "0", fraction = ""] = text.split(".");
  return reduced(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

export const add = (a: Rational, b: Rational): Rational => reduced(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Rational, b: Rational): Rational => reduced(a.n * b.n, a.d * b.d);
export const divide = (a: Rational, b: Rational): Rational =>
  b.n < 0n ? reduced(-a.n * b.d, a.d * -b.n) : reduced(a.n * b.d, a.d * b.n);
export const compare = (a: Rational, b: Rational): number =>
  Number(a.n * b.d > b.n * a.d) - Number(a.n * b.d < b.n * a.d);
export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);

/** To the nearest multiple of 10^-digits, a tie to the even one. */
export function roundedTo(value: Rational, digits: number): Rational {
  const scaled = multiply(value, { n: 10n ** BigInt(digits), d: 1n });
  const floor = scaled.n / scaled.d - (scaled.n < 0n && scaled.n % scaled.d !== 0n ? 1n : 0n);
  const twice = 2n * (scaled.n - floor * scaled.d);
  const up = twice > scaled.d || (twice === scaled.d && floor % 2n !== 0n);
  return reduced(floor + (up ? 1n : 0n), 10n ** BigInt(digits));
}
