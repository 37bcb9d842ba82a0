import type { CurrencyCode } from "../money/currency.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import type { IncomeAmounts, IncomePayment } from "./income-payment.ts";
import { grouped } from "./grouped.ts";

/** By what income is added up. */
export type IncomeGrouping = (typeof incomeGroupings)[number];

/** Every grouping of income, to list them or to check a name from outside. */
export const incomeGroupings = ["month", "year", "instrument", "account", "currency", "kind"] as const;

/** Income of one group: each currency by itself, and all of it in the base currency. */
export interface IncomeGroup {
  /** "2026-03", "2026", an id, a currency or a kind; "" for income without an instrument. */
  readonly key: string;
  readonly byCurrency: ReadonlyMap<CurrencyCode, IncomeAmounts>;
  /** Undefined when a rate is missing. */
  readonly base: IncomeAmounts | undefined;
  /** The part of `base` whose rates are known. */
  readonly knownBase: IncomeAmounts;
  readonly payments: readonly IncomePayment[];
}

/**
 * Income added up by month, year, instrument, account, currency or kind.
 *
 * All sums are exact. Shape: months and years ascend, other groups stand in the order they first appear; a month
 * without income is not there.
 * Undefined: `base`, when a rate of the group is missing.
 * Cost: O(payments).
 *
 * @see docs/methods/income.md
 */
export function incomeBy(payments: readonly IncomePayment[], grouping: IncomeGrouping): IncomeGroup[] {
  const groups = grouped(payments, (payment) => keyOf(payment, grouping));
  const result = [...groups].map(([key, of]) => incomeGroup(key, of));
  const isDated = grouping === "month" || grouping === "year";
  return isDated ? result.sort((a, b) => (a.key < b.key ? -1 : 1)) : result;
}

/** Payments added up exactly. */
export function sumOfIncome(amounts: readonly IncomeAmounts[]): IncomeAmounts {
  return {
    gross: exactSum(amounts.map(({ gross }) => gross)),
    withheldTax: exactSum(amounts.map(({ withheldTax }) => withheldTax)),
    fee: exactSum(amounts.map(({ fee }) => fee)),
    net: exactSum(amounts.map(({ net }) => net)),
  };
}

function incomeGroup(key: string, payments: readonly IncomePayment[]): IncomeGroup {
  const byCurrency = grouped(payments, ({ currency }) => currency);
  const known = payments.flatMap(({ base }) => (base === undefined ? [] : [base]));
  const knownBase = sumOfIncome(known);
  return {
    key,
    byCurrency: new Map([...byCurrency].map(([currency, of]) => [currency, sumOfIncome(of)])),
    base: known.length === payments.length ? knownBase : undefined,
    knownBase,
    payments,
  };
}

function keyOf({ date, instrument, account, currency, kind }: IncomePayment, grouping: IncomeGrouping): string {
  switch (grouping) {
    case "month":
      return date.slice(0, 7);
    case "year":
      return date.slice(0, 4);
    case "instrument":
      return instrument ?? "";
    case "account":
      return account;
    case "currency":
      return currency;
    case "kind":
      return kind;
  }
}
