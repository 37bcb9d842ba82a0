import { Decimal } from "../../../numbers/decimal.ts";
import type { Row } from "../../csv/row.ts";
import type { CellReader } from "../../reading/cell-reader.ts";
import { type CurrencyUnit, readCurrency } from "../../reading/currency-unit.ts";
import type { ActivityField } from "./activity-field.ts";
import type { ActivityPreset } from "./activity-preset.ts";
import type { ActivityRow } from "./activity-row.ts";
import type { FileFacts } from "./file-facts.ts";

type Cells = CellReader<ActivityField>;

type Amounts = "quantity" | "price" | "gross" | "net" | "foreignGross" | "tax" | "accrued" | "rate" | "toAmount";

/** The amounts of a row, signed as printed. */
export function amountsIn(row: Row, cells: Cells, preset: ActivityPreset): Pick<ActivityRow, Amounts> {
  const number = (field: ActivityField): Decimal | undefined => cells.number(row, field);
  const debit = number("debit");
  const credit = number("credit");
  const booked =
    debit === undefined && credit === undefined ? undefined : zero.plus(credit ?? 0).minus(debit?.abs() ?? 0);
  return {
    quantity: number("quantity"),
    price: number("price"),
    gross: number("gross"),
    net: number("net") ?? booked,
    foreignGross: number("foreignGross"),
    tax: costOf([number("tax"), number("tax2")], preset.taxes),
    accrued: number("accrued")?.abs(),
    rate: number("rate"),
    toAmount: number("toAmount"),
  };
}

/** A fee column may have a currency of its own; that of the other columns is the one of the cash. */
export function feesIn(
  row: Row,
  cells: Cells,
  style: ActivityPreset["fees"],
  unit: CurrencyUnit | undefined,
): Pick<ActivityRow, "fee" | "foreignFee"> {
  const first = costOf([cells.number(row, "fee")], style);
  const others = costOf([cells.number(row, "fee2"), cells.number(row, "fee3"), cells.number(row, "fee4")], style);
  const feeUnit = cells.currency(row, "feeCurrency");
  if (feeUnit === undefined || feeUnit.currency === unit?.currency)
    return { fee: first.plus(others), foreignFee: undefined };
  return { fee: others, foreignFee: { amount: first.dividedBy(feeUnit.perCurrency), unit: feeUnit } };
}

const zero = /* @__PURE__ */ new Decimal(0);

function costOf(charges: readonly (Decimal | undefined)[], style: ActivityPreset["fees"] = "cost"): Decimal {
  return charges.reduce<Decimal>((sum, charge) => {
    if (charge === undefined || charge.isZero()) return sum;
    return sum.plus(style === "unsigned" ? charge.abs() : style === "cash" ? charge.negated() : charge);
  }, zero);
}

/** The currencies of a row: from its cells, its header, or what is known of the file. */
export function unitsIn(
  row: Row,
  cells: Cells,
  preset: ActivityPreset,
  facts: FileFacts,
): Pick<ActivityRow, "unit" | "priceUnit" | "toUnit"> {
  const amount = cells.text(row, "gross") || cells.text(row, "net");
  const inCell = preset.currencyInAmounts === true ? currencyBeside(amount) : undefined;
  const inHeader = cells.headerCurrency("net") ?? cells.headerCurrency("gross");
  return {
    unit: cells.currency(row, "currency") ?? inCell ?? inHeader ?? readCurrency(facts.currency),
    priceUnit:
      cells.currency(row, "priceCurrency") ?? cells.headerCurrency("price") ?? readCurrency(facts.priceCurrency),
    toUnit: cells.currency(row, "toCurrency"),
  };
}

const signs: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", $: "USD" };

/** The currency that stands beside a number, as its code or a sign that means one. */
function currencyBeside(cell: string): CurrencyUnit | undefined {
  const code = /^-?([A-Z]{3})\b|\b([A-Z]{3})$/.exec(cell);
  const sign = /^-?([€£$])/.exec(cell)?.[1];
  return readCurrency(code?.[1] ?? code?.[2] ?? signs[sign ?? ""] ?? "");
}

/** Pence and the like become pounds, once: prices by the unit of prices, all else by that of the cash. */
export function inWholeUnits(row: ActivityRow): ActivityRow {
  const perCash = row.unit?.perCurrency ?? one;
  const perPrice = row.priceUnit?.perCurrency ?? perCash;
  if (perCash.equals(1) && perPrice.equals(1)) return row;
  return {
    ...row,
    price: row.price?.dividedBy(perPrice),
    foreignGross: row.foreignGross?.dividedBy(perPrice),
    gross: row.gross?.dividedBy(perCash),
    net: row.net?.dividedBy(perCash),
    fee: row.fee.dividedBy(perCash),
    tax: row.tax.dividedBy(perCash),
    accrued: row.accrued?.dividedBy(perCash),
  };
}

const one = /* @__PURE__ */ new Decimal(1);
