import { type Measured, measured, unmeasured } from "../outcome/measured.ts";

/**
 * Fall from the running peak after each return, as a negative fraction or 0.
 *
 * Wealth starts at 1 before the first return, so a first loss counts. Always on returns, never on money values, which
 * would mix in deposits.
 */
export function drawdownSeries(returns: ArrayLike<number>): Float64Array {
  const series = new Float64Array(returns.length);
  let wealth = 1;
  let peak = 1;
  for (let i = 0; i < returns.length; i++) {
    wealth *= 1 + returns[i]!;
    if (wealth > peak) peak = wealth;
    series[i] = wealth / peak - 1;
  }
  return series;
}

/** The deepest fall and where it began and ended: `peak` is -1 when it began before the first return. */
export interface DeepestDrawdown {
  readonly depth: number;
  readonly peak: number;
  readonly trough: number;
}

/** The deepest drawdown of a series of returns; undefined when there is no return or never a fall. */
export function deepestDrawdown(returns: ArrayLike<number>): DeepestDrawdown | undefined {
  const series = drawdownSeries(returns);
  let trough = -1;
  for (let i = 0; i < series.length; i++) if (series[i]! < (series[trough] ?? 0)) trough = i;
  if (trough < 0) return undefined;
  let peak = trough;
  while (peak >= 0 && series[peak]! < 0) peak--;
  return { depth: series[trough]!, peak, trough };
}

/**
 * Maximum drawdown: the deepest fall from a peak, as a negative fraction or 0.
 *
 * Undefined: no returns -> `too-few-observations`; one of them is not known -> `missing-price`.
 *
 * @see docs/methods/measures.md
 */
export function maxDrawdown(returns: ArrayLike<number>): Measured {
  if (returns.length === 0) return unmeasured("too-few-observations");
  if (Array.prototype.some.call(returns, Number.isNaN)) return unmeasured("missing-price");
  return measured(deepestDrawdown(returns)?.depth ?? 0);
}

/** The drawdown after the last return: 0 at a peak. Undefined as {@link maxDrawdown}. */
export function currentDrawdown(returns: ArrayLike<number>): Measured {
  const deepest = maxDrawdown(returns);
  return deepest.value === undefined ? deepest : measured(drawdownSeries(returns).at(-1)!);
}
