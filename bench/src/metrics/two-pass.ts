/** Volatility of each window in two passes over typed arrays: what a careful program without blocks does. */
export function twoPassVolatility(returns: Float64Array, window: number, periodsPerYear: number): Float64Array {
  const results = new Float64Array(returns.length - window + 1);
  for (let start = 0; start < results.length; start++) {
    let sum = 0;
    for (let i = start; i < start + window; i++) sum += returns[i]!;
    const mean = sum / window;
    let squares = 0;
    for (let i = start; i < start + window; i++) squares += (returns[i]! - mean) * (returns[i]! - mean);
    results[start] = Math.sqrt((squares / (window - 1)) * periodsPerYear);
  }
  return results;
}

/** The same with a slice, a map and a reduce for each window: how it is mostly written. */
export function slicedVolatility(returns: Float64Array, window: number, periodsPerYear: number): number[] {
  const all = [...returns];
  return Array.from({ length: all.length - window + 1 }, (_, start) => {
    const slice = all.slice(start, start + window);
    const mean = slice.reduce((sum, value) => sum + value, 0) / window;
    const squares = slice.map((value) => (value - mean) ** 2).reduce((sum, value) => sum + value, 0);
    return Math.sqrt((squares / (window - 1)) * periodsPerYear);
  });
}
