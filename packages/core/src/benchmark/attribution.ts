import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { compensatedSum } from "../series/compensated-sum.ts";
import { requireSameLength } from "../series/require-same-length.ts";

/**
 * One segment (an asset class, a sector, a currency) of a portfolio and of its benchmark, period by period.
 *
 * Weights are those at the start of each period, as fractions, and those of all segments add up to 1 on either side. Where
 * the portfolio has no capital they are all 0.
 * `contributions` are weight x return of the portfolio's segment. All columns have one entry for each period.
 */
export interface AttributionSegment {
  readonly segment: string;
  readonly weights: ArrayLike<number>;
  readonly contributions: ArrayLike<number>;
  readonly benchmarkWeights: ArrayLike<number>;
  readonly benchmarkReturns: ArrayLike<number>;
}

/** What a segment added to the active return, as fractions. */
export interface AttributionEffects {
  /** Holding more or less of the segment than the benchmark does. */
  readonly allocation: number;
  /** Holding other things inside the segment. */
  readonly selection: number;
  /** Both at once: more of what did better inside. */
  readonly interaction: number;
}

/** Attribution of one segment over all periods. */
export interface SegmentAttribution extends AttributionEffects {
  readonly segment: string;
}

/** The active return over all periods, and the effects that add up to it. */
export interface Attribution extends AttributionEffects {
  readonly portfolioReturn: number;
  readonly benchmarkReturn: number;
  /** portfolioReturn - benchmarkReturn = allocation + selection + interaction. */
  readonly activeReturn: number;
  readonly segments: readonly SegmentAttribution[];
}

/**
 * Brinson-Fachler attribution, linked over time by Carino's logarithmic factors.
 *
 * Use it to see whether a difference to the benchmark came from how much was held of each segment (allocation) or from
 * what was held inside it (selection).
 *
 * Units: fractions over all periods together. Sign: positive helped.
 * Shape: what the benchmark earns while the portfolio has no capital counts as allocation.
 * Undefined: no period -> `too-few-observations`; a weight or return is not known (NaN) -> `missing-price`; portfolio or
 * benchmark lost everything -> `no-capital`; beyond all doubles -> `out-of-range`.
 * Cost: O(segments x periods).
 *
 * @throws {PortfolioError} `invalid-weights`: the weights of a period do not add up to 1; `length-mismatch`: a column has
 *   not as many periods as the others
 * @see docs/methods/attribution.md
 * @example
 * const { value } = attribution([
 *   { segment: "Britain", weights: [0.4], contributions: [0.08], benchmarkWeights: [0.4], benchmarkReturns: [0.1] },
 *   { segment: "Japan", weights: [0.3], contributions: [-0.015], benchmarkWeights: [0.2], benchmarkReturns: [-0.04] },
 *   { segment: "America", weights: [0.3], contributions: [0.018], benchmarkWeights: [0.4], benchmarkReturns: [0.08] },
 * ]);
 * value?.activeReturn.toFixed(4); // => "0.0190"
 * value?.allocation.toFixed(4); // => "-0.0120"
 * value?.selection.toFixed(4); // => "0.0300"
 * value?.interaction.toFixed(4); // => "0.0010"
 */
