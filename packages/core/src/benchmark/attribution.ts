import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { compensatedSum } from "../series/compensated-sum.ts";

/**
 * One segment (an asset class, a sector, a currency) of a portfolio and of its benchmark, period by period.
 *
 * Weights are those at the start of each period, as fractions, and those of all segments add up to 1 on either side.
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
 * Undefined: no period -> `too-few-observations`; a weight or return is not known (NaN) -> `missing-price`; portfolio or
 * benchmark lost everything -> `no-capital`.
 * Cost: O(segments x periods).
 *
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
  if (periods === 0) return unmeasured("too-few-observations");
  const portfolio = totals(segments, periods, ({ contributions }, t) => contributions[t]!);
  const benchmark = totals(segments, periods, (s, t) => s.benchmarkWeights[t]! * s.benchmarkReturns[t]!);
  if ([...portfolio, ...benchmark].some(Number.isNaN)) return unmeasured("missing-price");
  if ([...portfolio, ...benchmark].some((value) => value <= -1)) return unmeasured("no-capital");
  const [portfolioReturn, benchmarkReturn] = [linked(portfolio), linked(benchmark)];
  const overall = logarithmicFactor(portfolioReturn, benchmarkReturn);
  const factors = portfolio.map((value, t) => logarithmicFactor(value, benchmark[t]!) / overall);
  const attributed = segments.map((segment) => ({
    segment: segment.segment,
    ...linkedEffects(segment, benchmark, factors),
  }));
  const sum = (effect: keyof AttributionEffects): number => compensatedSum(attributed.map((each) => each[effect]));
  return measured({
    portfolioReturn,
    benchmarkReturn,
    activeReturn: portfolioReturn - benchmarkReturn,
    allocation: sum("allocation"),
    selection: sum("selection"),
    interaction: sum("interaction"),
    segments: attributed,
  });
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
