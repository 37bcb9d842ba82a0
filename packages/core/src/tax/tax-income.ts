import type { InstrumentId } from "../instrument/instrument.ts";
import { sumOfIncome } from "../income/income-by.ts";
import type { IncomeAmounts, IncomeKind, IncomePayment } from "../income/income-payment.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import { type TaxYear, type TaxYearStart, taxYearOf } from "./tax-year.ts";
import { grouped } from "../income/grouped.ts";

/** How tax forms divide income; tax kept back that was booked by itself belongs to the dividends of its instrument. */
export type TaxIncomeKind = "dividends" | "interest" | "other";

/** Income of one kind and country in one tax year, in the base currency. */
export interface TaxIncomeLine extends IncomeAmounts {
  readonly kind: TaxIncomeKind;
  /** Two letters; undefined when it is not known, or the income has no instrument. */
  readonly country: string | undefined;
}

/** Income of one tax year. */
export interface TaxIncomeYear {
  readonly year: TaxYear;
  readonly lines: readonly TaxIncomeLine[];
  readonly totals: IncomeAmounts;
}

/** Income by tax year, oldest first, and what is left out. */
export interface TaxIncome {
  readonly years: readonly TaxIncomeYear[];
  readonly issues: readonly Issue[];
}

/** What the income of tax years is made of. */
export interface TaxIncomeInput {
  /** Of taxable accounts, out of a ledger whose base currency is the tax currency. */
  readonly payments: readonly IncomePayment[];
  readonly yearStart: TaxYearStart;
  readonly countryOfInstrument: (instrument: InstrumentId) => string | undefined;
}

const kinds: Readonly<Record<IncomeKind, TaxIncomeKind>> = {
  dividend: "dividends",
  accumulation: "dividends",
  "withheld-tax": "dividends",
  interest: "interest",
  "interest-charge": "interest",
  "accrued-interest": "interest",
  "staking-reward": "other",
  airdrop: "other",
};

/**
 * Dividends, interest and other income by tax year, with the tax kept back, by country.
 *
 * A payment belongs to the year of its pay date. A report on data, not tax advice: allowances, treaty rates and credits
 * are not applied.
 *
 * Units: the base currency of the ledger. Shape: lines by kind, then country, the unknown one last. A payment without a
 * rate is left out with the issue `missing-rate`.
 * Cost: O(n log n).
 *
 * @throws {PortfolioError} `invalid-date`: the start is no day of every year
 * @see docs/methods/tax.md
 */
export function taxIncome({ payments, yearStart, countryOfInstrument }: TaxIncomeInput): TaxIncome {
  const known = payments.filter(({ base }) => base !== undefined);
  const byYear = grouped(known, ({ date }) => taxYearOf(date, yearStart).from);
  const years = [...byYear].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    years: years.map(([from, own]) => ({
      year: taxYearOf(from, yearStart),
      lines: taxLines(own, countryOfInstrument),
      totals: sumOfIncome(own.map(({ base }) => base!)),
    })),
    issues: payments.filter(({ base }) => base === undefined).map(missingRate),
  };
}

function taxLines(
  payments: readonly IncomePayment[],
  countryOfInstrument: TaxIncomeInput["countryOfInstrument"],
): TaxIncomeLine[] {
  const order: readonly TaxIncomeKind[] = ["dividends", "interest", "other"];
  return order.flatMap((kind) => {
    const own = payments.filter((payment) => kinds[payment.kind] === kind);
    const byCountry = grouped(own, ({ instrument }) =>
      instrument === undefined ? undefined : countryOfInstrument(instrument),
    );
    const sorted = [...byCountry].sort(
      ([a], [b]) => Number(a === undefined) - Number(b === undefined) || (a! < b! ? -1 : 1),
    );
    return sorted.map(([country, of]) => ({ kind, country, ...sumOfIncome(of.map(({ base }) => base!)) }));
  });
}

function missingRate({ transaction, account, date, currency }: IncomePayment): Issue {
  return issue(
    "missing-rate",
    "No exchange rate is known on or before this day, so the tax report leaves the payment out. Add the rate.",
    { transactionId: transaction, accountId: account, currency },
    date,
  );
}
