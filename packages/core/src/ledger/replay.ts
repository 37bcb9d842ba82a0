import { type EpochDay, toEpochDay } from "../calendar/plain-date.ts";
import { parseFixedPoint } from "../numbers/fixed-point.ts";
import { editOf, tokenOf } from "../transactions/edit-columns.ts";
import { firstPositionOf } from "../transactions/row-order.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";
import { dirtyInstruments } from "./dirty-instruments.ts";
import type { Ledger, LedgerInput } from "./ledger.ts";
import { defaultLedgerOptions } from "./ledger-options.ts";
import type { ReplayObserver } from "./instrument-replay.ts";
import { rejectAtSight } from "./reject-at-sight.ts";
import { replayChanged } from "./replay-changed.ts";
import { type CommonContext, foldRows, type Replays, replaysOf, scalesFor } from "./replay-rows.ts";
import { instrumentLedger } from "./replay-instrument.ts";
import { sortFound } from "./sort-found.ts";
import { isTransferRow, pairTransfers } from "./transfer-pairs.ts";

/**
 * Replays transactions into a ledger: lots, disposals, and the issues found on the way.
 *
 * Exact: the only division is the cost of a partial sale, at 1e-24 or finer, and its remainder stays in the holding.
 * Replay never stops at a fault in the data: the transaction is left out whole and named in `issues`.
 *
 * With `previous`, the ledger of the columns that these were edited from, only the instruments are replayed that something
 * changed for: their transactions, their account's method, values handed in. The result is the same as without.
 * Cost: O(transactions); with `previous` those of the changed instruments, and a few bytes of each other one.
 *
 * @throws {PortfolioError} `invalid-decimal`: one of `deliveryValues` or `reorganizationCloses` is not decimal text
 * @see docs/methods/average-cost.md, docs/methods/incremental.md
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
export function replayLedger(input: LedgerInput, previous?: Ledger): Ledger {
  const context = contextOf(input, previous);
  const dirty = previous && dirtyInstruments(previous, input, context);
  return previous === undefined || dirty === undefined
    ? replayWhole(input, context)
    : replayChanged(previous, context, dirty);
}

/**
 * The state of every instrument after the last transaction of a day: what a ledger was, with its lots. An `observer` sees
 * every step on the way.
 */
export function replayUntil(ledger: Ledger, lastDay: EpochDay, observer?: ReplayObserver): Replays {
  const { columns } = ledger;
  const context: CommonContext = {
    ...ledger,
    rates: { table: ledger.rates, baseCurrency: ledger.baseCurrency, known: new Map() },
    rejected: ledger.rejected.slice(),
    found: [],
    observer,
  };
  const rows = columns.edited?.order;
  const replays = replaysOf(context, scalesFor(context, rows));
  foldRows(context, replays, rows, firstPositionOf(columns, lastDay + 1));
  return replays;
}

function replayWhole(input: LedgerInput, context: CommonContext): Ledger {
  const { columns, rates, ...rest } = context;
  const rows = columns.edited?.order;
  rejectAtSight(context, rows, columns.count);
  const replays = replaysOf(context, scalesFor(context, rows));
  foldRows(context, replays, rows, columns.count);
  const found = sortFound(columns, context.found);
  return {
    token: {},
    columns,
    baseCurrency: input.baseCurrency,
    ...rest,
    rates: rates.table,
    instruments: replays.map((replay) => (replay ? instrumentLedger(replay) : undefined)),
    found,
    issues: found.map(({ issue }) => issue),
  };
}

const mostDaysAhead = 366;

function contextOf(input: LedgerInput, previous: Ledger | undefined): CommonContext {
  const { columns, baseCurrency, method = "average-cost", today } = input;
  return {
    columns,
    currencyOf: columns.instruments.map((id) => input.instrumentCurrencies.get(id)),
    options: { ...defaultLedgerOptions, ...input.options },
    lastDay: today === undefined ? Infinity : toEpochDay(today) + mostDaysAhead,
    rates: { table: input.rates, baseCurrency, known: new Map() },
    methods: columns.accounts.map((account) => input.methods?.get(account) ?? method),
    otherHalf: pairsBefore(columns, previous) ?? pairTransfers(columns),
    rejected: columns.edited?.removed.slice() ?? new Uint8Array(columns.count),
    deliveryValues: deliveryValuesByRow(columns, input.deliveryValues),
    reorganizationCloses: byRow(columns, input.reorganizationCloses),
    found: [],
  };
}

/** The pairs of the ledger before, when an edit leaves transfers alone; most do. */
function pairsBefore(columns: TransactionColumns, previous: Ledger | undefined): Int32Array | undefined {
  if (previous?.otherHalf.length !== columns.day.length) return undefined;
  if (columns === previous.columns) return previous.otherHalf;
  const edit = editOf(columns);
  const isSame = edit?.from === tokenOf(previous.columns) && !edit.rows.some((row) => isTransferRow(columns, row));
  return isSame ? previous.otherHalf : undefined;
}

function deliveryValuesByRow(
  columns: TransactionColumns,
  values: LedgerInput["deliveryValues"],
): ReadonlyMap<number, string> {
  return new Map([...byRow(columns, values)].filter(([, value]) => parseFixedPoint(value).digits > 0n));
}

function byRow<Value>(
  columns: TransactionColumns,
  values: ReadonlyMap<string, Value> | undefined,
): ReadonlyMap<number, Value> {
  const rows = new Map<number, Value>();
  if (values === undefined || values.size === 0) return rows;
  columns.ids.forEach((id, row) => {
    const value = values.get(id);
    if (value !== undefined) rows.set(row, value);
  });
  return rows;
}
