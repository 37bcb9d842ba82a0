import { minorUnitDigits } from "../../../money/currency.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import { amountsAgree } from "../../reading/amount-agreement.ts";
import type { ActivityPreset } from "./activity-preset.ts";
import type { ActivityRow } from "./activity-row.ts";

/** The amounts of a trade, positive as a draft has them; all negative in a correction. */
export interface TradeAmounts {
  readonly quantity: Decimal | undefined;
  readonly gross: Decimal | undefined;
  readonly fee: Decimal;
  readonly tax: Decimal;
  readonly accrued: Decimal | undefined;
  /** The signs contradict the action, or one another. */
  readonly contradicts: boolean;
  /** The net amount that the other amounts give, when the row states another one. */
  readonly expectedNet: Decimal | undefined;
}

type Side = "buy" | "sell";
type Signs = Pick<ActivityPreset, "signedAmounts" | "signedQuantities" | "impliedFee" | "fees" | "taxes">;

/**
 * What a trade row says, made positive.
 *
 * The action gives the direction and the signs check it: when quantity and amount are both the other way round the row
 * takes back an earlier one, when only one of them is it contradicts itself.
 */
export function tradeAmounts(row: ActivityRow, side: Side, preset: Signs): TradeAmounts {
  const direction = side === "buy" ? -1 : 1;
  const gross = grossOf(row, direction, preset);
  const { takesBack, contradicts } = signsOf(row, gross, side, preset);
  const signed = (amount: Decimal | undefined): Decimal | undefined =>
    takesBack ? amount?.abs().negated() : amount?.abs();
  const fee = preset.impliedFee === true ? impliedFee(row, gross, side) : charge(row.fee, takesBack, preset.fees);
  return {
    quantity: signed(row.quantity),
    gross: signed(preset.impliedFee === true ? gross?.abs().plus(fee.times(direction)) : gross),
    fee,
    tax: charge(row.tax, takesBack, preset.taxes),
    accrued: signed(row.accrued),
    contradicts,
    expectedNet: expectedNet(row, gross, direction, preset),
  };
}

/** Signed as it moves cash: negative for a purchase. */
function grossOf(row: ActivityRow, direction: 1 | -1, { signedAmounts }: Signs): Decimal | undefined {
  const { gross, net } = row;
  const asCash = (amount: Decimal): Decimal => (signedAmounts ? amount : amount.abs().times(direction));
  if (gross !== undefined) return asCash(gross);
  if (net === undefined) return undefined;
  const accrued = (row.accrued ?? zero).times(direction);
  return asCash(net).plus(row.fee).plus(row.tax).minus(accrued);
}

const zero = /* @__PURE__ */ new Decimal(0);

/** What amount and quantity say about the action: both the other way round, or one of them only. */
function signsOf(
  row: ActivityRow,
  gross: Decimal | undefined,
  side: Side,
  { signedAmounts, signedQuantities }: Signs,
): Pick<TradeAmounts, "contradicts"> & { readonly takesBack: boolean } {
  const amount = signedAmounts ? sideOf(gross?.negated()) : undefined;
  const units = signedQuantities === true || row.quantity?.isNegative() === true ? sideOf(row.quantity) : undefined;
  const against = [amount, units].filter((says) => says !== undefined && says !== side).length;
  return { takesBack: against === 2, contradicts: against === 1 };
}

/** Units that come are a purchase, units that go a sale; 0 says nothing. */
function sideOf(units: Decimal | undefined): Side | undefined {
  if (units === undefined || units.isZero()) return undefined;
  return units.isNegative() ? "sell" : "buy";
}

function charge(amount: Decimal, takesBack: boolean, style: Signs["fees"]): Decimal {
  return takesBack && style === "unsigned" ? amount.abs().negated() : amount;
}

/** What the amount exceeds quantity times price by, in minor units; more than a tenth is no fee but another mistake. */
function impliedFee(row: ActivityRow, gross: Decimal | undefined, side: Side): Decimal {
  if (gross === undefined || row.quantity === undefined || row.price === undefined) return row.fee;
  const digits = minorUnitDigits(row.unit?.currency ?? "USD");
  const product = row.quantity.abs().times(row.price).toDecimalPlaces(digits);
  const fee = side === "buy" ? gross.abs().minus(product) : product.minus(gross.abs());
  return fee.greaterThan(0) && fee.lessThanOrEqualTo(product.times("0.1")) ? fee : zero;
}

/** Only where gross and net are both stated and differ by more than the charges: what the net amount should be. */
function expectedNet(
  row: ActivityRow,
  gross: Decimal | undefined,
  direction: 1 | -1,
  { signedAmounts }: Signs,
): Decimal | undefined {
  if (row.net === undefined || row.gross === undefined || gross === undefined) return undefined;
  const expected = gross
    .minus(row.fee)
    .minus(row.tax)
    .plus((row.accrued ?? zero).times(direction));
  const printed = signedAmounts ? row.net : row.net.abs().times(direction);
  const tolerance = new Decimal(10).pow(-minorUnitDigits(row.unit?.currency ?? "USD"));
  return expected.minus(printed).abs().greaterThan(tolerance) ? expected : undefined;
}

/** Currencies whose shares are quoted in hundredths: there a price a hundred times too high may be pence, too. */
const quotedInHundredths: ReadonlySet<string> = new Set(["GBP", "ILS", "ZAR"]);

/** Whether a price is in percent of par: only a hundredth of it makes the amount, and it cannot be pence. */
export function isPercentOfPar({ quantity, price, unit, accrued }: ActivityRow, gross: Decimal | undefined): boolean {
  if (!gross || !quantity || !price || unit === undefined || gross.isZero()) return false;
  if (quotedInHundredths.has(unit.currency) && !accrued?.greaterThan(0)) return false;
  const product = quantity.times(price).abs();
  const agrees = (amount: Decimal): boolean => amountsAgree(gross.abs(), amount, unit.currency);
  return !agrees(product) && agrees(product.dividedBy(100));
}
