import { type Measured, measured, unmeasured } from "./measured.ts";

/** A figure, or `out-of-range` where arithmetic on extreme input left the range of a double. */
export function measuredIfFinite(value: number): Measured {
  return Number.isFinite(value) ? measured(value) : unmeasured("out-of-range");
}
