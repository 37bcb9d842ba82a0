import { fromEpochDay, toEpochDay } from "../calendar/plain-date.ts";
import { asBigInt } from "../numbers/integer.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import type { InstrumentReplay } from "../ledger/instrument-replay.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { OpenHolding } from "../ledger/open-holding.ts";
import { replayUntil } from "../ledger/replay-until.ts";
import { totalOf } from "../lots/amount.ts";
import type { OpenLot } from "../lots/open-lot.ts";
import { instrumentFilter } from "../transactions/scope.ts";
import { accountFilter } from "./holdings-on.ts";
import type { LedgerQuery } from "./ledger-query.ts";
import type { Lot } from "./lot.ts";

/**
 * The open lots of a scope at the close of a date, by instrument and account, oldest first.
 *
 * A ledger keeps totals, not the lots of every day, so it is replayed up to the date. Cost: O(transactions).
 *
 * @throws {PortfolioError} `invalid-date`: a date of the query is none
 * @example
 * const ledger = replayLedger({
 *   columns: packTransactions([
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *     { id: "second purchase", account: "broker", kind: "buy", tradeDate: "2026-03-02", currency: "EUR", instrument: "bakery", quantity: "5", unitPrice: "70" },
 *     { id: "sale", account: "broker", kind: "sell", tradeDate: "2026-04-01", currency: "EUR", instrument: "bakery", quantity: "4", unitPrice: "80" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 *   method: "fifo",
 * });
 * lotsOn(ledger).map((lot) => `${lot.quantity} bought on ${lot.acquiredOn} at ${lot.unitCost}`);
 * // => ["6 bought on 2026-01-05 at 50", "5 bought on 2026-03-02 at 70"]
 */
export function lotsOn(ledger: Ledger, query: LedgerQuery = {}): Lot[] {
  const wanted = accountFilter(ledger, query);
  const isNamed = instrumentFilter(query);
  const { columns } = ledger;
  const replays = replayUntil(ledger, query.on === undefined ? Infinity : toEpochDay(query.on));
  return replays.flatMap((replay) => {
    if (replay === undefined || !isNamed(columns.instruments[replay.instrument])) return [];
    return replay.open.flatMap((holding, account) =>
      holding === undefined || holding.quantity === 0 || !wanted(account)
        ? []
        : openLots(holding).map((lot) => lotOf(ledger, replay, holding, account, lot)),
    );
  });
}

/** The pool of average cost is one lot. */
function openLots({ lots, row, quantity, cost, base, isBase, isIncomplete }: OpenHolding): readonly OpenLot[] {
  return lots ?? [{ row, quantity, cost, base: isBase ? undefined : base, isIncomplete }];
}

function lotOf(
  { columns }: Ledger,
  { instrument, currency, gap, amounts }: InstrumentReplay,
  { isBase }: OpenHolding,
  account: number,
  lot: OpenLot,
): Lot {
  const { scales } = amounts;
  const quantity = toDecimal(asBigInt(lot.quantity), scales.quantity);
  const costBasis = toDecimal(totalOf(lot.cost, gap), scales.money);
  const baseCost = lot.base && toDecimal(totalOf(lot.base, gap), scales.base);
  return {
    instrument: columns.instruments[instrument]!,
    account: columns.accounts[account]!,
    currency,
    transaction: columns.ids[lot.row]!,
    acquiredOn: fromEpochDay(columns.day[lot.row]!),
    quantity,
    unitCost: costBasis.div(quantity),
    costBasis,
    baseCostBasis: isBase ? costBasis : baseCost,
    isCostComplete: !lot.isIncomplete,
  };
}
