import type { Prices } from "../cash-flows/cash-flow.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import type { Measured } from "../outcome/measured.ts";
import { type Allocation, allocation, type AllocationQuery, weightOf } from "./allocation.ts";
import type { AllocationPart } from "./part-shares.ts";

/** How much of a scope moves with one currency. All in the base currency, exact. */
export interface CurrencyExposure {
  /** Undefined: the part of funds whose weights by currency do not reach 1. */
  readonly currency: CurrencyCode | undefined;
  readonly holdings: Decimal;
  /** Balances above and below zero together. */
  readonly cash: Decimal;
  readonly exposure: Decimal;
  /** Fraction of the known total. */
  readonly weight: Measured;
}

/** Exposures of a scope, with what could not be valued. */
export interface CurrencyExposures extends Pick<Allocation, "totalValue" | "isComplete" | "unknown" | "issues"> {
  readonly exposures: readonly CurrencyExposure[];
}

/**
 * Exposure by currency: holdings in the currency of what they hold, and cash net of what is overdrawn.
 *
 * The currency of a holding is that of its classification, which looks through funds, else that of its price. Money
 * borrowed in a currency takes exposure away, so here it is no line of its own.
 *
 * Sign: below zero when more is owed in a currency than held.
 * Shape: by falling exposure, then by currency; what is not assigned comes last.
 * Undefined: `weight`, when the known total is 0 or less -> `no-capital`.
 *
 * @throws {PortfolioError} `invalid-weights`: weights of an instrument that is held are negative or add up to more than 1;
 *   `invalid-decimal`
 * @see docs/methods/allocation.md
 */
export function currencyExposure(
  ledger: Ledger,
  prices: Prices,
  query: Omit<AllocationQuery, "by">,
): CurrencyExposures {
  const { rows, totalValue, isComplete, unknown, issues } = allocation(ledger, prices, { ...query, by: "currency" });
  const byCurrency = new Map<CurrencyCode | undefined, AllocationPart[]>();
  for (const { kind, key, parts } of rows) {
    const currency = kind === "unassigned" ? undefined : key;
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), ...parts]); // twice at most: above and below zero
  }
  const exposures = [...byCurrency].map(([currency, parts]) => exposureOf(currency, parts, totalValue));
  return { exposures: exposures.toSorted(byExposure), totalValue, isComplete, unknown, issues };
}

function exposureOf(
  currency: CurrencyCode | undefined,
  parts: readonly AllocationPart[],
  totalValue: Decimal,
): CurrencyExposure {
  const sum = (isCash: boolean): Decimal =>
    exactSum(
      parts.filter(({ instrument }) => (instrument === undefined) === isCash).map(({ marketValue }) => marketValue),
    );
  const [holdings, cash] = [sum(false), sum(true)];
  const exposure = exactSum([holdings, cash]);
  return { currency, holdings, cash, exposure, weight: weightOf(exposure, totalValue) };
}

function byExposure(a: CurrencyExposure, b: CurrencyExposure): number {
  if (a.currency === undefined || b.currency === undefined)
    return Number(a.currency === undefined) - Number(b.currency === undefined);
  const value = b.exposure.cmp(a.exposure);
  return value === 0 ? (a.currency < b.currency ? -1 : 1) : value;
}
