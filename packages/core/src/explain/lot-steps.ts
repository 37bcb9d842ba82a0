import type { Integer } from "../numbers/integer.ts";
import { asBigInt } from "../numbers/integer.ts";
import { toDecimalString } from "../numbers/fixed-point.ts";
import type { DecimalString } from "../numbers/decimal.ts";
import type { InstrumentReplay } from "../ledger/instrument-replay.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { replayUntil } from "../ledger/replay-until.ts";
import { totalOf } from "../lots/amount.ts";
import type { OpenLot } from "../lots/open-lot.ts";
import { kindCode } from "../transactions/transaction-columns.ts";

/** A lot as it was at one point: the row that acquired it, its units, and its cost in both currencies. */
export interface LotState {
  readonly row: number;
  readonly quantity: DecimalString;
  readonly cost: DecimalString;
  /** Undefined when a rate is missing. */
  readonly base: DecimalString | undefined;
}

/** A lot from which a step took units; `isWhole` when it was used up, `isAgain` when the step had taken from it before. */
export interface TakenLot extends LotState {
  readonly taken: DecimalString;
  readonly isWhole: boolean;
  readonly isAgain: boolean;
}

/** What each step of a ledger did to lots, by row. */
export interface LotSteps {
  /** Lots from which units were taken, in that order, each as it was just before. */
  readonly taken: ReadonlyMap<number, readonly TakenLot[]>;
  /** All open lots before the steps that concern every lot, by row and account: distributions and corporate actions. */
  readonly before: ReadonlyMap<string, readonly LotState[]>;
  /** All open lots after the steps from which on the cost in the base currency is known again. */
  readonly after: ReadonlyMap<string, readonly LotState[]>;
}

interface Step {
  readonly replay: InstrumentReplay;
  readonly row: number;
  readonly isBaseKnown: boolean;
  readonly seen: Set<OpenLot>;
}

/** The key of a step in one account's holding of one instrument. */
export function lotStepKey(row: number, instrument: number, account: number): string {
  return `${row} ${instrument} ${account}`;
}

const concernsAllLots = new Set([
  kindCode["return-of-capital"],
  kindCode.dividend,
  kindCode.accumulation,
  kindCode.merger,
  kindCode["spin-off"],
  kindCode["symbol-change"],
]);

/**
 * Replays a ledger and keeps what its steps took from lots. Average cost has no lots and leaves nothing here.
 *
 * Cost: O(transactions), and the open lots at each distribution and corporate action.
 */
export function lotSteps(ledger: Ledger): LotSteps {
  const taken = new Map<number, TakenLot[]>();
  const before = new Map<string, readonly LotState[]>();
  const after = new Map<string, readonly LotState[]>();
  let step: Step | undefined;
  replayUntil(ledger, Infinity, {
    beforeStep(replay, row) {
      const account = ledger.columns.account[row]!;
      step = { replay, row, isBaseKnown: replay.open[account]?.base !== undefined, seen: new Set() };
      if (!concernsAllLots.has(ledger.columns.kind[row]!)) return;
      replay.open.forEach((holding, position) => {
        const isMeant = position === account || ledger.columns.kind[row] === kindCode["symbol-change"];
        if (holding?.lots === undefined || !isMeant) return;
        const states = holding.lots.map((lot) => lotState(replay, lot));
        before.set(lotStepKey(row, replay.instrument, position), states);
      });
    },
    beforeTaking(lot, wanted) {
      const { replay, row, seen } = step!;
      const isWhole = wanted >= lot.quantity;
      const units = unitsOf(replay, isWhole ? lot.quantity : wanted);
      const lots = taken.get(row) ?? [];
      lots.push({ ...lotState(replay, lot), taken: units, isWhole, isAgain: seen.has(lot) });
      seen.add(lot);
      taken.set(row, lots);
    },
    afterStep(replay, row) {
      const account = ledger.columns.account[row]!;
      const holding = replay.open[account];
      if (step!.isBaseKnown || holding?.lots === undefined || holding.isBase || holding.base === undefined) return;
      const states = holding.lots.map((lot) => lotState(replay, lot));
      after.set(lotStepKey(row, replay.instrument, account), states);
    },
  });
  return { taken, before, after };
}

function lotState(replay: InstrumentReplay, { row, quantity, cost, base }: OpenLot): LotState {
  const { scales, isBase } = replay.amounts;
  const native = toDecimalString(totalOf(cost, replay.gap), scales.money);
  const inBase = base && toDecimalString(totalOf(base, replay.gap), scales.base);
  return { row, quantity: unitsOf(replay, quantity), cost: native, base: isBase ? native : inBase };
}

function unitsOf({ amounts }: InstrumentReplay, quantity: Integer): DecimalString {
  return toDecimalString(asBigInt(quantity), amounts.scales.quantity);
}
