import type { Issue } from "../outcome/issue.ts";
import type { AccountId } from "../transactions/account.ts";
import { type ExactTrade, type ExactTrades, exactTrades, unitsTaken } from "./exact-trades.ts";
import { capitalReturnDisposal, type ExactMatch, gainDisposal, proceedsByMatch } from "./gain-disposal.ts";
import { type LotGains, openTaxLots } from "./open-tax-lot.ts";
import type { GainDisposal } from "./tax-gains.ts";
import { nothingHeld, oversold, taxIssue } from "./tax-issue.ts";
import {
  changeLotCosts,
  insertTaxLot,
  lotOfRow,
  takeUnits,
  type TakenUnits,
  type TaxLotUnits,
  unitsOfLots,
} from "./tax-lots.ts";
import type { TaxTrade } from "./tax-trade.ts";

/**
 * Germany: gains of one instrument, first in first out in each securities account, without rounding.
 *
 * Purchase and sale costs are part of cost and proceeds, each in euro at its own day's rate. A transfer between two of
 * the person's accounts takes the oldest units along with their dates and cost. Advance lump sum, partial exemption of
 * funds and church tax are not computed. A report on data, not tax advice.
 *
 * Shape: rows of one instrument over all accounts of one person; those of accounts that are not taxable are left out.
 * Sign: a loss is a negative gain.
 * Cost: O(n x open lots).
 *
 * @throws {PortfolioError} `invalid-transaction`: rows of two instruments, a quantity that is not above 0, a ratio that
 * is none; `invalid-decimal`, `invalid-date`
 * @see docs/methods/tax-germany.md
 * @example
 * const share = { instrument: "bakery", account: "depot" };
 * const gains = deFifo([
 *   { ...share, kind: "acquisition", transaction: "a", date: "2024-01-08", quantity: "10", cost: "1010" },
 *   { ...share, kind: "acquisition", transaction: "b", date: "2025-01-07", quantity: "10", cost: "1510" },
 *   { ...share, kind: "disposal", transaction: "c", date: "2026-02-02", quantity: "15", proceeds: "2990" },
 * ]);
 * gains.disposals[0]?.cost.toString(); // => "1765"
 * gains.cost.toString(); // => "755"
 */
export function deFifo(trades: readonly TaxTrade[]): LotGains {
  const exact = exactTrades(trades.filter(({ treatment = "taxable" }) => treatment === "taxable"));
  const lots: TaxLotUnits[] = [];
  const disposals: GainDisposal[] = [];
  const issues: Issue[] = [];
  for (const row of exact.rows) disposals.push(...step(exact, row, lots, issues));
  return { rule: "de-fifo", instrument: exact.instrument, disposals, issues, ...openTaxLots(lots, exact) };
}

function step(exact: ExactTrades, row: ExactTrade, lots: TaxLotUnits[], issues: Issue[]): GainDisposal[] {
  switch (row.trade.kind) {
    case "acquisition":
      insertTaxLot(lots, lotOfRow(row));
      return [];
    case "disposal":
      return dispose(exact, row, lots, issues);
    case "departure":
      taken(row, lots, issues);
      return [];
    case "transfer":
      move(row, row.trade.toAccount, lots, issues);
      return [];
    default:
      return changeCost(exact, row, lots, issues);
  }
}

/** The oldest units of the row's account, or nothing and an issue when it holds fewer. */
function taken(row: ExactTrade, lots: TaxLotUnits[], issues: Issue[]): readonly TakenUnits[] {
  const { account } = row.trade;
  const units = unitsTaken(unitsOfLots(lots, account), row.units, row.perUnit) ?? 0n;
  if (units === 0n) issues.push(oversold(row.trade));
  return units === 0n ? [] : takeFifo(lots, row, units, account, issues);
}

/** German law knows no choice of lots: what a transaction names is not followed, and said so. */
function takeFifo(
  lots: TaxLotUnits[],
  row: ExactTrade,
  units: bigint,
  account: AccountId,
  issues: Issue[],
): readonly TakenUnits[] {
  const { trade } = row;
  if (!("lots" in trade) || trade.lots === undefined) return takeUnits(lots, row, units, account).taken;
  issues.push(
    taxIssue(
      "tax-rule-unclear",
      "The transaction names lots, but in Germany the oldest units of the account are sold first; they are taken. Remove the lots if that is right.",
      trade,
    ),
  );
  const { lots: _, ...unnamed } = trade;
  return takeUnits(lots, { ...row, trade: unnamed }, units, account).taken;
}

function dispose(exact: ExactTrades, row: ExactTrade, lots: TaxLotUnits[], issues: Issue[]): GainDisposal[] {
  const parts = taken(row, lots, issues);
  if (parts.length === 0) return [];
  const shares = proceedsByMatch(
    row.amount,
    parts.map(({ units }) => units),
  );
  const matches = parts.map(({ transaction, acquired, units, cost }, at): ExactMatch => ({
    rule: "fifo",
    transactions: [transaction],
    acquired,
    units,
    cost,
    proceeds: shares[at]!,
  }));
  return [gainDisposal(exact, [row], matches)];
}

function move(row: ExactTrade, to: AccountId, lots: TaxLotUnits[], issues: Issue[]): void {
  for (const { isNamed: _, ...lot } of taken(row, lots, issues)) insertTaxLot(lots, { ...lot, account: to });
}

function changeCost(exact: ExactTrades, row: ExactTrade, lots: TaxLotUnits[], issues: Issue[]): GainDisposal[] {
  const held = lots.filter(({ account }) => account === row.trade.account);
  if (held.length === 0) {
    issues.push(nothingHeld(row.trade));
    return [];
  }
  const { excess } = changeLotCosts(held, row.amount, row.trade.kind === "accumulation" ? "raise" : "lower");
  return excess > 0n ? [capitalReturnDisposal(exact, row, excess)] : [];
}
