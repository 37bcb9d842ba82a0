/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/**
 * Probability that a standard normal variable is at most x, to about 1e-15, in the tails relative to itself.
 *
 * Near the middle by the series of Marsaglia ("Evaluating the Normal Distribution", 2004), in the tails by Laplace's
 * continued fraction.
 */
export function normalProbability(x: number): number {
  if (Math.abs(x) > tailFrom) return x < 0 ? tailBeyond(-x) : 1 - tailBeyond(x);
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}

const tailFrom = 3;

function tailBeyond(x: number): number {
  let denominator = x;
  for (let k = 120; k >= 1; k--) denominator = x + k / denominator;
  return normalDensity(x) / denominator;
}

/**
 * The value that a standard normal variable does not exceed with so much probability, between 0 and 1 without them.
 *
 * A start by the rational formula 26.2.23 of Abramowitz and Stegun, mended by Halley's method.
 */
export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability);
  const t = Math.sqrt(-2 * Math.log(probability));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let x = above / below - t;
  for (let step = 0; step < 3; step++) {
    const off = (normalProbability(x) - probability) / normalDensity(x);
    x -= off / (1 + (off * x) / 2);
  }
  return x;
}
