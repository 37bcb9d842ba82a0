import type { CurrencyCode } from "../money/currency.ts";
import { type NumberRoom, numberRoom } from "../numbers/number-room.ts";
import type { InstrumentReplay, ReplayContext, ReplayObserver } from "./instrument-replay.ts";
import type { Ledger } from "./ledger.ts";
import { linkScales } from "./linked-scales.ts";
import { instrumentReplay, replayStep } from "./replay-instrument.ts";
import { leastScales, type NeededScales, widenScales } from "./trade-amounts.ts";

/** What is known before the scales are. */
export interface CommonContext
  extends Omit<ReplayContext, "room" | "replays">, Pick<Ledger, "currencyOf" | "lastDay"> {}

/** By position of the instrument; undefined for one that is not replayed. */
export type ScalesByInstrument = readonly (NeededScales | undefined)[];

/** The same for the states of a replay. */
export type Replays = readonly (InstrumentReplay | undefined)[];

/**
 * The first walk over the rows: what scales the instruments need.
 *
 * `rows` in processing order, or all as they stand; every row of each instrument that is `wanted`, and of those that a
 * corporate action links it with.
 */
export function scalesFor(
  common: CommonContext,
  rows: ArrayLike<number> | undefined,
  wanted?: ReadonlySet<number>,
): ScalesByInstrument {
  const { columns, rejected, rates, currencyOf } = common;
  const needed = currencyOf.map((currency, instrument) =>
    currency === undefined || wanted?.has(instrument) === false ? undefined : leastScales(),
  );
  const count = rows?.length ?? columns.count;
  for (let position = 0; position < count; position++) {
    const row = rows === undefined ? position : rows[position]!;
    const scales = needed[columns.instrument[row]!];
    if (scales !== undefined && rejected[row] === 0)
      widenScales(scales, columns, row, currencyOf[columns.instrument[row]!]!, rates);
  }
  linkScales(needed, columns);
  return needed;
}

/** Every instrument before its first transaction. */
export function replaysOf(common: CommonContext, needed: ScalesByInstrument): Replays {
  const replays: (InstrumentReplay | undefined)[] = [];
  const room = roomFor(needed, common.currencyOf, common.rates.baseCurrency);
  const context: ReplayContext = { ...common, replays, room };
  needed.forEach((scales, instrument) =>
    replays.push(scales && instrumentReplay(context, instrument, common.currencyOf[instrument]!, scales)),
  );
  return replays;
}

/** The second walk: the fold of the first `count` rows. */
export function foldRows(
  { columns, rejected, observer }: CommonContext,
  replays: Replays,
  rows: ArrayLike<number> | undefined,
  count: number,
): void {
  for (let position = 0; position < count; position++) {
    const row = rows === undefined ? position : rows[position]!;
    const replay = replays[columns.instrument[row]!];
    if (replay === undefined || rejected[row] !== 0) continue;
    if (observer === undefined) replayStep(replay, row);
    else observedStep(observer, replay, row);
  }
}

function observedStep(observer: ReplayObserver, replay: InstrumentReplay, row: number): void {
  observer.beforeStep(replay, row);
  replayStep(replay, row);
  observer.afterStep(replay, row);
}

/** Room for the histories of all instruments, each held in one account. */
function roomFor(
  needed: ScalesByInstrument,
  currencyOf: readonly (CurrencyCode | undefined)[],
  baseCurrency: CurrencyCode,
): NumberRoom {
  let doubles = 0;
  let words = 0;
  needed.forEach((scales, instrument) => {
    if (scales === undefined) return;
    const { rows, reductions } = scales;
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
