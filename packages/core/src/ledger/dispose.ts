import { integerOfAt } from "../numbers/decimal-column.ts";
import { parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { asBigInt, type Integer, minus } from "../numbers/integer.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import { type Amount, dividedAmount } from "../lots/amount.ts";
import { costOut, quantityOut } from "./disposal-history.ts";
import { holdingOf, type InstrumentReplay, raise, raiseMissingRate, reject } from "./instrument-replay.ts";
import { addBookedDisposal, addDisposal, addLot, addUnits, type OpenHolding, record } from "./open-holding.ts";
import { relieve } from "./relieve.ts";
import { baseAmount, nativeAmount, statesAmount } from "./trade-amounts.ts";
import { rateOfRow } from "./transaction-rates.ts";

/** Units leave for proceeds: a sale or an outgoing delivery. A negative quantity takes an earlier sale back. */
export function dispose(replay: InstrumentReplay, row: number): void {
  const { columns } = replay.context;
  const holding = holdingOf(replay, columns.account[row]!);
  const quantity = quantityHeld(replay, row, holding);
  if (quantity === undefined) return;
  if (quantity < 0) takeBack(replay, row, holding, quantity);
  else relieve(replay, holding, quantity, row);
  record(holding, row, columns.day);
  if (columns.kind[row] === kindCode["delivery-out"] && !statesAmount(columns, row))
    return bookDeliveredValue(replay, row, holding);
  const native = nativeAmount(replay.amounts, row, -1);
  const base = holding.isBase ? undefined : baseAmount(replay.amounts, row, -1, native);
  if (native === undefined || (base === undefined && !holding.isBase)) raiseMissingRate(replay, row);
  if (native === undefined) return addDisposal(holding, costTakenOut(holding), optionalAmount(base));
  addBookedDisposal(holding, native, base);
}

/** The quantity a reduction asks for, or undefined when it is more than is held: then it has no effect at all. */
export function quantityHeld(replay: InstrumentReplay, row: number, holding: OpenHolding): Integer | undefined {
  const quantity = integerOfAt(replay.context.columns.quantity, row, replay.amounts.scales.quantity);
  if (quantity <= holding.quantity) return quantity;
  reject(
    replay,
    "oversold",
    row,
    "More is sold or moved out than is held on this day, so the transaction has no effect. Add the missing purchase or correct the quantity.",
  );
  return undefined;
}

/** The cost that comes back with a sale taken back: what the last sale took out, by quantity; without one its proceeds. */
function takeBack(replay: InstrumentReplay, row: number, holding: OpenHolding, quantity: Integer): void {
  const { history } = holding;
  const { entries } = history.disposals;
  const lastSale = entries.findLast((entry) => quantityOut(history.quantity, entry) > 0n);
  if (lastSale === undefined) {
    const native = nativeAmount(replay.amounts, row, -1);
    const base = holding.isBase ? undefined : baseAmount(replay.amounts, row, -1, native);
    return addUnits(
      holding,
      row,
      minus(0, quantity),
      minus(0, native ?? 0),
      base === undefined ? undefined : -base,
      false,
    );
  }
  const sold = quantityOut(history.quantity, lastSale);
  const part = (out: bigint): bigint => divideHalfEven(out * asBigInt(quantity), sold);
  const base = holding.isBase ? undefined : costOut(history.baseCost, lastSale);
  addLot(holding, {
    row: holding.row < 0 ? row : holding.row,
    quantity: minus(0, quantity),
    cost: dividedAmount(-part(costOut(history.cost, lastSale)!)),
    base: base === undefined ? undefined : dividedAmount(-part(base)),
    isIncomplete: false,
  });
}

/** A delivery that states nothing takes the market value handed in, else its own cost. */
function bookDeliveredValue(replay: InstrumentReplay, row: number, holding: OpenHolding): void {
  const { context, currency, amounts } = replay;
  const value = context.deliveryValues.get(row);
  if (value === undefined) {
    raise(
      replay,
      "missing-price",
      row,
      "A delivery out states no amount and no price is known on its day, so it is booked at cost. Add a price or an amount.",
    );
    return bookAtCost(holding);
  }
  const { money, base: baseScale } = amounts.scales;
  const { digits, scale } = parseFixedPoint(value);
  const native =
    scale <= money ? digits * powerOfTen(money - scale) : divideHalfEven(digits, powerOfTen(scale - money));
  const rate = amounts.isBase ? undefined : rateOfRow(context.columns, row, currency, context.rates);
  const base = rate && dividedAmount(native * rate.digits * powerOfTen(baseScale - money - rate.scale));
  addDisposal(holding, dividedAmount(native), base);
}

/** Without proceeds there is no gain: what came in is what it had cost. */
function bookAtCost(holding: OpenHolding): void {
  const { baseCost, rows } = holding.history;
  const base = costOut(baseCost, rows.length - 1);
  addDisposal(holding, costTakenOut(holding), optionalAmount(base));
}

/** What the last entry took out, in the instrument's currency. */
function costTakenOut({ history }: OpenHolding): Amount {
  return dividedAmount(costOut(history.cost, history.rows.length - 1)!);
}

function optionalAmount(divided: bigint | undefined): Amount | undefined {
  return divided === undefined ? undefined : dividedAmount(divided);
}
