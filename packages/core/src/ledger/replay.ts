import { type EpochDay, fromEpochDay } from "../calendar/plain-date.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { parseFixedPoint } from "../numbers/fixed-point.ts";
import { type NumberRoom, numberRoom } from "../numbers/number-room.ts";
import { issue } from "../outcome/issue.ts";
import type { TransactionColumns } from "../transactions/transaction-columns.ts";
import type { Ledger, LedgerInput } from "./ledger.ts";
import { defaultLedgerOptions } from "./ledger-options.ts";
import type { InstrumentReplay, ReplayContext, ReplayObserver } from "./instrument-replay.ts";
import { linkScales } from "./linked-scales.ts";
import { instrumentLedger, instrumentReplay, replayStep } from "./replay-instrument.ts";
import { leastScales, type NeededScales, widenScales } from "./trade-amounts.ts";
import { pairTransfers } from "./transfer-pairs.ts";

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
  const context = contextOf(input);
  const { columns, options, methods, rejected, otherHalf, deliveryValues, reorganizationCloses, issues } = context;
  const { currencyOf } = context;
  rejectUnknownInstruments(context);
  const replays = replayRows(context, columns.count);
  return {
    columns,
    baseCurrency: input.baseCurrency,
    currencyOf,
    rates: input.rates,
    options,
    methods,
    rejected,
    otherHalf,
    deliveryValues,
    reorganizationCloses,
    instruments: replays.map((replay) => (replay ? instrumentLedger(replay) : undefined)),
    issues,
  };
}

/**
 * The state of every instrument after the last transaction of a day: what a ledger was, with its lots. An `observer` sees
 * every step on the way.
 */
export function replayUntil(
  ledger: Ledger,
  lastDay: EpochDay,
  observer?: ReplayObserver,
): readonly (InstrumentReplay | undefined)[] {
  const { columns, currencyOf, options, methods, otherHalf, deliveryValues, reorganizationCloses, rejected } = ledger;
  const context: CommonContext = {
    columns,
    currencyOf,
    options,
    methods,
    otherHalf,
    deliveryValues,
    reorganizationCloses,
    rates: { table: ledger.rates, baseCurrency: ledger.baseCurrency, known: new Map() },
    rejected: rejected.slice(),
    issues: [],
    observer,
  };
  let count = columns.count;
  while (count > 0 && columns.day[count - 1]! > lastDay) count--;
  return replayRows(context, count);
}

function contextOf(input: LedgerInput): CommonContext {
  const { columns, baseCurrency, method = "average-cost" } = input;
  return {
    columns,
    currencyOf: columns.instruments.map((id) => input.instrumentCurrencies.get(id)),
    options: { ...defaultLedgerOptions, ...input.options },
    rates: { table: input.rates, baseCurrency, known: new Map() },
    methods: columns.accounts.map((account) => input.methods?.get(account) ?? method),
    otherHalf: pairTransfers(columns),
    rejected: new Uint8Array(columns.count),
    deliveryValues: deliveryValuesByRow(columns, input.deliveryValues),
    reorganizationCloses: byRow(columns, input.reorganizationCloses),
    issues: [],
  };
}

/** What is known before the scales are. */
interface CommonContext extends Omit<ReplayContext, "room" | "replays"> {
  /** Currency of each instrument position; undefined for an unknown instrument. */
  readonly currencyOf: readonly (CurrencyCode | undefined)[];
}

function rejectUnknownInstruments({ columns, currencyOf, rejected, issues }: CommonContext): void {
  for (let row = 0; row < columns.count; row++) {
    const instrument = columns.instrument[row]!;
    if (instrument < 0 || currencyOf[instrument] !== undefined) continue;
    rejected[row] = 1;
    const source = { transactionId: columns.ids[row]!, instrumentId: columns.instruments[instrument]! };
    const date = fromEpochDay(columns.day[row]!);
    issues.push(
      issue(
        "unknown-instrument",
        "The transaction names an instrument that does not exist, so it has no effect. Create the instrument or choose another.",
        source,
        date,
      ),
    );
  }
}

/** Two walks over all rows in order, each sequential in memory: what scales are needed, then the fold of the first `count`. */
function replayRows(common: CommonContext, count: number): readonly (InstrumentReplay | undefined)[] {
  const { columns, rejected, rates, currencyOf } = common;
  const needed = currencyOf.map(leastScales);
  for (let row = 0; row < columns.count; row++) {
    const currency = currencyOf[columns.instrument[row]!];
    if (currency !== undefined && rejected[row] === 0)
      widenScales(needed[columns.instrument[row]!]!, columns, row, currency, rates);
  }
  linkScales(needed, columns);
  const replays: (InstrumentReplay | undefined)[] = [];
  const context: ReplayContext = { ...common, replays, room: roomFor(needed, currencyOf, rates.baseCurrency) };
  currencyOf.forEach((currency, instrument) =>
    replays.push(
      currency === undefined ? undefined : instrumentReplay(context, instrument, currency, needed[instrument]!),
    ),
  );
  for (let row = 0; row < count; row++) {
    const replay = replays[columns.instrument[row]!];
    if (replay === undefined || rejected[row] !== 0) continue;
    common.observer?.beforeStep(replay, row);
    replayStep(replay, row);
    common.observer?.afterStep(replay, row);
  }
  return replays;
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
