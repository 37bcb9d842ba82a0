import type { EpochDay } from "../calendar/plain-date.ts";
import type { Issue } from "../outcome/issue.ts";
import { type ExactTrade, type ExactTrades, exactTrades, shareOf, unitsTaken } from "./exact-trades.ts";
import {
  capitalReturnDisposal,
  type ExactMatch,
  type ExactReplacement,
  gainDisposal,
  proceedsByMatch,
} from "./gain-disposal.ts";
import { holdingPeriodOf } from "./holding-period.ts";
import { type LotGains, openTaxLots } from "./open-tax-lot.ts";
import type { GainDisposal } from "./tax-gains.ts";
import { nothingHeld, oversold, taxIssue } from "./tax-issue.ts";
import { changeLotCosts, lotOfRow, type TakenUnits, takeUnits, type TaxLotUnits, unitsOfLots } from "./tax-lots.ts";
import type { TaxTrade } from "./tax-trade.ts";
import { type ReplacementPool, replacementPool } from "./wash-sale-replacements.ts";

/** The contested part of the rule, named. */
export interface WashSaleOptions {
  /**
   * Whether units that are left of a purchase replace those of the same purchase that were sold. Default true, by the
   * rule's words: bought within 30 days and not sold themselves.
   */
  readonly sameLotCounts?: boolean;
}

interface Books {
  readonly exact: ExactTrades;
  readonly lots: TaxLotUnits[];
  readonly pool: ReplacementPool;
  readonly issues: Issue[];
}

/**
 * United States: gains of one instrument by lots, with wash sales, without rounding.
 *
 * First in first out over all taxable accounts, unless the sale names its lots. A loss is disallowed as far as units
 * were bought within 30 days before or after the sale and are not sold in it: the earliest purchase first, each unit
 * once. What is disallowed joins the replacement's cost, and the time the sold units were held joins its holding
 * period; bought in a registered account, it is gone for good. Units held for more than a year are long-term. A report
 * on data, not tax advice.
 *
 * Shape: rows of one instrument over all accounts of one person, registered ones included.
 * Sign: a loss is a negative gain; a disallowed loss is 0 or more.
 * Cost: O(n x open lots).
 *
 * @throws {PortfolioError} `invalid-transaction`: rows of two instruments, a quantity that is not above 0, a ratio that
 * is none; `invalid-decimal`, `invalid-date`
 * @see docs/methods/tax-united-states.md
 * @example
 * const share = { instrument: "eagle", account: "broker" };
 * const gains = usWashSale([
 *   { ...share, kind: "acquisition", transaction: "a", date: "2021-01-04", quantity: "100", cost: "1000" },
 *   { ...share, kind: "disposal", transaction: "b", date: "2021-06-01", quantity: "100", proceeds: "750" },
 *   { ...share, kind: "acquisition", transaction: "c", date: "2021-06-20", quantity: "100", cost: "800" },
 * ]);
 * gains.disposals[0]?.deniedLoss.toString(); // => "250"
 * gains.cost.toString(); // => "1050"
 */
export function usWashSale(trades: readonly TaxTrade[], { sameLotCounts = true }: WashSaleOptions = {}): LotGains {
  const exact = exactTrades(trades.filter(({ treatment }) => treatment !== "affiliated"));
  const books: Books = { exact, lots: [], pool: replacementPool(exact.rows, sameLotCounts), issues: [] };
  const disposals: GainDisposal[] = [];
  for (const row of exact.rows)
    if ((row.trade.treatment ?? "taxable") === "taxable") disposals.push(...step(books, row));
  const { lots, issues } = books;
  return { rule: "us-wash-sale", instrument: exact.instrument, disposals, issues, ...openTaxLots(lots, exact) };
}

function step(books: Books, row: ExactTrade): GainDisposal[] {
  switch (row.trade.kind) {
    case "acquisition":
      books.lots.push(...books.pool.arrive(row, lotOfRow(row)));
      return [];
    case "disposal":
      return dispose(books, row);
    case "departure":
      taken(books, row);
      return [];
    case "transfer":
      return [];
    default:
      return changeCost(books, row);
  }
}

function taken({ lots, issues }: Books, row: ExactTrade): readonly TakenUnits[] {
  const units = unitsTaken(unitsOfLots(lots), row.units, row.perUnit) ?? 0n;
  if (units === 0n) issues.push(oversold(row.trade));
  if (units === 0n) return [];
  const result = takeUnits(lots, row, units);
  if (result.isAmbiguous) issues.push(ambiguous(row.trade));
  return result.taken;
}

function ambiguous(trade: TaxTrade): Issue {
  return taxIssue(
    "ambiguous-lots",
    "The lots that the sale names are not held or do not come to its quantity, so the oldest units cover the rest. Correct the lots.",
    trade,
  );
}

function dispose(books: Books, row: ExactTrade): GainDisposal[] {
  const parts = taken(books, row);
  if (parts.length === 0) return [];
  const shares = proceedsByMatch(
    row.amount,
    parts.map(({ units }) => units),
  );
  const sold = new Set(parts.map(({ transaction }) => transaction));
  const matches = parts.map((part, at): ExactMatch => {
    const loss = part.cost - shares[at]!;
    const found = loss > 0n ? replace(books, row.day, part, loss, sold) : [];
    return {
      rule: part.isNamed ? "specific-lots" : "fifo",
      transactions: [part.transaction],
      acquired: part.acquired,
      heldSince: part.heldSince,
      units: part.units,
      cost: part.cost,
      proceeds: shares[at]!,
      denied: found.reduce((sum, { denied }) => sum + denied, 0n),
      holdingPeriod: holdingPeriodOf(part.heldSince, row.day),
      replacements: found,
    };
  });
  return [gainDisposal(books.exact, [row], matches)];
}

/** Finds replacements of units sold at a loss and gives each its part of it; the last one takes the remainder. */
function replace(
  { pool, lots }: Books,
  day: EpochDay,
  { units, heldSince }: TakenUnits,
  loss: bigint,
  sold: ReadonlySet<string>,
): ExactReplacement[] {
  let [before, given] = [0n, 0n];
  return pool.take(lots, day, units, sold).map((candidate) => {
    before += candidate.units;
    const upToHere = shareOf(loss, before, units);
    const denied = upToHere - given;
    given = upToHere;
    candidate.bear(denied, day - heldSince);
    const { transaction, acquired, isLost } = candidate;
    return { transaction, acquired, units: candidate.units, denied, isLost };
  });
}

function changeCost({ exact, lots, issues }: Books, row: ExactTrade): GainDisposal[] {
  if (lots.length === 0) {
    issues.push(nothingHeld(row.trade));
    return [];
  }
  const { excess } = changeLotCosts(lots, row.amount, row.trade.kind === "accumulation" ? "raise" : "lower");
  return excess > 0n ? [capitalReturnDisposal(exact, row, excess)] : [];
}
