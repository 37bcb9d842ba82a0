import { digitsOfAt, hasDecimal } from "../numbers/decimal-column.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import { holdingOf, type InstrumentReplay, raise, raiseMissingRate, reject } from "./instrument-replay.ts";
import { addUnits, type OpenHolding, removeUnits } from "./open-holding.ts";
import { grossAlone } from "./capital.ts";
import { addDisposal } from "./dispose.ts";
import { baseAmount, nativeAmount, statesAmount } from "./trade-amounts.ts";

/** Units arrive with what they cost: a purchase, a delivery, a reward. A negative quantity takes an earlier entry back. */
export function acquire(replay: InstrumentReplay, row: number): void {
  const { context, amounts } = replay;
  const { columns } = context;
  const holding = holdingOf(replay, columns.account[row]!);
  const quantity = digitsOfAt(columns.quantity, row, amounts.scales.quantity);
  const isTakenBack = quantity < 0n;
  if (isTakenBack && -quantity > holding.quantity) {
    return reject(
      replay,
      "oversold",
      row,
      "The correction takes back more than is held on this day, so it has no effect. Correct its quantity.",
    );
  }
  const [cost, base] = isReward(columns.kind[row]!) ? grossAlone(replay, row) : amountPaid(replay, row);
  if (cost === undefined || base === undefined) raiseMissingRate(replay, row);
  if (cost === undefined || (columns.kind[row] !== kindCode.buy && !statesAmount(columns, row))) {
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
  if (isTakenBack && -quantity === holding.quantity) return closeByCorrection(holding, row, quantity, cost ?? 0n, base);
  addUnits(holding, row, quantity, cost ?? 0n, base);
}

/** Coins received as income cost what they were worth; their fee and tax are paid from cash and are no cost. */
function isReward(kind: number): boolean {
  return kind === kindCode["staking-reward"] || kind === kindCode.airdrop;
}

function amountPaid({ amounts }: InstrumentReplay, row: number): [bigint | undefined, bigint | undefined] {
  const cost = nativeAmount(amounts, row, 1);
  return [cost, baseAmount(amounts, row, 1, cost)];
}

/** The last unit goes back for another amount than is left: no crumb of cost may stay, so the difference is realized. */
function closeByCorrection(
  holding: OpenHolding,
  row: number,
  quantity: bigint,
  cost: bigint,
  base: bigint | undefined,
): void {
  const { cost: left, base: baseLeft } = holding;
  if (left !== -cost)
    addDisposal(holding, row, 0n, { native: -cost, base: base && -base }, { native: left, base: baseLeft });
  removeUnits(holding, row, -quantity, { native: left, base: baseLeft });
}
