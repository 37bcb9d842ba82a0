import type { Decimal } from "../numbers/decimal.ts";
import type { Issue } from "../outcome/issue.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import { type GainFigures, type GainRounding, roundedFigures } from "./gain-rounding.ts";
import type { GainDisposal, TaxGains } from "./tax-gains.ts";
import { type TaxYear, type TaxYearStart, taxYearOf } from "./tax-year.ts";

/** What a report is made of. There is no default: year and rounding are matters of the country. */
export interface GainReportInput {
  /** Of any number of instruments. */
  readonly gains: readonly TaxGains[];
  readonly yearStart: TaxYearStart;
  readonly rounding: GainRounding;
}

/** Sums over disposals as the report shows them. */
export interface GainTotals {
  readonly proceeds: Decimal;
  readonly cost: Decimal;
  /** The sum of recognized gains above 0. */
  readonly gains: Decimal;
  /** The sum of recognized losses, as a positive amount. */
  readonly losses: Decimal;
  /** gains - losses. */
  readonly net: Decimal;
  readonly deniedLosses: Decimal;
}

/** The disposals of one tax year, in date order, with the report's rounding; their matches stay exact. */
export interface GainReportYear {
  readonly year: TaxYear;
  readonly disposals: readonly GainDisposal[];
  readonly totals: GainTotals;
}

/** Gains by tax year, oldest first, and what the rules could not decide. */
export interface GainReport {
  readonly years: readonly GainReportYear[];
  readonly rounding: GainRounding;
  readonly issues: readonly Issue[];
}

/**
 * Gains of all instruments by tax year: every disposal with what it was matched with, and totals of gains and losses.
 *
 * A disposal belongs to the year of its trade date. Annual exemptions, losses carried forward and rates are not applied.
 * A report on data, not tax advice.
 *
 * Units: the tax currency of the gains.
 * Sign: a loss is a negative gain; `losses` and `deniedLosses` are positive sums.
 * Cost: O(n log n).
 *
 * @throws {PortfolioError} `invalid-date`: the start is no day of every year
 * @see docs/methods/tax.md
 * @example
 * const share = { instrument: "lobster", account: "broker" };
 * const gains = ukSection104([
 *   { ...share, kind: "acquisition", transaction: "a", date: "2024-05-01", quantity: "3", cost: "100" },
 *   { ...share, kind: "disposal", transaction: "b", date: "2026-04-05", quantity: "1", proceeds: "50" },
 * ]);
 * const report = gainReport({ gains: [gains], yearStart: { month: 4, day: 6 }, rounding: "whole-pounds" });
 * report.years.map(({ year, totals }) => `${year.label}: ${totals.gains}`);
 * // => ["2025/26: 16"]
 */
export function gainReport({ gains, yearStart, rounding }: GainReportInput): GainReport {
  const byYear = new Map<string, { readonly year: TaxYear; readonly disposals: GainDisposal[] }>();
  for (const disposal of gains.flatMap(({ disposals }) => disposals)) {
    const year = taxYearOf(disposal.date, yearStart);
    const known = byYear.get(year.from) ?? { year, disposals: [] };
    byYear.set(year.from, known);
    known.disposals.push({ ...disposal, ...roundedFigures(disposal, rounding) });
  }
  const years = [...byYear.values()].sort((a, b) => ordered(a.year.from, b.year.from));
  return {
    years: years.map(({ year, disposals }) => ({ year, disposals: inOrder(disposals), totals: gainTotals(disposals) })),
    rounding,
    issues: gains.flatMap(({ issues }) => issues),
  };
}

/** Sums of disposals as they are shown. */
export function gainTotals(disposals: readonly GainFigures[]): GainTotals {
  const recognized = disposals.map(({ recognizedGain }) => recognizedGain);
  return {
    proceeds: exactSum(disposals.map(({ proceeds }) => proceeds)),
    cost: exactSum(disposals.map(({ cost }) => cost)),
    gains: exactSum(recognized.filter((gain) => gain.gt(0))),
    losses: exactSum(recognized.filter((gain) => gain.lt(0)).map((loss) => loss.neg())),
    net: exactSum(recognized),
    deniedLosses: exactSum(disposals.map(({ deniedLoss }) => deniedLoss)),
  };
}

function inOrder(disposals: readonly GainDisposal[]): GainDisposal[] {
  return [...disposals].sort((a, b) => ordered(a.date, b.date) || ordered(a.instrument, b.instrument));
}

function ordered(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
