import type { EpochDay } from "../calendar/plain-date.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import type { Issue } from "../outcome/issue.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import { type ExactTrade, type ExactTrades, exactTrades, quantityIn, shareOf, unitsTaken } from "./exact-trades.ts";
import { capitalReturnDisposal, type ExactMatch, gainDisposal, proceedsByMatch } from "./gain-disposal.ts";
import { type PoolDay, poolDays } from "./pool-day.ts";
import type { GainDisposal, TaxGains } from "./tax-gains.ts";
import { nothingHeld, oversold, taxIssue } from "./tax-issue.ts";
import type { TaxTrade } from "./tax-trade.ts";

/** Purchases so many days after a disposal are matched with it before the pool. */
const windowDays = 30;

/** What is left of the purchases of one day while disposals are matched with them. */
interface PurchaseDay {
  readonly day: EpochDay;
  readonly transactions: readonly TransactionId[];
  units: bigint;
  cost: bigint;
}

/** A match before its proceeds are known. */
type Cover = Omit<ExactMatch, "proceeds">;

/**
 * United Kingdom: gains of one instrument by share identification, without rounding.
 *
 * The disposals of a day are one, the purchases of a day are one. A disposal is matched with the purchases of its day,
 * then with those of the following 30 days, earliest first, then with the Section 104 pool. Capital returns lower the
 * cost of the pool, accumulations raise it. A report on data, not tax advice.
 *
 * Shape: rows of one instrument over all accounts of one person, in any order; rows of accounts that are not taxable
 * (ISA, SIPP) are left out. `quantity` and `cost` of the answer are the pool.
 * Sign: a loss is a negative gain.
 * Cost: O(n log n); once more for each day that sells more than there is.
 *
 * @throws {PortfolioError} `invalid-transaction`: rows of two instruments, a quantity that is not above 0, a ratio that
 * is none; `invalid-decimal`, `invalid-date`
 * @see docs/methods/tax-united-kingdom.md
 * @example
 * const share = { instrument: "lobster", account: "broker" };
 * const gains = ukSection104([
 *   { ...share, kind: "acquisition", transaction: "a", date: "2024-05-01", quantity: "1000", cost: "4150" },
 *   { ...share, kind: "disposal", transaction: "b", date: "2025-06-02", quantity: "400", proceeds: "2000" },
 *   { ...share, kind: "acquisition", transaction: "c", date: "2025-06-20", quantity: "100", cost: "450" },
 * ]);
 * gains.disposals[0]?.matches.map(({ rule, quantity, cost }) => `${rule}: ${quantity} at ${cost}`);
 * // => ["30-days: 100 at 450", "section-104: 300 at 1245"]
 * gains.disposals[0]?.gain.toString(); // => "305"
 */
export function ukSection104(trades: readonly TaxTrade[]): TaxGains {
  const exact = exactTrades(trades.filter(({ treatment = "taxable" }) => treatment === "taxable"));
  const days = poolDays(exact.rows);
  const issues: Issue[] = unclearSplits(exact, days);
  const leftOut = new Set<EpochDay>();
  for (;;) {
    const result = matchAndPool(exact, days, leftOut);
    if (result.oversoldOn === undefined) {
      const sold = days.filter(({ day }) => leftOut.has(day)).flatMap(({ disposals }) => disposals);
      issues.push(...sold.map(({ trade }) => oversold(trade)), ...result.issues);
      const { disposals, units, cost } = result;
      const held = { quantity: quantityIn(units, exact.perUnitNow), cost: toDecimal(cost, exact.money) };
      return { rule: "uk-section-104", instrument: exact.instrument, disposals, ...held, issues };
    }
    // Its matches have to go to other disposals, so the matching starts again without it.
    leftOut.add(result.oversoldOn);
  }
}

function unclearSplits({ splitDays }: ExactTrades, days: readonly PoolDay[]): Issue[] {
  return days
    .filter(({ day }) => splitDays.has(day))
    .flatMap(({ acquisitions }) => acquisitions)
    .map(({ trade }) =>
      taxIssue(
        "tax-rule-unclear",
        "The day of this purchase is the day of a split, and the date does not say which came first; the quantity is taken as one after the split. Check it.",
        trade,
      ),
    );
}

interface Pooled {
  readonly disposals: GainDisposal[];
  readonly issues: Issue[];
  readonly oversoldOn?: EpochDay;
  readonly units: bigint;
  readonly cost: bigint;
}

function matchAndPool(exact: ExactTrades, days: readonly PoolDay[], leftOut: ReadonlySet<EpochDay>): Pooled {
  const purchases = days.filter(({ acquisitions }) => acquisitions.length > 0).map(purchaseDay);
  const covers = identify(days, purchases, leftOut);
  const left = new Map(purchases.map((purchase) => [purchase.day, purchase]));
  const pool = { units: 0n, cost: 0n };
  const disposals: GainDisposal[] = [];
  const issues: Issue[] = [];
  for (const of of days) {
    const bought = left.get(of.day);
    pool.units += bought?.units ?? 0n;
    pool.cost += bought?.cost ?? 0n;
    disposals.push(...changeCost(exact, of.costChanges, pool, issues));
    const cover = covers.get(of.day);
    if (cover !== undefined) {
      const disposal = dispose(exact, of, cover, pool);
      if (disposal === undefined) return { disposals, issues, oversoldOn: of.day, ...pool };
      disposals.push(disposal);
    }
    for (const row of of.departures) depart(row, pool, issues);
  }
  return { disposals, issues, ...pool };
}

