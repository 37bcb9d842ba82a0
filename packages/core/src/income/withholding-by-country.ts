import type { InstrumentId } from "../instrument/instrument.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import { type IncomeGroup, incomeBy, sumOfIncome } from "./income-by.ts";
import type { IncomeAmounts, IncomePayment } from "./income-payment.ts";
import { grouped } from "./grouped.ts";

/** Income of one country with the tax kept back from it. */
export interface CountryWithholding extends Pick<IncomeGroup, "byCurrency" | "base" | "knownBase"> {
  /** Two letters; undefined when the instrument's country is not known, or there is no instrument. */
  readonly country: string | undefined;
  /** Tax kept back / gross income, of the part in the base currency that is known. */
  readonly rate: Measured;
}

/**
 * Gross income, tax kept back and net income by country.
 *
 * `countryOfInstrument` says where an instrument belongs; {@link countryOf} reads it off a stated country or an ISIN.
 *
 * Shape: by country code, the unknown country last. Undefined: `rate` without gross income above 0 -> `no-capital`.
 * Cost: O(payments).
 *
 * @see docs/methods/income.md
 */
export function withholdingByCountry(
  payments: readonly IncomePayment[],
  countryOfInstrument: (instrument: InstrumentId) => string | undefined,
): CountryWithholding[] {
  const groups = grouped(payments, ({ instrument }) =>
    instrument === undefined ? undefined : countryOfInstrument(instrument),
  );
  const known = [...groups].sort(([a], [b]) => Number(a === undefined) - Number(b === undefined) || (a! < b! ? -1 : 1));
  return known.map(([country, of]) => countryWithholding(country, of));
}

function countryWithholding(country: string | undefined, payments: readonly IncomePayment[]): CountryWithholding {
  const byCurrency = new Map(
    incomeBy(payments, "currency").map(({ key, payments: own }): [string, IncomeAmounts] => [key, sumOfIncome(own)]),
  );
  const bases = payments.flatMap(({ base }) => (base === undefined ? [] : [base]));
  const knownBase = sumOfIncome(bases);
  const { gross, withheldTax } = knownBase;
  return {
    country,
    byCurrency,
    base: bases.length === payments.length ? knownBase : undefined,
    knownBase,
    rate: gross.gt(0) ? measured(withheldTax.div(gross).toNumber()) : unmeasured("no-capital"),
  };
}
