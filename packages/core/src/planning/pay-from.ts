/** A withdrawal that lacks less than this share of itself was paid in full: what is missing is rounding. */
const rounding = 1e-9;

/** The value after a flow: a withdrawal takes at most what is there. */
export function afterFlow(value: number, flow: number): number {
  return Math.max(value + flow, 0);
}

/** Whether a value is too small for a withdrawal, which is a negative flow; always for one beyond doubles. */
export function fallsShort(value: number, flow: number): boolean {
  return value + flow < flow * rounding || flow === -Infinity;
}