function purchaseDay({ day, acquisitions }: PoolDay): PurchaseDay {
  return {
    day,
    transactions: acquisitions.map(({ trade }) => trade.transaction),
    units: acquisitions.reduce((sum, { units }) => sum + units, 0n),
    cost: acquisitions.reduce((sum, { amount }) => sum + amount, 0n),
  };
}

/** The first two steps for all disposals: same day for every one of them before 30 days for any. */
function identify(
  days: readonly PoolDay[],
  purchases: readonly PurchaseDay[],
  leftOut: ReadonlySet<EpochDay>,
): Map<EpochDay, Cover[]> {
  const sold = days.filter(({ day, disposals }) => disposals.length > 0 && !leftOut.has(day));
  const covers = new Map(sold.map(({ day }) => [day, [] as Cover[]]));
  const wanted = new Map(sold.map(({ day, unitsSold }) => [day, unitsSold]));
  const byDay = new Map(purchases.map((purchase) => [purchase.day, purchase]));
  const cover = (day: EpochDay, purchase: PurchaseDay, rule: "same-day" | "30-days", perUnit: bigint): void => {
    const part = taken(purchase, wanted.get(day)!, perUnit);
    if (part.units === 0n) return;
    wanted.set(day, wanted.get(day)! - part.units);
    covers.get(day)!.push({ rule, transactions: purchase.transactions, acquired: purchase.day, ...part });
  };
  for (const { day, perUnit } of sold) {
    const purchase = byDay.get(day);
    if (purchase !== undefined) cover(day, purchase, "same-day", perUnit);
  }
  let from = 0;
  for (const { day, perUnit } of sold) {
    while (from < purchases.length && purchases[from]!.day <= day) from++;
    for (let at = from; at < purchases.length && purchases[at]!.day <= day + windowDays; at++) {
      if (wanted.get(day) === 0n) break;
      cover(day, purchases[at]!, "30-days", perUnit);
    }
  }
  return covers;
}

/** Takes up to so many units out of a day's purchases, with their share of the cost. */
function taken(purchase: PurchaseDay, wanted: bigint, perUnit: bigint): { units: bigint; cost: bigint } {
  if (purchase.units === 0n || wanted === 0n) return { units: 0n, cost: 0n };
  const units = wanted < purchase.units ? unitsTaken(purchase.units, wanted, perUnit)! : purchase.units;
  const cost = shareOf(purchase.cost, units, purchase.units);
  purchase.units -= units;
  purchase.cost -= cost;
  // A crumb of the purchase that a split left goes along; the disposal does not grow by it.
  return { units: units > wanted ? wanted : units, cost };
}

/** The pool covers what the purchases did not; undefined when it holds less. */
function dispose(
  exact: ExactTrades,
  { disposals, unitsSold, proceeds, perUnit }: PoolDay,
  cover: Cover[],
  pool: { units: bigint; cost: bigint },
): GainDisposal | undefined {
  const wanted = unitsSold - cover.reduce((sum, { units }) => sum + units, 0n);
  if (wanted > 0n) {
    const units = unitsTaken(pool.units, wanted, perUnit);
    if (units === undefined) return undefined;
    const cost = units === 0n ? 0n : shareOf(pool.cost, units, pool.units);
    pool.units -= units;
    pool.cost -= cost;
    if (units > 0n) cover.push({ rule: "section-104", units, cost });
  }
  if (cover.length === 0) return undefined;
  const shares = proceedsByMatch(
    proceeds,
    cover.map(({ units }) => units),
  );
  return gainDisposal(
    exact,
    disposals,
    cover.map((part, at) => ({ ...part, proceeds: shares[at]! })),
  );
}

/** Capital returns lower the cost of the pool, never below 0: the rest is a gain of that day. Accumulations raise it. */
function changeCost(
  exact: ExactTrades,
  changes: readonly ExactTrade[],
  pool: { units: bigint; cost: bigint },
  issues: Issue[],
): GainDisposal[] {
  return changes.flatMap((row) => {
    if (pool.units === 0n) issues.push(nothingHeld(row.trade));
    else if (row.trade.kind === "accumulation") pool.cost += row.amount;
    else {
      const lowered = row.amount > pool.cost ? pool.cost : row.amount;
      pool.cost -= lowered;
      if (row.amount > lowered) return [capitalReturnDisposal(exact, row, row.amount - lowered)];
    }
    return [];
  });
}

function depart(row: ExactTrade, pool: { units: bigint; cost: bigint }, issues: Issue[]): void {
  const units = unitsTaken(pool.units, row.units, row.perUnit);
  if (units === undefined) return void issues.push(oversold(row.trade));
  pool.cost -= units === 0n ? 0n : shareOf(pool.cost, units, pool.units);
  pool.units -= units;
}
