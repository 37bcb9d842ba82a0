import type { Classification } from "../allocation/classification.ts";
import type { RebalancingRule } from "../benchmark/blended-benchmark.ts";
import type { AnnouncedPayment } from "../income/expected-payments.ts";
import type { HealthSettings } from "../insights/health-settings.ts";
import type { PriceOrigin } from "../issues/issues-question.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { PriceHistory } from "../prices/price-history.ts";
import type { PerformanceQuestion } from "../snapshot/performance-question.ts";

/** One index of a benchmark: its closes in its own currency, and its share when weights are set; all shares add up to 1. */
export interface BenchmarkPart {
  readonly prices: PriceHistory;
  readonly currency: CurrencyCode;
  readonly weight: number;
}

/** What a portfolio is compared with: one index, or a blend with a rule for when the shares are set back. */
export interface ReportBenchmark {
  readonly name: string;
  readonly parts: readonly BenchmarkPart[];
  readonly rebalancing: RebalancingRule;
}

/** What a report is made of: a performance question, and what the other figures need. Nothing is assumed in silence. */
export interface ReportQuestion extends PerformanceQuestion {
  /** Annual, as a fraction: what Sortino ratio and downside deviation ask for, and above what Omega counts a gain. */
  readonly requiredReturn: number;
  /** The share of worst returns that value at risk and expected shortfall look at, such as 0.05. */
  readonly tailCutoff: number;
  /** How many drawdown episodes are listed, the deepest first. */
  readonly episodes: number;
  /** How many trading days a window of the rolling figures has. */
  readonly rollingWindow: number;
  /** How many of the largest holdings are correlated with each other. */
  readonly correlated: number;
  /** No comparison when left out. */
  readonly benchmark?: ReportBenchmark;
  /** What is known of instruments besides what they say themselves: sectors, countries, look-through weights. */
  readonly classifications?: ReadonlyMap<InstrumentId, Classification>;
  /** Payments that were announced; they win over estimates. */
  readonly announced?: readonly AnnouncedPayment[];
  readonly health: HealthSettings;
  readonly priceOrigins?: ReadonlyMap<InstrumentId, PriceOrigin>;
}
