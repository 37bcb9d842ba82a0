import type { Ledger, LedgerInput } from "./ledger.ts";
import { instrumentLedger } from "./replay-instrument.ts";
import { replayContext } from "./replay-context.ts";
import { rejectAtSight } from "./reject-at-sight.ts";
import { type CommonContext, foldRows, replaysOf, scalesFor } from "./replay-rows.ts";
import { sortFound } from "./sort-found.ts";

/**
 * Replays transactions into a ledger: lots, disposals, and the issues found on the way.
 *
 * Exact: the only division is the cost of a partial sale, at 1e-24 or finer, and its remainder stays in the holding.
 * Replay never stops at a fault in the data: the transaction is left out whole and named in `issues`. To follow edits see
 * `followLedger` of `@portfolio/core/edits`. Cost: O(transactions).
 *
 * @throws {PortfolioError} `invalid-decimal`: one of `deliveryValues` or `reorganizationCloses` is not decimal text;
 * `invalid-identifier`: a cost-basis method is none
 * @see docs/methods/average-cost.md
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
 * holdingsOn(ledger).map((held) => `${held.quantity} ${held.instrument}, cost ${held.costBasis}`); // => ["6 bakery, cost 300"]
 * ledger.issues; // => []
 */
export function replayLedger(input: LedgerInput): Ledger {
  return replayWhole(replayContext(input));
}

/** Replays everything of a context. */
export function replayWhole(context: CommonContext): Ledger {
  const { columns, rates, ...rest } = context;
  const rows = columns.edited?.order;
  rejectAtSight(context, rows, columns.count);
  const replays = replaysOf(context, scalesFor(context, rows));
  foldRows(context, replays, rows, columns.count);
  const found = sortFound(columns, context.found);
  return {
    token: {},
    columns,
    baseCurrency: rates.baseCurrency,
    ...rest,
    rates: rates.table,
    instruments: replays.map((replay) => (replay ? instrumentLedger(replay) : undefined)),
    found,
    issues: found.map(({ issue }) => issue),
  };
}
