import type { EpochDay } from "../calendar/plain-date.ts";
import { digitsAt, parseFixedPoint, powerOfTen } from "../numbers/fixed-point.ts";
import type { AccountId } from "../transactions/account.ts";
import type { LotChoice, TransactionId } from "../transactions/transaction.ts";
import { type ExactTrade, shareOf } from "./exact-trades.ts";

/** Units of one acquisition that are still held; rules write to it. */
export interface TaxLotUnits {
  readonly transaction: TransactionId;
  account: AccountId;
  readonly acquired: EpochDay;
  readonly heldSince: EpochDay;
  units: bigint;
  cost: bigint;
  /** They replaced units that were sold at a loss, and cannot do so again. */
  readonly isReplacement: boolean;
}

/** What a reduction took from a lot, and whether it was named. */
export interface TakenUnits extends TaxLotUnits {
  readonly isNamed: boolean;
}

/** A lot of an acquisition. */
export function lotOfRow({ trade, day, units, amount }: ExactTrade): TaxLotUnits {
  const { transaction, account } = trade;
  return { transaction, account, acquired: day, heldSince: day, units, cost: amount, isReplacement: false };
}

/** Units of the lots a rule may take from. */
export function unitsOfLots(lots: readonly TaxLotUnits[], account?: AccountId): bigint {
  return lots.reduce((sum, lot) => sum + (account === undefined || lot.account === account ? lot.units : 0n), 0n);
}

/** Puts a lot behind all that were acquired before it or on its day. */
export function insertTaxLot(lots: TaxLotUnits[], lot: TaxLotUnits): void {
  let at = lots.length;
  while (at > 0 && lots[at - 1]!.acquired > lot.acquired) at--;
  lots.splice(at, 0, lot);
}

/** Takes up to so many units with their share of the cost out of a lot; a lot that is used up gives all of it. */
export function takeFromTaxLot(lot: TaxLotUnits, wanted: bigint): TaxLotUnits {
  const units = wanted < lot.units ? wanted : lot.units;
  const cost = shareOf(lot.cost, units, lot.units);
  lot.units -= units;
  lot.cost -= cost;
  return { ...lot, units, cost };
}

/**
 * Takes units from lots: first the named ones, then the oldest first. The units are there.
 *
 * `isAmbiguous` when lots were named and do not come to the quantity, or are not held.
 */
export function takeUnits(
  lots: TaxLotUnits[],
  { trade, perUnit }: ExactTrade,
  wanted: bigint,
  account?: AccountId,
): { readonly taken: TakenUnits[]; readonly isAmbiguous: boolean } {
  const choices = "lots" in trade ? (trade.lots ?? []) : [];
  const taken: TakenUnits[] = [];
  let rest = wanted;
  let isAmbiguous = false;
  const take = (lot: TaxLotUnits, most: bigint, isNamed: boolean): bigint => {
    const part = takeFromTaxLot(lot, most < rest ? most : rest);
    if (part.units > 0n) taken.push({ ...part, isNamed });
    rest -= part.units;
    return part.units;
  };
  for (const choice of choices) {
    let named = unitsOfChoice(choice, perUnit);
    for (const lot of lots)
      if (isOpen(lot, account) && lot.transaction === choice.transaction && named > 0n) named -= take(lot, named, true);
    isAmbiguous ||= named > 0n;
  }
  isAmbiguous ||= choices.length > 0 && rest > 0n;
  for (const lot of lots) {
    if (rest === 0n) break;
    if (isOpen(lot, account)) take(lot, lot.units, false);
  }
  dropEmpty(lots);
  return { taken, isAmbiguous };
}

function isOpen(lot: TaxLotUnits, account: AccountId | undefined): boolean {
  return lot.units > 0n && (account === undefined || lot.account === account);
}

function dropEmpty(lots: TaxLotUnits[]): void {
  let kept = 0;
  for (const lot of lots) if (lot.units > 0n) lots[kept++] = lot;
  lots.length = kept;
}

/** A named quantity in common units; what is finer than they are is cut off. */
function unitsOfChoice({ quantity }: LotChoice, perUnit: bigint): bigint {
  const { digits, scale } = parseFixedPoint(quantity);
  return (digitsAt({ digits, scale }, scale) * perUnit) / powerOfTen(scale);
}

/** Changes the cost of lots pro rata by quantity: lowers it, not below 0 in any lot, and answers what is left over. */
export function changeLotCosts(
  lots: readonly TaxLotUnits[],
  amount: bigint,
  direction: "lower" | "raise",
): { readonly excess: bigint } {
  const whole = lots.reduce((sum, { units }) => sum + units, 0n);
  let [before, given, excess] = [0n, 0n, 0n];
  for (const lot of lots) {
    before += lot.units;
    const upToHere = shareOf(amount, before, whole);
    const share = upToHere - given;
    given = upToHere;
    if (direction === "raise") lot.cost += share;
    else {
      const lowered = share > lot.cost ? lot.cost : share;
      lot.cost -= lowered;
      excess += share - lowered;
    }
  }
  return { excess };
}
