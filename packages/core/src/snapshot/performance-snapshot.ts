import type { PlainDate } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import type { Issue } from "../outcome/issue.ts";
import type { Measured } from "../outcome/measured.ts";
import type { TransactionKind } from "../transactions/transaction-kind.ts";
import type { IncompleteFigure } from "./holding-snapshot.ts";

/** A transaction on the chart's event lane. */
export interface PerformanceEvent {
  readonly date: PlainDate;
  readonly kind: TransactionKind;
  readonly label: string;
}

/**
 * How a scope did over a range: daily columns for charts, and the figures of the range.
 *
 * `days[i]` is an epoch day; `values[i]` the closing value and `netContributions[i]` the sum of external flows so far,
 * both in the reporting currency as float64 (rounded once from exact integers). `values[i]` is NaN on a day when part
 * of the value is not known: a gap in the line. Plain and cloneable, the columns transferable; version 1.
 */
export interface PerformanceSnapshot {
  readonly version: 1;
  readonly revision: number;
  readonly baseCurrency: CurrencyCode;
  /** Half-open range: the opening value is the close of `from`. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Whether the asked range began before the first transaction and so starts there. */
  readonly startsAtInception: boolean;
  readonly days: Int32Array;
  readonly values: Float64Array;
  readonly netContributions: Float64Array;
  /** Undefined when a holding or a balance of `from` has no price or rate; the known part would pass for the whole. */
  readonly startValue: Measured<DecimalString>;
  readonly endValue: Measured<DecimalString>;
  /** External inflows less outflows inside the range. */
  readonly netContribution: Measured<DecimalString>;
  /** endValue - startValue - netContribution; undefined when one of them is. */
  readonly gain: Measured<DecimalString>;
  readonly income: Measured<DecimalString>;
  readonly timeWeightedReturn: Measured;
  /** Per year; undefined for a range of less than a year. */
  readonly annualizedTimeWeightedReturn: Measured;
  /** XIRR as an annual rate. */
  readonly moneyWeightedReturn: Measured;
  /** The same over the period itself, for ranges below a year. */
  readonly moneyWeightedReturnOfPeriod: Measured;
  readonly maxDrawdown: Measured;
  readonly maxDrawdownPeak?: PlainDate;
  readonly maxDrawdownTrough?: PlainDate;
  readonly currentDrawdown: Measured;
  readonly volatility: Measured;
  readonly sharpeRatio: Measured;
  /** The A that volatility and Sharpe ratio were computed with: given, or counted from the range. */
  readonly periodsPerYear: Measured;
  /** How many returns of trading days the two are made of. */
  readonly observationCount: number;
  /** Annual risk-free rate used for the Sharpe ratio, as a fraction. */
  readonly riskFreeRate: number;
  readonly events: readonly PerformanceEvent[];
  /**
   * What issues leave incomplete of `totalValue` (on some day of the range), `netContribution` and `income`; gain and
   * returns rest on them. Absent when all stand.
   */
  readonly incomplete?: readonly IncompleteFigure[];
  readonly issues: readonly Issue[];
}
