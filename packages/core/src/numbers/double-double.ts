const splitter = 2 ** 27 + 1;

/** The exact product of two doubles as an unevaluated sum, by Dekker's split: a x b = product + error. */
export function productError(a: number, b: number, product: number): number {
  const bigA = splitter * a;
  const highA = bigA - (bigA - a);
  const lowA = a - highA;
  const bigB = splitter * b;
  const highB = bigB - (bigB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/** The rounding error of a + b, whatever their sizes (Knuth's two-sum): a + b = sum + error. */
export function sumError(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}
