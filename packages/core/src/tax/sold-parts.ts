import type { EpochDay } from "../calendar/plain-date.ts";
import type { InstrumentReplay } from "../ledger/instrument-replay.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { replayUntil } from "../ledger/replay-until.ts";
import { totalOf } from "../lots/amount.ts";
import type { OpenLot } from "../lots/open-lot.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { asBigInt } from "../numbers/integer.ts";
import type { CostBasisMethod } from "../transactions/account.ts";
import { kindCode } from "../transactions/transaction-columns.ts";
import type { TransactionId } from "../transactions/transaction.ts";

/** What a disposal took from one lot, in the base currency; from the pool of average cost without an acquisition. */
export interface SoldPart {
  readonly rule: CostBasisMethod;
  readonly transaction: TransactionId | undefined;
  readonly acquired: EpochDay | undefined;
  readonly quantity: Decimal;
  /** Undefined where a rate is missing, and for the pool: all that the disposal cost. */
  readonly cost: Decimal | undefined;
}

/** A lot as it was before the step, and whether the step used it up. */
interface Touched {
  readonly quantity: bigint;
  readonly cost: bigint | undefined;
  isWhole: boolean;
}

/** The lots that sales and outgoing deliveries took from, by transaction, in that order. The ledger is replayed once. */
export function soldParts(ledger: Ledger): Map<TransactionId, readonly SoldPart[]> {
  const { columns, methods } = ledger;
  const parts = new Map<TransactionId, readonly SoldPart[]>();
  const touched = new Map<OpenLot, Touched>();
  let held = 0n;
  let current: InstrumentReplay | undefined;
  replayUntil(ledger, Infinity, {
    beforeStep(replay, row) {
      touched.clear();
      current = replay;
      held = heldIn(replay, columns.account[row]!);
    },
    beforeTaking(lot, wanted) {
      const known = touched.get(lot) ?? {
        quantity: asBigInt(lot.quantity),
        cost: costOf(current!, lot),
        isWhole: false,
      };
      known.isWhole ||= wanted >= lot.quantity;
      touched.set(lot, known);
    },
    afterStep(replay, row) {
      if (columns.kind[row] !== kindCode.sell && columns.kind[row] !== kindCode["delivery-out"]) return;
      const account = columns.account[row]!;
      const out = held - heldIn(replay, account);
      if (out <= 0n) return;
      const rule = methods[account]!;
      const lots = [...touched].map(([lot, before]) => lotPart(ledger, replay, rule, lot, before));
      parts.set(columns.ids[row]!, lots.length > 0 ? lots : [poolPart(replay, rule, out)]);
    },
  });
  return parts;
}

function heldIn(replay: InstrumentReplay, account: number): bigint {
  return asBigInt(replay.open[account]?.quantity ?? 0);
}

function costOf({ amounts, gap }: InstrumentReplay, { cost, base }: OpenLot): bigint | undefined {
  const counted = amounts.isBase ? cost : base;
  return counted && totalOf(counted, gap);
}

function lotPart(
  { columns }: Ledger,
  replay: InstrumentReplay,
  rule: CostBasisMethod,
  lot: OpenLot,
  before: Touched,
): SoldPart {
  const { scales } = replay.amounts;
  // A lot that was used up leaves as it is; of another one the step took the difference.
  const left = before.isWhole
    ? { quantity: 0n, cost: 0n }
    : { quantity: asBigInt(lot.quantity), cost: costOf(replay, lot) };
  const cost = before.cost === undefined || left.cost === undefined ? undefined : before.cost - left.cost;
  return {
    rule,
    transaction: columns.ids[lot.row]!,
    acquired: columns.day[lot.row]!,
    quantity: toDecimal(before.quantity - left.quantity, scales.quantity),
    cost: cost === undefined ? undefined : toDecimal(cost, scales.base),
  };
}

function poolPart({ amounts }: InstrumentReplay, rule: CostBasisMethod, out: bigint): SoldPart {
  const quantity = toDecimal(out, amounts.scales.quantity);
  return { rule, transaction: undefined, acquired: undefined, quantity, cost: undefined };
}
