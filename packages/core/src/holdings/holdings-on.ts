import { type EpochDay, toEpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { asBigInt } from "../numbers/integer.ts";
import { integerAt } from "../numbers/integer-list.ts";
import { amountAt } from "../ledger/amount-list.ts";
import type { HoldingHistory, InstrumentLedger } from "../ledger/holding-history.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { AccountId } from "../transactions/account.ts";
import { instrumentFilter } from "../transactions/scope.ts";
import type { Holding } from "./holding.ts";
import type { LedgerQuery } from "./ledger-query.ts";

/**
 * Holdings at the close of a date, one per instrument ever held, summed over the accounts of the scope.
 *
 * A closed holding is there with quantity 0 and cost 0. Shape: in the order instruments first appear.
 * Cost: O(instruments x log transactions).
 *
 * @throws {PortfolioError} `invalid-date`: a date of the query is none
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *     { id: "sale", account: "broker", kind: "sell", tradeDate: "2026-04-01", currency: "EUR", instrument: "bakery", quantity: "4", unitPrice: "80" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * });
 * holdingsOn(ledger, { on: "2026-03-31" })[0]?.quantity.toString(); // => "10"
 * holdingsOn(ledger, { on: "2026-04-01" })[0]?.quantity.toString(); // => "6"
 * holdingsOn(ledger, { on: "2026-04-01" })[0]?.costBasis.toString(); // => "300"
 */
export function holdingsOn(ledger: Ledger, query: LedgerQuery = {}): Holding[] {
  const day = query.on === undefined ? Number.MAX_SAFE_INTEGER : toEpochDay(query.on);
  const wanted = accountFilter(ledger, query);
  const isNamed = instrumentFilter(query);
  return ledger.instruments.flatMap((instrument) => {
    if (instrument === undefined || !isNamed(ledger.columns.instruments[instrument.instrument])) return [];
    const holding = holdingOn(ledger, instrument, day, wanted);
    return holding === undefined ? [] : [holding];
  });
}

/** Which account positions a query is about. */
export function accountFilter(ledger: Ledger, query: LedgerQuery): (account: number) => boolean {
  if (query.accounts === undefined) return () => true;
  const positions = new Set(query.accounts.map((id: AccountId) => ledger.columns.accounts.indexOf(id)));
  return (account) => positions.has(account);
}

/** The last entry of a history on or before a day, -1 before the first. */
export function lastEntryOn(days: readonly EpochDay[], day: EpochDay): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function holdingOn(
  ledger: Ledger,
  instrument: InstrumentLedger,
  day: EpochDay,
  wanted: (account: number) => boolean,
): Holding | undefined {
  const { scales } = instrument;
  const sum = { quantity: 0n, cost: 0n, base: 0n as bigint | undefined, isComplete: true };
  const held: HoldingHistory[] = [];
  for (const history of instrument.holdings) {
    const entry = wanted(history.account) ? lastEntryOn(history.days, day) : -1;
    if (entry < 0) continue;
    held.push(history);
    const base = amountAt(history.baseCost, entry);
    sum.quantity += asBigInt(integerAt(history.quantity, entry));
    sum.cost += amountAt(history.cost, entry)!;
    sum.base = sum.base === undefined || base === undefined ? undefined : sum.base + base;
    sum.isComplete &&= !history.incomplete.has(entry);
  }
  if (held.length === 0) return undefined;
  const quantity = toDecimal(sum.quantity, scales.quantity);
  const costBasis = toDecimal(sum.cost, scales.money);
  return {
    instrument: ledger.columns.instruments[instrument.instrument]!,
    currency: ledger.currencyOf[instrument.instrument] as CurrencyCode,
    accounts: held.map(({ account }) => ledger.columns.accounts[account]!),
    quantity,
    costBasis,
    baseCostBasis: sum.base === undefined ? undefined : toDecimal(sum.base, scales.base),
    unitCost: quantity.isZero() ? undefined : costBasis.div(quantity),
    isCostComplete: sum.isComplete,
  };
}
