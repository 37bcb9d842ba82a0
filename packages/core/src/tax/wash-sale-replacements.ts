import type { EpochDay } from "../calendar/plain-date.ts";
import type { TransactionId } from "../transactions/transaction.ts";
import type { ExactTrade } from "./exact-trades.ts";
import { takeFromTaxLot, type TaxLotUnits } from "./tax-lots.ts";

/** Purchases so many days before or after a sale at a loss replace what it sold. */
const windowDays = 30;

/** Units chosen to replace sold ones; `bear` gives them the disallowed loss and the days the sold units were held. */
export interface ReplacementUnits {
  readonly transaction: TransactionId;
  readonly acquired: EpochDay;
  readonly units: bigint;
  readonly isLost: boolean;
  readonly bear: (denied: bigint, heldDays: number) => void;
}

/** Which purchases may still replace something, each unit once. */
export interface ReplacementPool {
  /** The lots of a purchase when its row comes: the parts that already replace something first. */
  readonly arrive: (row: ExactTrade, lot: TaxLotUnits) => TaxLotUnits[];
  /** Units bought within the window of a sale, earliest purchase first, out of open lots and later purchases. */
  readonly take: (
    lots: TaxLotUnits[],
    day: EpochDay,
    wanted: bigint,
    sold: ReadonlySet<TransactionId>,
  ) => ReplacementUnits[];
}

/** A purchase that is not a lot yet, or never becomes one because its account is registered. */
interface Ahead {
  readonly row: ExactTrade;
  readonly isLost: boolean;
  free: bigint;
  readonly parts: { readonly units: bigint; readonly denied: bigint; readonly heldDays: number }[];
}

/** Keeps account of what every purchase has already replaced. */
export function replacementPool(rows: readonly ExactTrade[], sameLotCounts: boolean): ReplacementPool {
  const ahead: Ahead[] = rows
    .filter(({ trade }) => trade.kind === "acquisition")
    .map((row) => ({ row, isLost: row.trade.treatment === "registered", free: row.units, parts: [] }));
  const arrived = new Map<ExactTrade, Ahead>(ahead.map((purchase) => [purchase.row, purchase]));
  return {
    arrive(row, lot) {
      const purchase = arrived.get(row)!;
      purchase.free = 0n;
      const parts = purchase.parts.map(({ units, denied, heldDays }) => replacing(lot, units, denied, heldDays));
      return lot.units > 0n ? [...parts, lot] : parts;
    },
    take(lots, day, wanted, sold) {
      const held = inWindow(lots, day, ({ acquired }) => acquired)
        .filter((lot) => !lot.isReplacement && (sameLotCounts || !sold.has(lot.transaction)))
        .map((lot) => ({
          acquired: lot.acquired,
          free: lot.units,
          choose: (units: bigint) => ofLot(lots, lot, units),
        }));
      const others = inWindow(ahead, day, ({ row }) => row.day)
        .filter(({ free }) => free > 0n)
        .map((purchase) => ({
          acquired: purchase.row.day,
          free: purchase.free,
          choose: (units: bigint) => ofPurchase(purchase, units),
        }));
      const candidates = [...held, ...others].sort((a, b) => a.acquired - b.acquired);
      const chosen: ReplacementUnits[] = [];
      let rest = wanted;
      for (const { free, choose } of candidates) {
        if (rest === 0n) break;
        const units = free < rest ? free : rest;
        rest -= units;
        chosen.push(choose(units));
      }
      return chosen;
    },
  };
}

/** The part of a list in day order that lies in the window of a sale. */
function inWindow<Item>(items: readonly Item[], day: EpochDay, dayOf: (item: Item) => EpochDay): Item[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dayOf(items[middle]!) < day - windowDays) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < items.length && dayOf(items[end]!) <= day + windowDays) end++;
  return items.slice(low, end);
}

/** A part of a lot becomes a replacement: it stands before the rest of the lot. */
function replacing(lot: TaxLotUnits, units: bigint, denied: bigint, heldDays: number): TaxLotUnits {
  const part = takeFromTaxLot(lot, units);
  return { ...part, cost: part.cost + denied, heldSince: lot.acquired - heldDays, isReplacement: true };
}

function ofLot(lots: TaxLotUnits[], lot: TaxLotUnits, units: bigint): ReplacementUnits {
  const { transaction, acquired } = lot;
  const bear = (denied: bigint, heldDays: number): void => {
    const part = replacing(lot, units, denied, heldDays);
    const at = lots.indexOf(lot);
    lots.splice(at, lot.units === 0n ? 1 : 0, part);
  };
  return { transaction, acquired, units, isLost: false, bear };
}

function ofPurchase(purchase: Ahead, units: bigint): ReplacementUnits {
  const { row, isLost, parts } = purchase;
  purchase.free -= units;
  return {
    transaction: row.trade.transaction,
    acquired: row.day,
    units,
    isLost,
    bear: (denied, heldDays) => void parts.push({ units, denied, heldDays }),
  };
}
