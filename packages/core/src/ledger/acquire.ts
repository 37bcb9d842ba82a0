import { hasDecimal, integerOfAt } from "../numbers/decimal-column.ts";
import { asBigInt, type Integer, minus, plus } from "../numbers/integer.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import { bookedAmount, dividedAmount, subtractAmount, totalOf } from "../lots/amount.ts";
import type { OpenLot } from "../lots/open-lot.ts";
import { takeLots } from "../lots/take-lots.ts";
import { costRounding } from "./chosen-parts.ts";
import { holdingOf, type InstrumentReplay, raise, raiseMissingRate, reject } from "./instrument-replay.ts";
import { addDisposal, addUnits, clearUnits, type OpenHolding, record } from "./open-holding.ts";
import { baseAmount, nativeAmount, statesAmount } from "./trade-amounts.ts";

/** Units arrive with what they cost: a purchase, a delivery, a reward. A negative quantity takes an earlier entry back. */
export function acquire(replay: InstrumentReplay, row: number): void {
  const { columns } = replay.context;
  const kind = columns.kind[row]!;
  const holding = holdingOf(replay, columns.account[row]!);
  const quantity = integerOfAt(columns.quantity, row, replay.amounts.scales.quantity);
  const isTakenBack = quantity < 0;
  const left = plus(holding.quantity, quantity);
  if (isTakenBack && left < 0) {
    return reject(
      replay,
      "oversold",
      row,
      "The correction takes back more than is held on this day, so it has no effect. Correct its quantity.",
    );
  }
  const amounts = isReward(kind) ? replay.grossAmounts : replay.amounts;
  const cost = nativeAmount(amounts, row, 1);
  const base = holding.isBase ? undefined : baseAmount(amounts, row, 1, cost);
  if (cost === undefined || (base === undefined && !holding.isBase)) raiseMissingRate(replay, row);
  const isIncomplete = cost === undefined || !statesAmount(columns, row);
  if (isIncomplete && cost !== undefined && hasDecimal(columns.quantity, row)) {
    raise(
      replay,
      "missing-cost",
      row,
      "Units arrived without a cost, so cost and gain of this holding are incomplete. Enter what they cost.",
    );
  }
  if (isTakenBack && left === 0) return closeByCorrection(replay, holding, row, cost ?? 0, base);
  if (isTakenBack && holding.lots !== undefined) takeLotsBack(replay, holding, holding.lots, quantity, cost ?? 0, base);
  else addUnits(holding, row, quantity, cost ?? 0, base, isIncomplete);
  record(holding, row, columns.day);
}

/** Coins received as income cost what they were worth; their fee and tax are paid from cash and are no cost. */
function isReward(kind: number): boolean {
  return kind === kindCode["staking-reward"] || kind === kindCode.airdrop;
}

/** The newest lots shrink; what the correction states beyond their cost stays with the newest lot that is left. */
function takeLotsBack(
  replay: InstrumentReplay,
  holding: OpenHolding,
  lots: OpenLot[],
  quantity: Integer,
  cost: Integer,
  base: bigint | undefined,
): void {
  const before = totalOf(holding.cost, replay.gap);
  const baseBefore = holding.base && totalOf(holding.base, replay.gap);
  for (const part of takeLots(lots, minus(0, quantity), "lifo", costRounding(replay))) {
    subtractAmount(holding.cost, part.cost);
    if (holding.base !== undefined && part.base !== undefined) subtractAmount(holding.base, part.base);
  }
  holding.quantity = plus(holding.quantity, quantity);
  const newest = lots.at(-1)!;
  const missing = before + asBigInt(cost) * replay.gap - totalOf(holding.cost, replay.gap);
  for (const amount of [newest.cost, holding.cost]) amount.divided += missing;
  if (holding.isBase || holding.base === undefined) return;
  if (base === undefined || baseBefore === undefined || newest.base === undefined) {
    holding.base = undefined;
    newest.base = undefined;
    return;
  }
  const baseMissing = baseBefore + base - totalOf(holding.base, replay.gap);
  for (const amount of [newest.base, holding.base]) amount.divided += baseMissing;
}

/** The last unit goes back for another amount than is left: no crumb of cost may stay, so the difference is realized. */
function closeByCorrection(
  { context: { columns }, gap }: InstrumentReplay,
  holding: OpenHolding,
  row: number,
  paid: Integer,
  base: bigint | undefined,
): void {
  const isExact = totalOf(holding.cost, gap) === -asBigInt(paid) * gap;
  if (!isExact) {
    // The units go first, as an entry of their own, so that the disposal is one of cost alone.
    holding.quantity = 0;
    record(holding, row, columns.day);
  }
  clearUnits(holding);
  record(holding, row, columns.day);
  if (isExact) return;
  addDisposal(holding, bookedAmount(minus(0, paid)), base === undefined ? undefined : dividedAmount(-base));
}
