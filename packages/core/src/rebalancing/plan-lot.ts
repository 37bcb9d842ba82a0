import { addMonths } from "../calendar/add-months.ts";
import type { InstrumentId } from "../instrument/instrument.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { exactProduct } from "../numbers/exact-product.ts";
import { exactDifference, exactSum } from "../numbers/exact-sum.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { amountOf } from "./exact-amount.ts";
import type { RebalanceLot, TaxPreference } from "./rebalance-input.ts";

/** What a sale of a lot comes to, in the order in which lots are sold. */
export type LotClass = (typeof lotClasses)[number];

/** Losses first, then gains on what was held for long, then other gains. */
export const lotClasses = ["loss", "long-held", "short-held"] as const;

/** A lot whose cost is known, with what selling it would realize. */
export interface PlanLot {
  readonly lot: RebalanceLot;
  readonly quantity: Decimal;
  readonly baseCost: Decimal;
  /** Gain of one unit in the base currency, before fees. */
  readonly unitGain: Decimal;
  /** The same as a fraction of what it brings in, to compare instruments. */
  readonly gainRate: Decimal;
  readonly class: LotClass;
}

/**
 * The lots of a holding in the order in which they would be sold: by class, then the smallest gain per amount sold.
 *
 * @throws {PortfolioError} `invalid-decimal`: a number is no decimal or below 0, or the lots are more than the quantity
 */
export function planLots(
  instrument: InstrumentId,
  quantity: Decimal,
  lots: readonly RebalanceLot[],
  basePrice: Decimal,
  tax: TaxPreference,
): PlanLot[] {
  const all = exactSum(lots.map((lot) => amountOf(lot.quantity, `A lot of "${instrument}"`)));
  if (all.gt(quantity))
    throw new PortfolioError(
      "invalid-decimal",
      `The lots of "${instrument}" are ${all} units of ${quantity}. Give those held.`,
      {
        value: all.toFixed(),
      },
    );
  return lots
    .filter((lot) => !amountOf(lot.quantity, "A lot").isZero() && lot.baseCostBasis !== undefined)
    .map((lot) => planLot(lot, basePrice, tax))
    .toSorted(comparePlanLots);
}

function planLot(lot: RebalanceLot, basePrice: Decimal, { on, longHeldMonths }: TaxPreference): PlanLot {
  const quantity = amountOf(lot.quantity, "A lot");
  const baseCost = amountOf(lot.baseCostBasis!, `The cost of the lot "${lot.transaction}"`);
  const gain = exactDifference(exactProduct(quantity, basePrice), baseCost);
  const isLongHeld = addMonths(lot.acquiredOn, longHeldMonths) < on;
  const isLoss = !gain.gt(0);
  const unitGain = gain.div(quantity);
  const lotClass = isLoss ? "loss" : isLongHeld ? "long-held" : "short-held";
  return { lot, quantity, baseCost, unitGain, gainRate: unitGain.div(basePrice), class: lotClass };
}

/** Ties: the older lot first, then by the names of transaction and account. */
export function comparePlanLots(a: PlanLot, b: PlanLot): number {
  const byClass = lotClasses.indexOf(a.class) - lotClasses.indexOf(b.class);
  if (byClass !== 0) return byClass;
  const byGain = a.gainRate.cmp(b.gainRate);
  if (byGain !== 0) return byGain;
  const [first, second] = [a, b].map(({ lot }) => `${lot.acquiredOn} ${lot.transaction} ${lot.account}`);
  return first! < second! ? -1 : Number(first! > second!);
}
