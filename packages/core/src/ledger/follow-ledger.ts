import { editOf, tokenOf } from "../transactions/edit-columns.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";
import { dirtyInstruments } from "./dirty-instruments.ts";
import type { Ledger, LedgerInput } from "./ledger.ts";
import { replayWhole } from "./replay.ts";
import { replayChanged } from "./replay-changed.ts";
import { replayContext } from "./replay-context.ts";
import { isTransferRow } from "./transfer-pairs.ts";

/**
 * The ledger of changed columns, methods or values: the same as `replayLedger(input)`, but only the instruments are
 * replayed that something changed for since `previous`, each from a checkpoint where it has one.
 *
 * Shape: `input.columns` are those of `previous`, or come from them by `editColumns`; with any others, other rates, another
 * reporting currency or other options everything is replayed. `previous` stays as it is.
 * Cost: O(transactions of the changed instruments), and a few bytes of each other transaction.
 *
 * @throws {PortfolioError} `invalid-decimal`: one of `deliveryValues` or `reorganizationCloses` is not decimal text;
 * `invalid-identifier`: a cost-basis method is none
 * @see docs/methods/incremental.md
 * @example
 * const input = {
 *   columns: packTransactions([
 *     { id: "purchase", account: "broker", kind: "buy", tradeDate: "2026-01-05", currency: "EUR", instrument: "bakery", quantity: "10", unitPrice: "50" },
 *   ]),
 *   instrumentCurrencies: new Map([["bakery", "EUR"]]),
 *   baseCurrency: "EUR",
 *   rates: rateTable([]),
 * };
 * const ledger = replayLedger(input);
 * const columns = editColumns(input.columns, { removed: ["purchase"] });
 * const after = followLedger(ledger, { ...input, columns });
 * holdingsOn(ledger)[0]?.quantity.toString(); // => "10"
 * holdingsOn(after); // => []
 */
export function followLedger(previous: Ledger, input: LedgerInput): Ledger {
  const context = replayContext(input, pairsBefore(input.columns, previous));
  const dirty = dirtyInstruments(previous, input, context);
  return dirty === undefined ? replayWhole(context) : replayChanged(previous, context, dirty);
}

/** The pairs of the ledger before, when an edit leaves transfers alone; most do. */
function pairsBefore(columns: TransactionColumns, previous: Ledger): Int32Array | undefined {
  if (previous.otherHalf.length !== columns.day.length) return undefined;
  if (columns === previous.columns) return previous.otherHalf;
  const edit = editOf(columns);
  const isSame = edit?.from === tokenOf(previous.columns) && !edit.rows.some((row) => isTransferRow(columns, row));
  return isSame ? previous.otherHalf : undefined;
}
