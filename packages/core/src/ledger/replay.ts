import { fromEpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { parseFixedPoint } from "../numbers/fixed-point.ts";
import { type NumberRoom, numberRoom } from "../numbers/number-room.ts";
import { type Issue, issue } from "../outcome/issue.ts";
import { type TransactionColumns, kindCode } from "../transactions/transaction-columns.ts";
import type { InstrumentLedger } from "./holding-history.ts";
import type { Ledger, LedgerInput } from "./ledger.ts";
import { defaultLedgerOptions } from "./ledger-options.ts";
import type { ReplayContext } from "./instrument-replay.ts";
import { instrumentLedger, instrumentReplay, replayStep } from "./replay-instrument.ts";
import { leastScales, type NeededScales, widenScales } from "./trade-amounts.ts";
import { pairTransfers } from "./transfer-pairs.ts";

/** Kinds that have a place in the type but no replay yet. */
const notReplayedYet = new Set([kindCode.merger, kindCode["spin-off"], kindCode["symbol-change"]]);

/**
 * Replays transactions into a ledger: lots, disposals, and the issues found on the way.
 *
 * Exact: the only division is the cost of a partial sale, at 1e-24 or finer, and its remainder stays in the holding.
 * Replay never stops at a fault in the data: the transaction is left out whole and named in `issues`.
 * Cost: O(transactions).
 *
 * @see docs/methods/average-cost.md
 */
export function replayLedger(input: LedgerInput): Ledger {
  const { columns, baseCurrency, method = "average-cost" } = input;
  const issues: Issue[] = [];
  const currencyOf = columns.instruments.map((id) => input.instrumentCurrencies.get(id));
  const context: Omit<ReplayContext, "room"> = {
    columns,
    options: { ...defaultLedgerOptions, ...input.options },
    rates: { table: input.rates, baseCurrency, known: new Map() },
    methods: columns.accounts.map((account) => input.methods?.get(account) ?? method),
    otherHalf: pairTransfers(columns),
    rejected: new Uint8Array(columns.count),
    deliveryValues: deliveryValuesByRow(columns, input.deliveryValues),
    issues,
  };
  rejectWhatCannotBeReplayed(context, currencyOf);
  const instruments = replayAll(context, currencyOf);
  const { options, rejected, otherHalf, deliveryValues } = context;
  return {
    columns,
    baseCurrency,
    currencyOf,
    rates: input.rates,
    options,
    method,
    rejected,
    otherHalf,
    deliveryValues,
    instruments,
    issues,
  };
}

function rejectWhatCannotBeReplayed(
  context: Omit<ReplayContext, "room">,
  currencyOf: readonly (string | undefined)[],
): void {
  const { columns, rejected, issues } = context;
  for (let row = 0; row < columns.count; row++) {
    const instrument = columns.instrument[row]!;
    const isUnknown = instrument >= 0 && currencyOf[instrument] === undefined;
    if (!isUnknown && !notReplayedYet.has(columns.kind[row]!)) continue;
    rejected[row] = 1;
    const source = {
      transactionId: columns.ids[row]!,
      ...(instrument >= 0 ? { instrumentId: columns.instruments[instrument]! } : {}),
    };
    const date = fromEpochDay(columns.day[row]!);
    issues.push(
      isUnknown
        ? issue(
            "unknown-instrument",
            "The transaction names an instrument that does not exist, so it has no effect. Create the instrument or choose another.",
            source,
            date,
          )
        : issue(
            "unsupported-kind",
            "Mergers, spin-offs and symbol changes are kept but not applied yet. Record them as a sale and a purchase if the figures need them.",
            source,
            date,
          ),
    );
  }
}

/** Two walks over all rows in order, each sequential in memory: what scales are needed, then the fold itself. */
function replayAll(
  common: Omit<ReplayContext, "room">,
  currencyOf: readonly (CurrencyCode | undefined)[],
): (InstrumentLedger | undefined)[] {
  const { columns, rejected, rates } = common;
  const needed = currencyOf.map(leastScales);
  for (let row = 0; row < columns.count; row++) {
    const currency = currencyOf[columns.instrument[row]!];
    if (currency !== undefined && rejected[row] === 0)
      widenScales(needed[columns.instrument[row]!]!, columns, row, currency, rates);
  }
  const context: ReplayContext = { ...common, room: roomFor(needed, currencyOf, rates.baseCurrency) };
  const replays = currencyOf.map(
    (currency, instrument) => currency && instrumentReplay(context, instrument, currency, needed[instrument]!),
  );
  for (let row = 0; row < columns.count; row++) {
    const replay = replays[columns.instrument[row]!];
    if (replay && rejected[row] === 0) replayStep(replay, row);
  }
  return replays.map((replay) => (replay ? instrumentLedger(replay) : undefined));
}

/** Room for the histories of all instruments, each held in one account. */
function roomFor(
  needed: readonly NeededScales[],
  currencyOf: readonly (CurrencyCode | undefined)[],
  baseCurrency: CurrencyCode,
): NumberRoom {
  let doubles = 0;
  let words = 0;
  needed.forEach(({ rows, reductions }, instrument) => {
    // Quantity and cost of each row, a change of the divided part and the proceeds of each reduction.
    doubles += 2 * rows + 2 * reductions;
    words += 2 * reductions;
    if (currencyOf[instrument] === baseCurrency) return;
    // In the base currency each amount is a divided part of its own.
    doubles += 2 * rows + 2 * reductions;
    words += 2 * rows + 2 * reductions;
  });
  return numberRoom(doubles, words);
}

function deliveryValuesByRow(
  columns: TransactionColumns,
  values: LedgerInput["deliveryValues"],
): ReadonlyMap<number, string> {
  const byRow = new Map<number, string>();
  if (values === undefined || values.size === 0) return byRow;
  columns.ids.forEach((id, row) => {
    const value = values.get(id);
    if (value !== undefined && parseFixedPoint(value).digits > 0n) byRow.set(row, value);
  });
  return byRow;
}
