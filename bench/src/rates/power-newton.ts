import type { DatedFlow } from "@portfolio/core/measures";

/** The usual XIRR: Newton's method on r with `Math.pow` for each flow, from 10 %, to a step below 1e-12. */
export function powerNewton(flows: readonly DatedFlow[]): number {
  const first = flows.reduce((earliest, { day }) => Math.min(earliest, day), Number.POSITIVE_INFINITY);
  let rate = 0.1;
  for (let step = 0; step < 100; step++) {
    let value = 0;
    let slope = 0;
    for (const { day, amount } of flows) {
      const years = (day - first) / 365;
      const term = amount * Math.pow(1 + rate, -years);
      value += term;
      slope -= (years * term) / (1 + rate);
    }
    const change = value / slope;
    rate -= change;
    if (Math.abs(change) < 1e-12) return rate;
  }
  return Number.NaN;
}
