import type { Measured } from "../outcome/measured.ts";
import { correlation } from "./correlation.ts";

/** Returns of something that has a name, such as a holding. */
export interface NamedReturns {
  readonly name: string;
  readonly returns: ArrayLike<number>;
}

/** Correlations of each with each: `cells[i][j]` belongs to `names[i]` and `names[j]`. */
export interface CorrelationMatrix {
  readonly names: readonly string[];
  readonly cells: readonly (readonly Measured[])[];
}

/**
 * The {@link correlation} of each series with each other, over the periods that both know.
 *
 * Shape: one return for each period and series, in one calendar; NaN where it is missing. The matrix is symmetric and
 * has 1 on its diagonal, but where a series does not vary.
 * Undefined: each cell by itself, as {@link correlation}.
 * Cost:  O(series² x periods).
 *
 * @throws {PortfolioError} `length-mismatch`: the series do not have one length
 * @see docs/methods/benchmark.md
 */
export function correlationMatrix(series: readonly NamedReturns[]): CorrelationMatrix {
  const lower = series.map((one, row) =>
    series.slice(0, row + 1).map((other) => correlation(one.returns, other.returns)),
  );
  return {
    names: series.map(({ name }) => name),
    cells: series.map((_, row) =>
      series.map((_other, column) => lower[Math.max(row, column)]![Math.min(row, column)]!),
    ),
  };
}
