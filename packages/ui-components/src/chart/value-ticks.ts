/** Steps a value axis may have, per power of ten. */
const steps = [1, 2, 2.5, 4, 5];

/** Multiples of `step` inside the bounds. */
function multiples(low: number, high: number, step: number): number[] {
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k += 1) ticks.push(k * step);
  return ticks;
}

/**
 * Round values for the ticks of a value axis: as many as fit, never more than `most`.
 *
 * Shape: ascending, all within the bounds. A flat range gives its one value.
 */
export function valueTicks(low: number, high: number, most: number): readonly number[] {
  const span = high - low;
  if (!(span > 0)) return Number.isFinite(low) ? [low] : [];
  for (let power = Math.floor(Math.log10(span / most)) - 1; ; power += 1) {
    for (const step of steps) {
      const ticks = multiples(low, high, step * 10 ** power);
      if (ticks.length <= most) return ticks;
    }
  }
}
