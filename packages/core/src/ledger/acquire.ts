import { hasDecimal, integerOfAt } from "../numbers/decimal-column.ts";
import { asBigInt, type Integer, minus, plus } from "../numbers/integer.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import { bookedAmount, dividedAmount, totalOf } from "./amount.ts";
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
  if (cost === undefined || (kind !== kindCode.buy && !statesAmount(columns, row))) {
    holding.isIncomplete = true;
    if (cost !== undefined && hasDecimal(columns.quantity, row)) {
      raise(
        replay,
        "missing-cost",
        row,
        "Units arrived without a cost, so cost and gain of this holding are incomplete. Enter what they cost.",
      );
    }
  }
  if (isTakenBack && left === 0) return closeByCorrection(replay, holding, row, cost ?? 0, base);
  addUnits(holding, quantity, cost ?? 0, base);
  record(holding, row, columns.day);
}

/** Coins received as income cost what they were worth; their fee and tax are paid from cash and are no cost. */
function isReward(kind: number): boolean {
  return kind === kindCode["staking-reward"] || kind === kindCode.airdrop;
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
