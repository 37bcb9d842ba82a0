import { addDisposal } from "./dispose.ts";
import { holdingOf, type InstrumentReplay, raiseMissingRate } from "./instrument-replay.ts";
import { addUnits, record } from "./open-holding.ts";
import { baseAmount, nativeAmount } from "./trade-amounts.ts";

/** Lowers cost, never below 0; what exceeds the cost is gain of that day. */
export function returnCapital(replay: InstrumentReplay, row: number): void {
  const holding = holdingOf(replay, replay.context.columns.account[row]!);
  const [gross, baseGross] = grossAlone(replay, row);
  if (gross === undefined || baseGross === undefined) raiseMissingRate(replay, row);
  if (gross === undefined) return;
  const lowered = lesser(gross, holding.cost);
  const baseLowered =
    holding.isBase || baseGross === undefined || holding.base === undefined
      ? undefined
      : lesser(baseGross, holding.base);
  const above = gross - lowered;
  const baseAbove = baseGross === undefined || baseLowered === undefined ? undefined : baseGross - baseLowered;
  if (above > 0n || (baseAbove !== undefined && baseAbove > 0n))
    addDisposal(holding, row, 0n, { native: above, base: baseAbove }, { native: 0n, base: 0n });
  holding.cost -= lowered;
  holding.base = holding.base === undefined || baseLowered === undefined ? undefined : holding.base - baseLowered;
  record(holding, row);
}

/** Income kept by a fund raises the cost of what is held. */
export function accumulateIncome(replay: InstrumentReplay, row: number): void {
  const holding = holdingOf(replay, replay.context.columns.account[row]!);
  const [gross, baseGross] = grossAlone(replay, row);
  if (gross === undefined || baseGross === undefined) raiseMissingRate(replay, row);
  if (gross === undefined || holding.quantity === 0n) return;
  addUnits(holding, row, 0n, gross, baseGross);
}

/** Gross without charges, whatever the options say, in the instrument's and in the base currency. */
export function grossAlone(
  { amounts }: InstrumentReplay,
  row: number,
): [native: bigint | undefined, base: bigint | undefined] {
  const plain = { ...amounts, options: { ...amounts.options, feesInCost: false, taxesInCost: false } };
  const native = nativeAmount(plain, row, 1);
  return [native, baseAmount(plain, row, 1, native)];
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
