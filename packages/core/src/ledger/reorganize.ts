import { digitsOfAt, hasDecimal } from "../numbers/decimal-column.ts";
import { parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { asBigInt, type Integer, minus, toInteger } from "../numbers/integer.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import { addAmount, type Amount, dividedAmount, noAmount, totalOf } from "../lots/amount.ts";
import type { LotPart, OpenLot } from "../lots/open-lot.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import { carriedCost } from "./carried-cost.ts";
import { type Fraction, proportionMoved } from "./cost-proportion.ts";
import { holdingOf, type InstrumentReplay, raise, raiseMissingRate, reject } from "./instrument-replay.ts";
import { addDisposal, addLot, type OpenHolding, record } from "./open-holding.ts";
import { takeParts } from "./relieve.ts";
import { baseAmount, nativeAmount } from "./trade-amounts.ts";

/**
 * Corporate actions that lead from one instrument to another: lots move over with their acquisition and their share of
 * the cost. A symbol change concerns every account; a merger or spin-off the account that lists it.
 */
export function reorganize(replay: InstrumentReplay, row: number): void {
  const { columns, replays } = replay.context;
  const to = replays[columns.instruments.indexOf(columns.details.get(row)?.toInstrument ?? "")];
  if (to === undefined || to === replay) {
    return reject(
      replay,
      "unsupported-kind",
      row,
      "The corporate action names no other instrument that exists, so it has no effect. Choose the new instrument.",
    );
  }
  if (columns.kind[row] === kindCode["symbol-change"]) return renameAll(replay, to, row);
  const from = holdingOf(replay, columns.account[row]!);
  if (from.quantity === 0) {
    return reject(
      replay,
      "oversold",
      row,
      "Nothing of the instrument is held on this day, so its corporate action has no effect. Add the missing purchase.",
    );
  }
  const units = unitsReceived(replay, to, row, from.quantity);
  if (columns.kind[row] === kindCode["spin-off"]) spinOff(replay, to, row, from, units);
  else merge(replay, to, row, from, units);
}

function renameAll(replay: InstrumentReplay, to: InstrumentReplay, row: number): void {
  const { columns } = replay.context;
  replay.open.forEach((from, account) => {
    if (from === undefined || from.quantity === 0) return;
    const units = rescaled(from.quantity, replay, to);
    const parts = takeParts(replay, from, from.quantity, row);
    record(from, row, columns.day);
    arrive(replay, to, account, row, parts, units);
  });
}

/** Units of the new instrument: as stated, else by the ratio; undefined when neither is there. */
function unitsReceived(
  { context, amounts }: InstrumentReplay,
  to: InstrumentReplay,
  row: number,
  held: Integer,
): Integer | undefined {
  const { columns } = context;
  const scale = to.amounts.scales.quantity;
  if (hasDecimal(columns.quantity, row)) return toInteger(digitsOfAt(columns.quantity, row, scale));
  const ratio = columns.details.get(row)?.ratio;
  if (ratio === undefined) return undefined;
  const [numerator, denominator] = [parseFixedPoint(ratio.numerator), parseFixedPoint(ratio.denominator)];
  const times = numerator.digits * powerOfTen(denominator.scale) * powerOfTen(scale);
  const by = denominator.digits * powerOfTen(numerator.scale) * powerOfTen(amounts.scales.quantity);
  return by <= 0n ? undefined : toInteger(divideHalfEven(asBigInt(held) * times, by));
}

/** A part of each lot's cost goes over; the units stay. */
function spinOff(
  replay: InstrumentReplay,
  to: InstrumentReplay,
  row: number,
  from: OpenHolding,
  units: Integer | undefined,
): void {
  const { columns } = replay.context;
  if (units === undefined || units === 0) {
    // A part of the cost would go to units that are not there, and be lost.
    return reject(
      replay,
      "unsupported-kind",
      row,
      "The spin-off brings no units, so it has no effect. Enter the ratio or the quantity received.",
    );
  }
  const proportion = proportionMoved(replay, to, row, from.quantity, units);
  if (proportion === undefined) {
    raise(
      replay,
      "missing-cost",
      row,
      "The spin-off states no cost proportion and no closes are known on its day, so all of the cost stays with the old instrument. Enter the proportion.",
    );
  }
  const { gap } = replay;
  const { row: oldest, quantity, cost, isIncomplete } = from;
  const pool = { row: oldest, quantity, cost, base: from.isBase ? undefined : from.base, isIncomplete };
  const lots: readonly OpenLot[] = from.lots ?? [pool];
  const parts = lots.map((lot) => ({ ...lot, ...splitOff(lot, proportion ?? none, gap) }));
  if (from.lots !== undefined) sumUp(from, from.lots);
  record(from, row, columns.day);
  arrive(replay, to, columns.account[row]!, row, parts, units);
}

/** The old units go; the new ones take over the cost, less the share that a cash part pays for. */
function merge(
  replay: InstrumentReplay,
  to: InstrumentReplay,
  row: number,
  from: OpenHolding,
  units: Integer | undefined,
): void {
  const { context, grossAmounts, gap } = replay;
  const { columns } = context;
  const gross = nativeAmount(grossAmounts, row, 1);
  if (gross === undefined) raiseMissingRate(replay, row);
  const hasCash = gross !== undefined && gross !== 0;
  if ((units === undefined || units === 0) && !hasCash) {
    return reject(
      replay,
      "unsupported-kind",
      row,
      "The merger brings neither units nor an amount, so it has no effect. Enter what was received, or a sale at price 0 if it was nothing.",
    );
  }
  const proportion = mergedProportion(replay, to, row, from, units, hasCash);
  const parts = takeParts(replay, from, from.quantity, row);
  if (!hasCash) {
    record(from, row, columns.day);
    return arrive(replay, to, columns.account[row]!, row, parts, units!);
  }
  const moved = parts.map((part) => ({ ...part, ...splitOff(part, proportion, gap) }));
  const rest = restOf(parts);
  const isAllCash = units === undefined || units === 0;
  // What moves over goes first, as an entry of its own, so that the disposal is of the cash part alone.
  if (!isAllCash) {
    from.cost = { ...rest.cost };
    if (!from.isBase) from.base = rest.base && { ...rest.base };
    record(from, row, columns.day);
    from.cost = noAmount();
    if (!from.isBase) from.base = noAmount();
  }
  record(from, row, columns.day);
  const base = from.isBase ? undefined : baseAmount(grossAmounts, row, 1, gross);
  if (base === undefined && !from.isBase) raiseMissingRate(replay, row);
  addDisposal(from, { booked: gross, divided: 0n }, base === undefined ? undefined : dividedAmount(base));
  if (!isAllCash) arrive(replay, to, columns.account[row]!, row, moved, units);
}

const whole: Fraction = { numerator: 1n, denominator: 1n };
const none: Fraction = { numerator: 0n, denominator: 1n };

function mergedProportion(
  replay: InstrumentReplay,
  to: InstrumentReplay,
  row: number,
  from: OpenHolding,
  units: Integer | undefined,
  hasCash: boolean,
): Fraction {
  if (!hasCash) return whole;
  if (units === undefined || units === 0) return none;
  const proportion = proportionMoved(replay, to, row, from.quantity, units);
  if (proportion !== undefined) return proportion;
  raise(
    replay,
    "missing-price",
    row,
    "The merger pays cash beside new units, and no close of the new instrument is known on its day, so all of the cost goes with the new units. Add a price or the cost proportion.",
  );
  return whole;
}

/** Takes a proportion of a lot's cost out of it, rounded half-even at the money scale. */
function splitOff(
  lot: Pick<OpenLot, "cost" | "base">,
  { numerator, denominator }: Fraction,
  gap: bigint,
): { cost: Amount; base: Amount | undefined } {
  const take = (amount: Amount): Amount => {
    const total = totalOf(amount, gap);
    const moved = divideHalfEven(total * numerator, denominator);
    amount.booked = 0;
    amount.divided = total - moved;
    return dividedAmount(moved);
  };
  return { cost: take(lot.cost), base: lot.base && take(lot.base) };
}

function sumUp(holding: OpenHolding, lots: readonly OpenLot[]): void {
  const { cost, base } = restOf(lots);
  holding.cost = cost;
  if (!holding.isBase) holding.base = base;
}

function restOf(parts: readonly LotPart[]): { cost: Amount; base: Amount | undefined } {
  const cost = noAmount();
  let base: Amount | undefined = noAmount();
  for (const part of parts) {
    addAmount(cost, part.cost);
    if (part.base === undefined) base = undefined;
    else if (base !== undefined) addAmount(base, part.base);
  }
  return { cost, base };
}

/** Lots arrive at the new instrument in so many units; each gets its share of them by quantity. */
function arrive(
  from: InstrumentReplay,
  to: InstrumentReplay,
  account: number,
  row: number,
  parts: readonly LotPart[],
  units: Integer,
): void {
  if (units === 0) return;
  const holding = holdingOf(to, account);
  const old = parts.reduce((sum, { quantity }) => sum + asBigInt(quantity), 0n);
  let before = 0n;
  let given: Integer = 0;
  for (const part of parts) {
    before += asBigInt(part.quantity);
    const upToHere = toInteger(divideHalfEven(asBigInt(units) * before, old));
    const carried = carriedCost(from, to, row, part);
    if (carried.cost === undefined) raiseMissingRate(to, row);
    addLot(holding, {
      row: part.row,
      quantity: minus(upToHere, given),
      cost: carried.cost ?? noAmount(),
      base: carried.base,
      isIncomplete: part.isIncomplete || carried.cost === undefined,
    });
    given = upToHere;
  }
  record(holding, row, from.context.columns.day);
}

function rescaled(quantity: Integer, from: InstrumentReplay, to: InstrumentReplay): Integer {
  return toInteger(asBigInt(quantity) * powerOfTen(to.amounts.scales.quantity - from.amounts.scales.quantity));
}
