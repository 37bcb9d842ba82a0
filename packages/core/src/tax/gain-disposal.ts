import { type EpochDay, fromEpochDay } from "../calendar/plain-date.ts";
import { toDecimal } from "../numbers/fixed-point.ts";
import { divideHalfEven } from "../numbers/rounding.ts";
import type { AccountId } from "../transactions/account.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import { type ExactTrade, type ExactTrades, quantityIn } from "./exact-trades.ts";
import type { GainDisposal, GainMatch, HoldingPeriod, MatchRule } from "./tax-gains.ts";

/** A match in integers: common units, money at the scale of its rows. */
export interface ExactMatch {
  readonly rule: MatchRule;
  readonly transactions?: readonly TransactionId[];
  readonly acquired?: EpochDay;
  readonly heldSince?: EpochDay;
  readonly units: bigint;
  readonly cost: bigint;
  readonly proceeds: bigint;
  readonly denied?: bigint;
  readonly holdingPeriod?: HoldingPeriod;
  readonly replacements?: readonly ExactReplacement[];
}

/** A replacement of units sold at a loss, in integers. */
export interface ExactReplacement {
  readonly transaction: TransactionId;
  readonly acquired: EpochDay;
  readonly units: bigint;
  readonly denied: bigint;
  readonly isLost: boolean;
}

/** One disposal of one or more rows of a day, from its matches. */
export function gainDisposal(
  { money, instrument }: Pick<ExactTrades, "money" | "instrument">,
  rows: readonly ExactTrade[],
  matches: readonly ExactMatch[],
): GainDisposal {
  const { day, perUnit } = rows[0]!;
  const sum = (of: (match: ExactMatch) => bigint): bigint => matches.reduce((total, match) => total + of(match), 0n);
  const proceeds = sum((match) => match.proceeds);
  const cost = sum((match) => match.cost);
  const denied = sum((match) => match.denied ?? 0n);
  return {
    instrument: instrument!,
    transactions: rows.map(({ trade }) => trade.transaction),
    accounts: [...new Set<AccountId>(rows.map(({ trade }) => trade.account))],
    date: fromEpochDay(day),
    quantity: quantityIn(
      sum(({ units }) => units),
      perUnit,
    ),
    proceeds: toDecimal(proceeds, money),
    cost: toDecimal(cost, money),
    gain: toDecimal(proceeds - cost, money),
    deniedLoss: toDecimal(denied, money),
    recognizedGain: toDecimal(proceeds - cost + denied, money),
    matches: matches.map((match) => gainMatch(match, money, perUnit)),
  };
}

/** The proceeds of a disposal shared out over the units of its matches; the last one takes the remainder. */
export function proceedsByMatch(proceeds: bigint, units: readonly bigint[]): bigint[] {
  const whole = units.reduce((sum, part) => sum + part, 0n);
  let before = 0n;
  let given = 0n;
  return units.map((part) => {
    before += part;
    const upToHere = before === whole ? proceeds : divideHalfEven(proceeds * before, whole);
    const share = upToHere - given;
    given = upToHere;
    return share;
  });
}

/** A disposal of no units: capital paid back above the cost. */
export function capitalReturnDisposal(exact: ExactTrades, row: ExactTrade, excess: bigint): GainDisposal {
  return gainDisposal(exact, [row], [{ rule: "capital-return", units: 0n, cost: 0n, proceeds: excess }]);
}

function gainMatch(match: ExactMatch, money: number, perUnit: bigint): GainMatch {
  const day = (of: EpochDay | undefined): string | undefined => (of === undefined ? undefined : fromEpochDay(of));
  return {
    rule: match.rule,
    transactions: match.transactions ?? [],
    acquired: day(match.acquired),
    heldSince: day(match.heldSince ?? match.acquired),
    quantity: quantityIn(match.units, perUnit),
    cost: toDecimal(match.cost, money),
    proceeds: toDecimal(match.proceeds, money),
    gain: toDecimal(match.proceeds - match.cost, money),
    deniedLoss: toDecimal(match.denied ?? 0n, money),
    holdingPeriod: match.holdingPeriod,
    replacements: (match.replacements ?? []).map(({ transaction, acquired, units, denied, isLost }) => ({
      transaction,
      acquired: fromEpochDay(acquired),
      quantity: quantityIn(units, perUnit),
      deniedLoss: toDecimal(denied, money),
      isLost,
    })),
  };
}
