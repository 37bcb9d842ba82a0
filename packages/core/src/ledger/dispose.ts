import { digitsOfAt } from "../numbers/decimal-column.ts";
import { parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import { integerAt, pushInteger } from "../numbers/integer-list.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import { pushWideInteger, wideIntegerAt } from "../numbers/wide-integer-list.ts";
import { relieveAverageCost, relieveAverageCostRounded } from "../lots/average-cost.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import { holdingOf, type InstrumentReplay, raise, raiseMissingRate, reject } from "./instrument-replay.ts";
import { type MoneyPair, type OpenHolding, removeUnits } from "./open-holding.ts";
import { baseAmount, nativeAmount, statesAmount } from "./trade-amounts.ts";
import { rateOfRow } from "./transaction-rates.ts";

/** Units leave for proceeds: a sale or an outgoing delivery. A negative quantity takes an earlier sale back. */
export function dispose(replay: InstrumentReplay, row: number): void {
  const holding = holdingOf(replay, replay.context.columns.account[row]!);
  const quantity = quantityHeld(replay, row, holding);
  if (quantity === undefined) return;
  const relieved = quantity < 0n ? takenBack(replay, row, holding, quantity) : relieve(replay, holding, quantity);
  addDisposal(holding, row, quantity, proceedsOf(replay, row, relieved), relieved);
  removeUnits(holding, row, quantity, relieved);
}

/** The quantity a reduction asks for, or undefined when it is more than is held: then it has no effect at all. */
export function quantityHeld(replay: InstrumentReplay, row: number, holding: OpenHolding): bigint | undefined {
  const quantity = digitsOfAt(replay.context.columns.quantity, row, replay.amounts.scales.quantity);
  if (quantity <= holding.quantity) return quantity;
  reject(
    replay,
    "oversold",
    row,
    "More is sold or moved out than is held on this day, so the transaction has no effect. Add the missing purchase or correct the quantity.",
  );
  return undefined;
}

/** The cost that goes with a part of a holding. */
export function relieve({ context, amounts }: InstrumentReplay, holding: OpenHolding, sold: bigint): MoneyPair {
  if (sold === 0n) return { native: 0n, base: 0n };
  const { roundCostPerSale } = context.options;
  const { quantity, cost, base } = holding;
  const { money, base: baseScale } = amounts.scales;
  const native = share(cost, sold, quantity, money, roundCostPerSale);
  if (holding.isBase) return { native, base: native };
  return { native, base: base === undefined ? undefined : share(base, sold, quantity, baseScale, roundCostPerSale) };
}

function share(cost: bigint, sold: bigint, held: bigint, scale: number, digits: number | undefined): bigint {
  return digits === undefined
    ? relieveAverageCost(cost, sold, held)
    : relieveAverageCostRounded(cost, sold, held, scale, digits);
}

/** The cost that comes back with a sale taken back: what the last sale took out, by quantity; without one its proceeds. */
function takenBack(replay: InstrumentReplay, row: number, { history }: OpenHolding, quantity: bigint): MoneyPair {
  const { disposals } = history;
  for (let entry = disposals.rows.length - 1; entry >= 0; entry--) {
    const sold = integerAt(disposals.quantity, entry);
    if (sold <= 0n) continue;
    const base = wideIntegerAt(disposals.baseCost, entry);
    return {
      native: divideHalfEven(wideIntegerAt(disposals.cost, entry)! * quantity, sold),
      base: base === undefined ? undefined : divideHalfEven(base * quantity, sold),
    };
  }
  const cost = nativeAmount(replay.amounts, row, -1);
  return { native: cost ?? 0n, base: baseAmount(replay.amounts, row, -1, cost) };
}

/** What a disposal brings in; a delivery that states nothing takes the market value handed in, else its own cost. */
function proceedsOf(replay: InstrumentReplay, row: number, relieved: MoneyPair): MoneyPair {
  const { context, amounts } = replay;
  if (context.columns.kind[row] === kindCode["delivery-out"] && !statesAmount(context.columns, row))
    return deliveredValue(replay, row, relieved);
  const native = nativeAmount(amounts, row, -1);
  const base = baseAmount(amounts, row, -1, native);
  if (native === undefined || base === undefined) raiseMissingRate(replay, row);
  return { native: native ?? relieved.native, base };
}

function deliveredValue(replay: InstrumentReplay, row: number, relieved: MoneyPair): MoneyPair {
  const { context, currency, amounts } = replay;
  const value = context.deliveryValues.get(row);
  if (value === undefined) {
    raise(
      replay,
      "missing-price",
      row,
      "A delivery out states no amount and no price is known on its day, so it is booked at cost. Add a price or an amount.",
    );
    return relieved;
  }
  const { money, base: baseScale } = amounts.scales;
  const { digits, scale } = parseFixedPoint(value);
  const native =
    scale <= money ? digits * powerOfTen(money - scale) : divideHalfEven(digits, powerOfTen(scale - money));
  if (amounts.isBase) return { native, base: native };
  const rate = rateOfRow(context.columns, row, currency, context.rates);
  return { native, base: rate && native * rate.digits * powerOfTen(baseScale - money - rate.scale) };
}

/** Writes a disposal into the history: what came in and what it had cost. */
export function addDisposal(
  { history, isBase }: OpenHolding,
  row: number,
  quantity: bigint,
  proceeds: MoneyPair,
  cost: MoneyPair,
): void {
  const { disposals } = history;
  disposals.rows.push(row);
  pushInteger(disposals.quantity, quantity);
  pushWideInteger(disposals.proceeds, proceeds.native);
  pushWideInteger(disposals.cost, cost.native);
  if (isBase) return;
  pushWideInteger(disposals.baseProceeds, proceeds.base);
  pushWideInteger(disposals.baseCost, cost.base);
}
