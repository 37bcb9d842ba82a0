import { type EpochDay, fromEpochDay } from "../calendar/plain-date.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import { requireAscending } from "../series/require-ascending.ts";
import { requireSameLength } from "../series/require-same-length.ts";

/** When the weights of a blend are set back: after each return, at the end of a calendar period, or never. */
export type RebalancingRule = "daily" | "monthly" | "quarterly" | "yearly" | "never";

/** A benchmark within a blend. */
export interface BlendPart {
  /** Share of the value when the weights are set; all of them add up to 1. Negative is borrowed. */
  readonly weight: number;
  readonly returns: ArrayLike<number>;
}

/** Benchmarks in one calendar: item i of each part's returns ends on `days[i]`. */
export interface Blend {
  readonly days: ArrayLike<EpochDay>;
  readonly parts: readonly BlendPart[];
}

/** How far rounding may take a sum of weights from 1. */
const rounding = 1e-9;

/**
 * The returns of a blend of benchmarks: its parts start at their weights, drift with their returns, and are set back to
 * their weights at the close before the first return of a new calendar period.
 *
 * "daily" sets them back after every return, "never" is buy and hold.
 *
 * Shape: one return for each day. NaN where a part that is held has no return, and from there on until the weights are
 * set back; NaN also once nothing is left (a blend with borrowed parts may lose more than everything).
 *
 * @throws {PortfolioError} `argument-out-of-range`: they do not add up to 1; `length-mismatch`: a part has not as many returns as
 * there are days; `unsorted-series`: days do not ascend
 * @see docs/methods/benchmark.md
 * @example
 * const days = [toEpochDay("2026-01-30"), toEpochDay("2026-02-02")];
 * const parts = [{ weight: 0.5, returns: [0.1, 0.1] }, { weight: 0.5, returns: [0, 0] }];
 * blendedBenchmark({ days, parts }, "monthly")[1]?.toFixed(6); // => "0.050000"
 * blendedBenchmark({ days, parts }, "never")[1]?.toFixed(6); // => "0.052381"
 */
export function blendedBenchmark({ days, parts }: Blend, rebalancing: RebalancingRule): Float64Array {
  requireAscending(days);
  requireWeights(parts);
  for (const { returns } of parts) requireSameLength("Days and returns", days, returns);
  const weights = Float64Array.from(parts, ({ weight }) => weight);
  const blended = new Float64Array(days.length);
  let values = weights.slice();
  for (let i = 0; i < days.length; i++) {
    if (i > 0 && isReset(days[i - 1]!, days[i]!, rebalancing)) values = weights.slice();
    const gains = values.map((value, part) => (value === 0 ? 0 : value * parts[part]!.returns[i]!));
    const total = compensatedSum(values);
    blended[i] = total > 0 ? compensatedSum(gains) / total : Number.NaN;
    values = values.map((value, part) => value + gains[part]!);
  }
  return blended;
}

function isReset(before: EpochDay, day: EpochDay, rule: RebalancingRule): boolean {
  if (rule === "daily" || rule === "never") return rule === "daily";
  return periodOf(before, rule) !== periodOf(day, rule);
}

function periodOf(day: EpochDay, rule: "monthly" | "quarterly" | "yearly"): number {
  const date = fromEpochDay(day);
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1];
  if (rule === "yearly") return year;
  return rule === "monthly" ? year * 12 + month : year * 4 + Math.floor(month / 3);
}

function requireWeights(parts: readonly BlendPart[]): void {
  const sum = compensatedSum(parts.map(({ weight }) => weight));
  if (Math.abs(sum - 1) <= rounding) return;
  throw new PortfolioError("argument-out-of-range", `The weights add up to ${sum}. Make them add up to 1.`, { sum });
}
