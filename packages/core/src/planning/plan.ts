import { checkedArgument } from "../outcome/checked-argument.ts";

/** How an amount changes over the years: it keeps its purchasing power, or grows by a rate of its own. */
export type PaymentGrowth = "inflation" | { readonly annualRate: number };

/**
 * When payments are made. Periods count from 1; the value of a plan after period k is the k-th of its path.
 *
 * Payments fall into `firstPeriod` and every `everyPeriods` after it, up to `lastPeriod` (which may be Infinity).
 */
export interface PaymentSchedule {
  readonly firstPeriod: number;
  readonly lastPeriod: number;
  /** 1 for each period; 12 for once a year in a plan of months. */
  readonly everyPeriods: number;
  /** Whether a payment is at work in its own period. */
  readonly timing: "start" | "end";
  /**
   * "inflation": amounts are in the money of the plan's start. A rate: the first payment is the amount as it stands, and
   * later ones grow from it.
   */
  readonly growth: PaymentGrowth;
}

/** Payments of a plan: a positive amount is paid in, a negative one is taken out. */
export interface PlannedPayments extends PaymentSchedule {
  readonly amount: number;
}

/** What is to happen to a portfolio, but for what markets do. */
export interface Plan {
  readonly startValue: number;
  /** How many periods the plan lasts: its horizon. */
  readonly periods: number;
  /** 12 for months, 1 for years. A whole number. */
  readonly periodsPerYear: number;
  readonly payments: readonly PlannedPayments[];
  /** Share of the value that fees take in a year. */
  readonly annualFeeRate: number;
  readonly annualInflationRate: number;
}

/**
 * A plan, once it can be.
 *
 * @throws {PortfolioError} `argument-out-of-range`: one of its numbers cannot be
 */
export function checkedPlan(plan: Plan): Plan {
  const { startValue, periods, periodsPerYear, annualFeeRate, annualInflationRate } = plan;
  const isNotNegative = Number.isFinite(startValue) && startValue >= 0;
  checkedArgument("startValue", startValue, isNotNegative, "Give an amount of 0 or more.");
  const isHorizon = isCount(periods) && periods <= mostPeriods;
  checkedArgument("periods", periods, isHorizon, `Give a whole number from 1 to ${mostPeriods}.`);
  const isYear = isCount(periodsPerYear);
  checkedArgument(
    "periodsPerYear",
    periodsPerYear,
    isYear,
    "Give a whole number, such as 12 for months or 1 for years.",
  );
  const isFee = annualFeeRate >= 0 && annualFeeRate < 1;
  checkedArgument("annualFeeRate", annualFeeRate, isFee, "Give a fraction from 0 to below 1, such as 0.002 for 0.2 %.");
  checkedRate("annualInflationRate", annualInflationRate);
  for (const payments of plan.payments) checkedPayments(payments);
  return plan;
}

const mostPeriods = 100_000;

function checkedPayments(payments: PlannedPayments): void {
  checkedArgument("amount", payments.amount, Number.isFinite(payments.amount), "Give an amount, negative to take out.");
  checkedSchedule(payments);
}

/**
 * A schedule, once it can be.
 *
 * @throws {PortfolioError} `argument-out-of-range`: one of its numbers cannot be
 */
export function checkedSchedule(schedule: PaymentSchedule): PaymentSchedule {
  const { firstPeriod, lastPeriod, everyPeriods, growth } = schedule;
  checkedArgument("firstPeriod", firstPeriod, isCount(firstPeriod), "Give a whole number: the first period is 1.");
  const isAfter = lastPeriod === Infinity || (isCount(lastPeriod) && lastPeriod >= firstPeriod);
  checkedArgument("lastPeriod", lastPeriod, isAfter, "Give a whole number not before firstPeriod, or Infinity.");
  checkedArgument("everyPeriods", everyPeriods, isCount(everyPeriods), "Give a whole number from 1.");
  if (growth !== "inflation") checkedRate("annualRate", growth.annualRate);
  return schedule;
}

/**
 * An annual rate above -1.
 *
 * @throws {PortfolioError} `argument-out-of-range`: it is not
 */
export function checkedRate(name: string, rate: number): number {
  const isAllowed = rate > -1 && Number.isFinite(rate);
  return checkedArgument(name, rate, isAllowed, "Give a fraction a year above -1, such as 0.02 for 2 %.");
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
