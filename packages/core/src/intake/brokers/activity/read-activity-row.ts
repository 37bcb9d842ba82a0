import { hasIsinShape } from "../../../instrument/isin.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import type { PrintedDate } from "../../csv/date-style.ts";
import { isAbsentNumber } from "../../csv/number-style.ts";
import type { Row } from "../../csv/row.ts";
import type { CellReader } from "../../reading/cell-reader.ts";
import { type CurrencyUnit, readCurrency } from "../../reading/currency-unit.ts";
import type { Findings } from "../../reading/findings.ts";
import type { ActivityField } from "./activity-field.ts";
import type { ActivityPreset } from "./activity-preset.ts";
import type { ActivityRow } from "./activity-row.ts";

type Cells = CellReader<ActivityField>;

/** What the lines above the header told. */
export interface FileFacts {
  readonly account: string;
  readonly currency: string;
  readonly priceCurrency: string;
}

/** Reads the cells of a row; undefined when one is refused. */
export function readActivityRow(
  row: Row,
  cells: Cells,
  preset: ActivityPreset,
  facts: FileFacts,
  findings: Findings,
): ActivityRow | undefined {
  const date = cells.neededDate(row, "date");
  const text = (field: ActivityField): string => textIn(cells.text(row, field));
  const units = unitsIn(row, cells, facts);
  const read: Omit<ActivityRow, "date"> = {
    line: row.line,
    time: timeOf(row, cells, date),
    settlementDate: cells.date(row, "settlementDate")?.date,
    account: text("account") || facts.account,
    action: [text("action"), text("subAction")].filter(Boolean).join("/").toLowerCase(),
    name: text("name"),
    description: text("description"),
    exchange: text("exchange"),
    assetClass: preset.assetClasses?.[text("assetClass").toLowerCase()],
    id: idIn(text),
    ...securityIn(text),
    ...amountsIn(row, cells, preset),
    ...feesIn(row, cells, preset.fees, units.unit),
    ...units,
  };
  return findings.isRefused(row.line) || date === undefined ? undefined : inWholeUnits({ ...read, date: date.date });
}

/** On one line; a dash or `n/a` is as good as blank. */
function textIn(cell: string): string {
  return isAbsentNumber(cell) ? "" : cell.replaceAll(/\s+/g, " ");
}

/** The time of day: beside the date, in a column of its own, or of a time stamp of the same day. */
function timeOf(row: Row, cells: Cells, date: PrintedDate | undefined): string | undefined {
  const stamp = cells.date(row, "timestamp");
  if (stamp !== undefined && stamp.date === date?.date) return stamp.time;
  const printed = /^\d{1,2}:\d{2}(:\d{2})?/.exec(cells.text(row, "time"))?.[0];
  return date?.time ?? printed?.replace(/^(?=\d:)/, "0");
}

function securityIn(text: (field: ActivityField) => string): Pick<ActivityRow, "symbol" | "isin"> {
  const either = text("security");
  const isIsin = hasIsinShape(either.toUpperCase());
  return { symbol: text("symbol") || (isIsin ? "" : either), isin: text("isin") || (isIsin ? either : "") };
}

/** Zeros stand for "no id", and would make one event of many. */
function idIn(text: (field: ActivityField) => string): string {
  const id = text("id") || text("laterId");
  return /^0*$/.test(id) ? "" : id;
}

type Amounts =
  | "quantity"
  | "price"
  | "gross"
  | "net"
  | "foreignGross"
  | "tax"
  | "accrued"
  | "rate"
  | "toAmount";

function amountsIn(row: Row, cells: Cells, preset: ActivityPreset): Pick<ActivityRow, Amounts> {
  const number = (field: ActivityField): Decimal | undefined => cells.number(row, field);
  const debit = number("debit");
  const credit = number("credit");
  const booked = debit === undefined && credit === undefined ? undefined : zero.plus(credit ?? 0).minus(debit?.abs() ?? 0);
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
function feesIn(
  row: Row,
  cells: Cells,
  style: ActivityPreset["fees"],
  unit: CurrencyUnit | undefined,
): Pick<ActivityRow, "fee" | "foreignFee"> {
  const first = costOf([cells.number(row, "fee")], style);
  const others = costOf([cells.number(row, "fee2"), cells.number(row, "fee3"), cells.number(row, "fee4")], style);
  const feeUnit = cells.currency(row, "feeCurrency");
  if (feeUnit === undefined || feeUnit.currency === unit?.currency) return { fee: first.plus(others), foreignFee: undefined };
  return { fee: others, foreignFee: { amount: first.dividedBy(feeUnit.perCurrency), unit: feeUnit } };
}

const zero = /* @__PURE__ */ new Decimal(0);

function costOf(charges: readonly (Decimal | undefined)[], style: ActivityPreset["fees"] = "cost"): Decimal {
  return charges.reduce<Decimal>((sum, charge) => {
    if (charge === undefined || charge.isZero()) return sum;
    return sum.plus(style === "unsigned" ? charge.abs() : style === "cash" ? charge.negated() : charge);
  }, zero);
}

function unitsIn(
  row: Row,
  cells: Cells,
  facts: FileFacts,
): Pick<ActivityRow, "unit" | "priceUnit" | "toUnit"> {
  const inHeader = cells.headerCurrency("net") ?? cells.headerCurrency("gross");
  return {
    unit: cells.currency(row, "currency") ?? inHeader ?? readCurrency(facts.currency),
    priceUnit: cells.currency(row, "priceCurrency") ?? cells.headerCurrency("price") ?? readCurrency(facts.priceCurrency),
    toUnit: cells.currency(row, "toCurrency"),
  };
}

/** Pence and the like become pounds, once: prices by the unit of prices, all else by that of the cash. */
function inWholeUnits(row: ActivityRow): ActivityRow {
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