export function attribution(segments: readonly AttributionSegment[]): Measured<Attribution> {
  const periods = segments[0]?.contributions.length ?? 0;
  for (const segment of segments) requireOnePeriodEach(segment, segments[0]!);
  if (periods === 0) return unmeasured("too-few-observations");
  const portfolio = totals(segments, periods, ({ contributions }, t) => contributions[t]!);
  const benchmark = totals(segments, periods, (s, t) => s.benchmarkWeights[t]! * s.benchmarkReturns[t]!);
  const weights = totals(segments, periods, (segment, t) => segment.weights[t]!);
  if ([...portfolio, ...benchmark, ...weights].some(Number.isNaN)) return unmeasured("missing-price");
  requireWholes(
    "portfolio",
    weights.map((weight) => (weight === 0 ? 1 : weight)),
  );
  requireWholes(
    "benchmark",
    totals(segments, periods, (segment, t) => segment.benchmarkWeights[t]!),
  );
  if ([...portfolio, ...benchmark].some((value) => value <= -1)) return unmeasured("no-capital");
  const [portfolioReturn, benchmarkReturn] = [linked(portfolio), linked(benchmark)];
  const overall = logarithmicFactor(portfolioReturn, benchmarkReturn);
  const factors = portfolio.map((value, t) => logarithmicFactor(value, benchmark[t]!) / overall);
  const attributed = segments.map((segment) => ({
    segment: segment.segment,
    // While the portfolio has no capital it earns 0, so segments count from 0 and not from the benchmark's total.
    ...linkedEffects(
      segment,
      benchmark.map((value, t) => (weights[t] === 0 ? 0 : value)),
      factors,
    ),
  }));
  const sum = (effect: keyof AttributionEffects): number => compensatedSum(attributed.map((each) => each[effect]));
  const effects = { allocation: sum("allocation"), selection: sum("selection"), interaction: sum("interaction") };
  const activeReturn = portfolioReturn - benchmarkReturn;
  if (!Object.values(effects).every(Number.isFinite)) return unmeasured("out-of-range");
  return measured({ portfolioReturn, benchmarkReturn, activeReturn, ...effects, segments: attributed });
}

/** How far rounding may take a sum of weights from 1. */
const rounding = 1e-6;

function requireWholes(side: string, sums: Float64Array): void {
  const period = sums.findIndex((sum) => !(Math.abs(sum - 1) <= rounding));
  if (period < 0) return;
  const message = `The ${side}'s weights of period ${period} add up to ${sums[period]}. Give segments that add up to 1, with one for the rest.`;
  throw new PortfolioError("invalid-weights", message, { period, sum: sums[period] });
}

function requireOnePeriodEach(segment: AttributionSegment, first: AttributionSegment): void {
  const { weights, contributions, benchmarkWeights, benchmarkReturns } = segment;
  for (const column of [weights, contributions, benchmarkWeights, benchmarkReturns])
    requireSameLength("Columns of segments", first.contributions, column);
}

function totals(
  segments: readonly AttributionSegment[],
  periods: number,
  of: (segment: AttributionSegment, period: number) => number,
): Float64Array {
  return Float64Array.from({ length: periods }, (_, t) => compensatedSum(segments.map((segment) => of(segment, t))));
}

function linked(returns: Float64Array): number {
  return Math.expm1(compensatedSum(returns.map(Math.log1p)));
}

/** (ln(1 + r) - ln(1 + b)) / (r - b), and its limit where the two are one. */
function logarithmicFactor(portfolioReturn: number, benchmarkReturn: number): number {
  const relative = (portfolioReturn - benchmarkReturn) / (1 + benchmarkReturn);
  return (relative === 0 ? 1 : Math.log1p(relative) / relative) / (1 + benchmarkReturn);
}

function linkedEffects(
  segment: AttributionSegment,
  benchmark: Float64Array,
  factors: Float64Array,
): AttributionEffects {
  const effects = Array.from(factors, (_, t) => effectsOf(segment, t, benchmark[t]!));
  const sum = (effect: keyof AttributionEffects): number =>
    compensatedSum(effects.map((each, t) => each[effect] * factors[t]!));
  return { allocation: sum("allocation"), selection: sum("selection"), interaction: sum("interaction") };
}

function effectsOf(segment: AttributionSegment, period: number, benchmarkReturn: number): AttributionEffects {
  const weight = segment.weights[period]!;
  const contribution = segment.contributions[period]!;
  const benchmarkWeight = segment.benchmarkWeights[period]!;
  const ofBenchmark = segment.benchmarkReturns[period]!;
  const allocation = (weight - benchmarkWeight) * (ofBenchmark - benchmarkReturn);
  // Without weight there is no return to select: a gain all the same (income after the sale) is neither choice alone.
  const selection = weight === 0 ? 0 : benchmarkWeight * (contribution / weight - ofBenchmark);
  return { allocation, selection, interaction: contribution - weight * ofBenchmark - selection };
}
