import type { EpochDay } from "../calendar/plain-date.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import type { Decimal, DecimalString } from "../numbers/decimal.ts";
import { digitsAt, parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import type { Issue } from "../outcome/issue.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import { type CoveredRows, coveredRows } from "./covered-rows.ts";
import { type ExactTrade, type ExactTrades, exactTrades, quantityIn, shareOf } from "./exact-trades.ts";
import { capitalReturnDisposal, gainDisposal } from "./gain-disposal.ts";
import { type RunningUnits, runningUnits } from "./running-units.ts";
import type { GainDisposal, TaxGains } from "./tax-gains.ts";
import { nothingHeld, oversold, taxIssue } from "./tax-issue.ts";
import type { TaxTrade } from "./tax-trade.ts";
import type { TaxTreatment } from "./tax-treatment.ts";

/** Days before and after a sale in which a purchase makes its loss superficial. */
const windowDays = 30;

/** What a person decides about losses the rule cannot decide by itself. */
export interface SuperficialLossOptions {
  /**
   * Denied losses entered by hand, 0 or more, in the tax currency: they win over the computed ones and do not join the
   * cost, because an affiliated person's cost takes them.
   */
  readonly statedDenials?: ReadonlyMap<TransactionId, DecimalString>;
}

/** Adjusted cost base and units held right after a row. */
export interface CostAfter {
  readonly transaction: TransactionId;
  readonly quantity: Decimal;
  readonly cost: Decimal;
}

/** Gains by adjusted cost base, with the state after each row of a taxable account. */
export interface SuperficialLossGains extends TaxGains {
  readonly costsAfter: readonly CostAfter[];
}

interface Pool {
  units: bigint;
  cost: bigint;
}

/**
 * Canada: gains of one instrument by adjusted cost base, with superficial losses, without rounding.
 *
 * One average pool over all taxable accounts. A loss is denied as far as units were bought within 30 days before or
 * after the sale and are held at the end of those days: loss x min(sold, bought, held) / sold, all by settlement date.
 * The denied part joins the cost of what is held. What only a registered account replaces is lost for good. Capital
 * returns lower the cost, not below 0. A report on data, not tax advice.
 *
 * Shape: rows of one instrument over all accounts of one person, registered ones included; an affiliated person's
 * purchase in the window raises an issue, and its effect is entered by hand (`statedDenials`).
 * Sign: a loss is a negative gain; a denied loss is 0 or more.
 * Cost: O(n log n).
 *
 * @throws {PortfolioError} `invalid-transaction`: rows of two instruments, a quantity that is not above 0, a ratio that
 * is none; `invalid-decimal`, `invalid-date`
 * @see docs/methods/tax-canada.md
 * @example
 * const share = { instrument: "maple", account: "broker" };
 * const gains = caSuperficialLoss([
 *   { ...share, kind: "acquisition", transaction: "a", date: "2014-01-06", quantity: "100", cost: "5000" },
 *   { ...share, kind: "disposal", transaction: "b", date: "2014-11-03", quantity: "100", proceeds: "3000" },
 *   { ...share, kind: "acquisition", transaction: "c", date: "2014-11-04", quantity: "100", cost: "3000" },
 * ]);
 * gains.disposals[0]?.deniedLoss.toString(); // => "2000"
 * gains.cost.toString(); // => "5000"
 */
export function caSuperficialLoss(
  trades: readonly TaxTrade[],
  options: SuperficialLossOptions = {},
): SuperficialLossGains {
  const exact = exactTrades(trades);
  const covered = coveredRows(exact.rows);
  const replaced = replacements(exact.rows, covered);
  const issues = covered.oversold.map(({ trade }) => oversold(trade));
  const pool: Pool = { units: 0n, cost: 0n };
  const disposals: GainDisposal[] = [];
  const costsAfter: CostAfter[] = [];
  for (const row of exact.rows) {
    const { treatment = "taxable", kind, transaction } = row.trade;
    if (treatment !== "taxable" || kind === "transfer") continue;
    if (kind === "disposal") disposals.push(...dispose(exact, row, covered, pool, replaced, options, issues));
    else disposals.push(...change(exact, row, covered, pool, issues));
    const quantity = quantityIn(pool.units, row.perUnit);
    costsAfter.push({ transaction, quantity, cost: toDecimal(pool.cost, exact.money) });
  }
  const held = { quantity: quantityIn(pool.units, exact.perUnitNow), cost: toDecimal(pool.cost, exact.money) };
  return { rule: "ca-superficial-loss", instrument: exact.instrument, disposals, ...held, issues, costsAfter };
}

/** Purchases, capital paid back, income kept, units that leave: all but sales. */
function change(
  exact: ExactTrades,
  row: ExactTrade,
  covered: CoveredRows,
  pool: Pool,
  issues: Issue[],
): GainDisposal[] {
  const { kind } = row.trade;
  if (kind === "acquisition") {
    pool.units += row.units;
    pool.cost += row.amount;
  } else if (kind === "departure") {
    takeOut(pool, covered.units.get(row) ?? 0n);
  } else if (pool.units === 0n) {
    issues.push(nothingHeld(row.trade));
  } else if (kind === "accumulation") {
    pool.cost += row.amount;
  } else {
    const lowered = row.amount > pool.cost ? pool.cost : row.amount;
    pool.cost -= lowered;
    if (row.amount > lowered) return [capitalReturnDisposal(exact, row, row.amount - lowered)];
  }
  return [];
}

function takeOut(pool: Pool, units: bigint): bigint {
  const cost = units === 0n ? 0n : shareOf(pool.cost, units, pool.units);
  pool.units -= units;
  pool.cost -= cost;
  return cost;
}

function dispose(
  exact: ExactTrades,
  row: ExactTrade,
  covered: CoveredRows,
  pool: Pool,
  replaced: Replacements,
  { statedDenials }: SuperficialLossOptions,
  issues: Issue[],
): GainDisposal[] {
  const units = covered.units.get(row);
  if (units === undefined) return [];
  const cost = takeOut(pool, units);
  const loss = cost - row.amount;
  const stated = statedDenials?.get(row.trade.transaction);
  let denied = 0n;
  if (stated !== undefined) denied = statedDenial(stated, loss, exact.money);
  else if (loss > 0n) {
    const all = least(units, replaced.inOwnAccounts(row.settlementDay));
    const own = least(all, replaced.inTaxable(row.settlementDay));
    denied = shareOf(loss, all, units);
    pool.cost += all === 0n ? 0n : shareOf(denied, own, all);
    if (replaced.isByAffiliate(row.settlementDay)) issues.push(affiliateUnclear(row.trade));
  }
  return [gainDisposal(exact, [row], [{ rule: "average-cost", units, cost, proceeds: row.amount, denied }])];
}

/** What a person entered, at most the loss itself. */
function statedDenial(text: DecimalString, loss: bigint, money: number): bigint {
  const { digits, scale } = parseFixedPoint(text);
  const stated =
    scale <= money ? digitsAt({ digits, scale }, money) : divideHalfEven(digits, powerOfTen(scale - money));
  const most = loss > 0n ? loss : 0n;
  return stated < 0n ? 0n : least(stated, most);
}

function affiliateUnclear(trade: TaxTrade): Issue {
  return taxIssue(
    "tax-rule-unclear",
    "An affiliated person bought the same instrument within 30 days of this sale at a loss, and the part that is denied is not always a matter of proportion. Enter the denied loss by hand.",
    trade,
  );
}

/** Units that replace those of a sale, by its settlement day: the lesser of bought in the window and held at its end. */
interface Replacements {
  readonly inOwnAccounts: (day: EpochDay) => bigint;
  readonly inTaxable: (day: EpochDay) => bigint;
  readonly isByAffiliate: (day: EpochDay) => boolean;
}

function replacements(rows: readonly ExactTrade[], covered: CoveredRows): Replacements {
  const of = (...treatments: TaxTreatment[]): ((day: EpochDay) => bigint) => {
    const wanted = rows.filter(({ trade }) => treatments.includes(trade.treatment ?? "taxable"));
    const bought = boughtUnits(wanted);
    const held = runningUnits([
      ...acquisitionsOf(wanted),
      ...wanted.map((row) => ({ day: row.settlementDay, units: -(covered.units.get(row) ?? 0n) })),
    ]);
    return (day) => least(bought(day + windowDays) - bought(day - windowDays - 1), held(day + windowDays));
  };
  const affiliates = boughtUnits(rows.filter(({ trade }) => trade.treatment === "affiliated"));
  return {
    inOwnAccounts: of("taxable", "registered"),
    inTaxable: of("taxable"),
    isByAffiliate: (day) => affiliates(day + windowDays) > affiliates(day - windowDays - 1),
  };
}

function boughtUnits(rows: readonly ExactTrade[]): RunningUnits {
  return runningUnits(acquisitionsOf(rows));
}

function acquisitionsOf(rows: readonly ExactTrade[]): { readonly day: EpochDay; readonly units: bigint }[] {
  return rows
    .filter(({ trade }) => trade.kind === "acquisition")
    .map(({ settlementDay, units }) => ({ day: settlementDay, units }));
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
