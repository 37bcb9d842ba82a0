import type { PlainDate } from "../calendar/plain-date.ts";
import type { Prices } from "../cash-flows/cash-flow.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import type { Issue } from "../outcome/issue.ts";
import { type Measured, measured, unmeasured } from "../outcome/measured.ts";
import type { Scope } from "../transactions/scope.ts";
import type { AllocationView, Taxonomy } from "./allocation-view.ts";
import type { Classification } from "./classification.ts";
import { type AllocationPart, type AllocationRowKind, partShares } from "./part-shares.ts";
import { unknownPartIssue } from "./unknown-part-issue.ts";
import { type UnknownPart, valuedParts } from "./valued-part.ts";

/** What an allocation is asked about. */
export interface AllocationQuery extends Scope {
  readonly on: PlainDate;
  readonly by: AllocationView | Taxonomy;
  /** What is known of instruments; see `classificationOf`. */
  readonly classifications?: ReadonlyMap<InstrumentId, Classification>;
}

/** One line of an allocation. A key alone does not name a row: its kind belongs to it. */
export interface AllocationRow {
  readonly kind: AllocationRowKind;
  /** An id, a currency, a category; "cash", "unassigned" or "negative-cash" where the kind says all. */
  readonly key: string;
  /** In the base currency, exact. */
  readonly marketValue: Decimal;
  /** Fraction of the known total. */
  readonly weight: Measured;
  readonly parts: readonly AllocationPart[];
}

/** A scope sorted into categories; `rows` add up to `totalValue` to the last digit, their weights to 1. */
export interface Allocation {
  readonly on: PlainDate;
  readonly rows: readonly AllocationRow[];
  /** The known part of the scope's value. */
  readonly totalValue: Decimal;
  readonly isComplete: boolean;
  /** Holdings without a price and amounts without a rate: in no row. */
  readonly unknown: readonly UnknownPart[];
  /** The same as issues, `missing-price` and `missing-rate`. */
  readonly issues: readonly Issue[];
}

/**
 * The allocation of a scope on a date, by instrument, asset class, sector, country, currency, account or a taxonomy.
 *
 * Where an instrument has weights over categories, its value is divided by them (look-through); what they leave is
 * "unassigned". A cash balance below zero is a line of its own.
 *
 * Units: base currency, exact; weights are fractions of the known total.
 * Shape: categories and cash by falling value, then by key; then what is unassigned, then negative cash.
 * Undefined: `weight`, when the known total is 0 or less -> `no-capital`.
 * Cost: O(accounts x instruments x log transactions).
 *
 * @throws {PortfolioError} `invalid-weights`: weights of an instrument that is held are negative or add up to more than 1;
 *   `invalid-decimal`
 * @see docs/methods/allocation.md
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "a", account: "broker", kind: "deposit", tradeDate: "2026-01-02", currency: "EUR", grossAmount: "1000" },
 *     { id: "b", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "world fund", quantity: "8", unitPrice: "100" },
 *   ]),
 *   instrumentCurrencies: new Map([["world fund", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * const prices = new Map([["world fund", priceHistory([["2026-01-05", "100"]])]]);
 * const classifications = new Map([["world fund", { country: { US: "0.7", JP: "0.05" } }]]);
 * const { rows } = allocation(ledger, prices, { on: "2026-01-05", by: "country", classifications });
 * rows.map(({ key, marketValue, weight }) => `${key} ${marketValue} ${weight.value}`);
 * // => ["US 560 0.56", "cash 200 0.2", "JP 40 0.04", "unassigned 200 0.2"]
 */
export function allocation(ledger: Ledger, prices: Prices, query: AllocationQuery): Allocation {
  const { on, by, classifications = new Map(), ...scope } = query;
  const parts = valuedParts(ledger, prices, { ...scope, on });
  const unknown = parts.filter((part) => "reason" in part);
  const valued = parts.filter((part) => "marketValue" in part);
  const totalValue = exactSum(valued.map(({ marketValue }) => marketValue));
  return {
    on,
    rows: rowsOf(
      valued.flatMap((part) => partShares(part, by, classifications)),
      totalValue,
    ),
    totalValue,
    isComplete: unknown.length === 0,
    unknown,
    issues: unknown.map((part) => unknownPartIssue(part, on)),
  };
}

/** The fraction of a total above 0. */
export function weightOf(marketValue: Decimal, totalValue: Decimal): Measured {
  return totalValue.gt(0) ? measured(marketValue.div(totalValue).toNumber()) : unmeasured("no-capital");
}

const order: readonly AllocationRowKind[] = ["category", "cash", "unassigned", "negative-cash"];

function rowsOf(parts: readonly AllocationPart[], totalValue: Decimal): AllocationRow[] {
  const byRow = new Map<string, AllocationPart[]>();
  for (const part of parts) {
    const name = JSON.stringify([part.kind, part.key]);
    const own = byRow.get(name);
    if (own === undefined) byRow.set(name, [part]);
    else own.push(part);
  }
  const rows = [...byRow.values()].map((own) => {
    const { kind, key } = own[0]!;
    const marketValue = exactSum(own.map((part) => part.marketValue));
    return { kind, key, marketValue, weight: weightOf(marketValue, totalValue), parts: own };
  });
  return rows.toSorted(byPlace);
}

function byPlace(a: AllocationRow, b: AllocationRow): number {
  const place = placeOf(a) - placeOf(b);
  if (place !== 0) return place;
  const value = b.marketValue.cmp(a.marketValue);
  if (value !== 0) return value;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

/** Cash stands among the categories. */
function placeOf({ kind }: AllocationRow): number {
  return kind === "cash" ? 0 : order.indexOf(kind);
}
