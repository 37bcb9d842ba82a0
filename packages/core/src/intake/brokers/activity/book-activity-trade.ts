import type { Decimal } from "../../../numbers/decimal.ts";
import { amountsAgree, mismatchMessage } from "../../reading/amount-agreement.ts";
import type { DraftFields } from "../../reading/draft-fields.ts";
import { activityFieldsOf, activityInstrument } from "./activity-fields.ts";
import { bookForeignFee } from "./activity-foreign-fee.ts";
import { isPercentOfPar, type TradeAmounts, tradeAmounts } from "./activity-amounts.ts";
import type { ActivityReading } from "./activity-reading.ts";
import type { ActivityRow } from "./activity-row.ts";

/** Books a purchase or sale; a row whose signs contradict its action is refused. */
export function bookActivityTrade(row: ActivityRow, side: "buy" | "sell", { preset, findings }: ActivityReading): void {
  const amounts = tradeAmounts(row, side, preset);
  if (amounts.contradicts) return findings.report("invalid-cell", row.line, contradiction(side), row.columns.quantity);
  if (amounts.gross === undefined && (row.price === undefined || row.quantity === undefined)) {
    return findings.report("invalid-cell", row.line, noAmount, row.columns.net ?? row.columns.price);
  }
  const instrument = activityInstrument(row);
  if (instrument === undefined)
    return findings.report("invalid-cell", row.line, noInstrument, row.columns.symbol ?? row.columns.isin);
  const inPercent = isPercentOfPar(row, amounts.gross);
  findings.book({
    ...activityFieldsOf(row),
    ...priceFields(row, amounts, inPercent),
    kind: side,
    instrument: inPercent ? { ...instrument, assetClass: "bond" } : instrument,
    quantity: amounts.quantity,
    feeAmount: amounts.fee,
    taxAmount: amounts.tax,
    accruedInterest: amounts.accrued,
  });
  bookForeignFee(row, findings);
  reportDisagreement(row, amounts, findings);
}

type Prices = "unitPrice" | "priceCurrency" | "grossAmount" | "instrumentGrossAmount";

function priceFields(row: ActivityRow, amounts: TradeAmounts, inPercent: boolean): Pick<DraftFields, Prices> {
  const unitPrice = inPercent ? row.price?.dividedBy(100) : row.price;
  const product = unitPrice === undefined ? undefined : amounts.quantity?.times(unitPrice);
  const priceCurrency = row.priceUnit?.currency;
  const foreign = priceCurrency !== undefined && row.unit !== undefined && priceCurrency !== row.unit.currency;
  return {
    unitPrice,
    priceCurrency: foreign ? priceCurrency : undefined,
    grossAmount: amounts.gross ?? (foreign ? undefined : product),
    instrumentGrossAmount: foreign ? (row.foreignGross?.abs() ?? product) : undefined,
  };
}

/** Compares what was booked with the totals of the row: its net amount, and a price in another currency by its rate. */
function reportDisagreement(row: ActivityRow, amounts: TradeAmounts, findings: ActivityReading["findings"]): void {
  if (amounts.expectedNet !== undefined) {
    const message =
      `The net amount ${String(row.net)} is not gross less charges (${amounts.expectedNet.toString()}). ` +
      "Gross and charges are taken; compare them with the broker's contract note.";
    return findings.report("amount-mismatch", row.line, message, row.columns.net);
  }
  const currency = row.unit?.currency;
  const foreign = row.priceUnit?.currency !== undefined && row.priceUnit.currency !== currency;
  const { gross, quantity } = amounts;
  if (!foreign || !row.rate?.greaterThan(0) || !gross || !quantity || !row.price || currency === undefined) return;
  const product = row.foreignGross?.abs() ?? quantity.times(row.price).abs();
  const asPrinted = product.times(row.priceUnit?.perCurrency ?? 1);
  const { rate } = row;
  const converted = [product, asPrinted].flatMap((amount) => [amount.times(rate), amount.dividedBy(rate)]);
  if (converted.some((amount) => amountsAgree(gross.abs(), amount, currency))) return;
  const nearest = converted.reduce((a, b) => (distance(a, gross).lessThan(distance(b, gross)) ? a : b));
  findings.report("amount-mismatch", row.line, mismatchMessage(gross, nearest, currency), row.columns.rate);
}

function distance(a: Decimal, b: Decimal): Decimal {
  return a.minus(b.abs()).abs();
}

function contradiction(side: "buy" | "sell"): string {
  const what = side === "buy" ? "purchase" : "sale";
  return `The signs of quantity and amount do not fit a ${what}. Compare the row with the contract note and enter it by hand.`;
}

const noAmount = "The trade has neither an amount nor a price. Fill one in and import again.";
const noInstrument = "The trade names no instrument. Fill in its symbol or ISIN and import again.";
