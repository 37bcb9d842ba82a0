import type { CurrencyCode } from "../money/currency.ts";
import { powerOfTen } from "../numbers/fixed-point.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import { acquire } from "./acquire.ts";
import { accumulateIncome, returnCapital } from "./capital.ts";
import { dispose } from "./dispose.ts";
import type { InstrumentLedger } from "./holding-history.ts";
import type { InstrumentReplay, ReplayContext } from "./instrument-replay.ts";
import { reorganize } from "./reorganize.ts";
import { applySplit } from "./split.ts";
import { type NeededScales, tradeAmounts } from "./trade-amounts.ts";
import { transfer } from "./transfer.ts";

/** The state of one instrument before its first transaction. */
export function instrumentReplay(
  context: ReplayContext,
  instrument: number,
  currency: CurrencyCode,
  needed: NeededScales,
): InstrumentReplay {
  const amounts = tradeAmounts(context.columns, needed, currency, context.options, context.rates);
  return {
    context,
    instrument,
    currency,
    amounts,
    grossAmounts: { ...amounts, options: { ...amounts.options, feesInCost: false, taxesInCost: false } },
    histories: [],
    open: [],
    lastSplit: undefined,
    gap: powerOfTen(amounts.scales.money - amounts.scales.booked),
    expected: needed,
  };
}

/** The result of the fold over an instrument's transactions. */
export function instrumentLedger({ instrument, amounts, histories }: InstrumentReplay): InstrumentLedger {
  return { instrument, scales: amounts.scales, holdings: histories };
}

/**
 * One step of the fold: applies a transaction to its instrument over all accounts.
 *
 * Instruments do not depend on each other, but where a corporate action leads from one to another. Never stops: what cannot be applied is rejected whole, with an issue.
 */
export function replayStep(replay: InstrumentReplay, row: number): void {
  const { columns, options } = replay.context;
  switch (columns.kind[row]) {
    case kindCode.buy:
    case kindCode["delivery-in"]:
    case kindCode["staking-reward"]:
    case kindCode.airdrop:
      return acquire(replay, row);
    case kindCode.sell:
    case kindCode["delivery-out"]:
      return dispose(replay, row);
    case kindCode.split:
      return applySplit(replay, row);
    case kindCode["transfer-out"]:
    case kindCode["transfer-in"]:
      return transfer(replay, row);
    case kindCode.dividend:
      return options.dividendReducesCost ? returnCapital(replay, row) : undefined;
    case kindCode["return-of-capital"]:
      return returnCapital(replay, row);
    case kindCode.accumulation:
      return accumulateIncome(replay, row);
    case kindCode.merger:
    case kindCode["spin-off"]:
    case kindCode["symbol-change"]:
      return reorganize(replay, row);
    default:
      return undefined;
  }
}
