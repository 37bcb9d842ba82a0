import type { AssetClass } from "../instrument/asset-class.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { IncomeAmounts } from "../income/income-payment.ts";
import { sumOfIncome } from "../income/income-by.ts";
import { type GainReport, type GainTotals, gainTotals } from "./gain-report.ts";
import type { TaxIncome, TaxIncomeKind } from "./tax-income.ts";
import type { TaxYear } from "./tax-year.ts";

/** Gains of shares, whose losses only other gains of shares may lower, and all the rest, income included. */
export interface GermanPots {
  readonly year: TaxYear;
  readonly shares: GainTotals;
  readonly other: GainTotals;
  readonly dividends: IncomeAmounts;
  readonly interest: IncomeAmounts;
  readonly otherIncome: IncomeAmounts;
}

/** What the pots are filled from. Both are by calendar year and in euro. */
export interface GermanPotsInput {
  readonly gains: GainReport;
  readonly income: TaxIncome;
  readonly assetClassOf: (instrument: InstrumentId) => AssetClass | undefined;
}

/**
 * Germany: gains, dividends, interest and tax kept back of each year, in the pots of shares and of everything else.
 *
 * Only the asset class `share` belongs to the pot of shares; funds, bonds, and instruments without a class to the other.
 * Pots are not set against each other or carried forward; partial exemption of funds, advance lump sum, allowance and
 * church tax are not computed. A report on data, not tax advice.
 *
 * Shape: years that have a gain or income, ascending.
 *
 * @see docs/methods/tax-germany.md
 */
export function germanPots({ gains, income, assetClassOf }: GermanPotsInput): GermanPots[] {
  const years = new Map<string, TaxYear>();
  for (const { year } of [...gains.years, ...income.years]) years.set(year.from, year);
  return [...years.values()]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((year) => {
      const disposals = gains.years.find((own) => own.year.from === year.from)?.disposals ?? [];
      const isShare = (instrument: InstrumentId): boolean => assetClassOf(instrument) === "share";
      const lines = income.years.find((own) => own.year.from === year.from)?.lines ?? [];
      const of = (kind: TaxIncomeKind): IncomeAmounts => sumOfIncome(lines.filter((line) => line.kind === kind));
      return {
        year,
        shares: gainTotals(disposals.filter(({ instrument }) => isShare(instrument))),
        other: gainTotals(disposals.filter(({ instrument }) => !isShare(instrument))),
        dividends: of("dividends"),
        interest: of("interest"),
        otherIncome: of("other"),
      };
    });
}
