import type { CurrencyCode } from "../money/currency.ts";
import { parseFixedPoint } from "../numbers/fixed-point.ts";
import { negatedOf, productOf, shareOf, sumOf } from "./derive.ts";
import { exactOf, headOf, textOf } from "./trail-node.ts";
import { type Explanation, partsOf } from "./explanation.ts";
import { explainRate, explainRateOfRow, recordedRate } from "./explain-rate.ts";
import { columnField, statedField } from "./leaf.ts";
import type { Trail } from "./trail.ts";

/** How an amount is taken: what comes in with its charges, what goes out less them, or the gross alone. */
export type AmountSide = "with-charges" | "less-charges" | "gross";

/** The currency a row is booked in: its own, else that of its instrument. */
export function bookedCurrency({ ledger }: Explanation, row: number): CurrencyCode {
  const { columns, currencyOf, baseCurrency } = ledger;
  return columns.currencies[columns.currency[row]!] ?? currencyOf[columns.instrument[row]!] ?? baseCurrency;
}

/** The gross amount as stated, else quantity x unit price; undefined when the transaction states neither. */
export function explainGross(x: Explanation, row: number): Trail | undefined {
  const currency = bookedCurrency(x, row);
  const stated = columnField(x, row, "grossAmount", currency);
  if (stated !== undefined) return stated;
  const [quantity, price] = [columnField(x, row, "quantity"), columnField(x, row, "unitPrice", currency)];
  return quantity && price && productOf(headOf("gross", partsOf(x, row), currency), [quantity, price]);
}

/** Gross with or less the charges that the options count, in the currency of the row. */
export function explainBooked(x: Explanation, row: number, side: AmountSide): Trail {
  const currency = bookedCurrency(x, row);
  const { feesInCost, taxesInCost } = x.ledger.options;
  const gross = explainGross(x, row);
  const charges = side === "gross" ? [] : explainCharges(x, row, side === "less-charges", feesInCost, taxesInCost);
  const inputs = gross === undefined ? charges : [gross, ...charges];
  return inputs.length === 1 ? inputs[0]! : sumOf(headOf("amount", partsOf(x, row), currency), inputs);
}

/** Fee and tax as stated, as far as they are wanted; with their sign turned when they are deducted. */
export function explainCharges(
  x: Explanation,
  row: number,
  isDeducted: boolean,
  withFee: boolean,
  withTax: boolean,
): Trail[] {
  const currency = bookedCurrency(x, row);
  const fields = [...(withFee ? (["feeAmount"] as const) : []), ...(withTax ? (["taxAmount"] as const) : [])];
  return fields.flatMap((field) => {
    const charge = columnField(x, row, field, currency);
    if (charge === undefined || charge.value === "0") return [];
    return [isDeducted ? negatedOf(headOf("deducted", {}, currency), charge) : charge];
  });
}

/** What a trade costs or brings in the currency of its instrument, as the ledger books it; without a value without a rate. */
export function explainNativeAmount(x: Explanation, row: number, side: AmountSide): Trail {
  const { columns, currencyOf, instruments, baseCurrency } = x.ledger;
  const position = columns.instrument[row]!;
  const currency = currencyOf[position]!;
  const booked = explainBooked(x, row, side);
  const own = bookedCurrency(x, row);
  if (own === currency) return booked;
  const { scales } = instruments[position]!;
  const head = headOf("amount-in-instrument-currency", { currency }, currency);
  const stated = columns.details.get(row)?.instrumentGrossAmount;
  const gross = explainGross(x, row);
  if (stated !== undefined && gross !== undefined && gross.value !== "0") {
    const leaf = statedField(x, row, "instrumentGrossAmount", stated, "instrument-gross-stated", "money", currency);
    return booked.value === gross.value ? leaf : shareOf(head, [booked, leaf, gross], scales.booked);
  }
  const recorded = currency === baseCurrency ? recordedRate(x, row, own) : undefined;
  const rate = recorded ?? explainRate(x, own, currency, columns.day[row]!);
  return rate === undefined ? booked : productOf(head, [booked, rate], scales.booked);
}

/** The same in the base currency: the booked amount at the broker's rate, else at that of its day. */
export function explainBaseAmount(x: Explanation, row: number, side: AmountSide): Trail {
  const { columns, currencyOf, baseCurrency } = x.ledger;
  if (currencyOf[columns.instrument[row]!] === baseCurrency) return explainNativeAmount(x, row, side);
  const booked = explainBooked(x, row, side);
  const rate = explainRateOfRow(x, row, bookedCurrency(x, row));
  const head = headOf("amount-in-base", { base: baseCurrency }, baseCurrency);
  return rate === undefined ? booked : productOf(head, [booked, rate]);
}

/** Whether a text of an amount is below 0. */
export function isBelowZero(value: string | undefined): boolean {
  return value !== undefined && exactOf(textOf(parseFixedPoint(value))).digits < 0n;
}
