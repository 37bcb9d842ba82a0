import type { PrintedDate } from "../../csv/date-style.ts";
import type { Row } from "../../csv/row.ts";
import type { Decimal } from "../../../numbers/decimal.ts";
import type { CellReader } from "../../reading/cell-reader.ts";
import type { CurrencyUnit } from "../../reading/currency-unit.ts";
import type { Findings } from "../../reading/findings.ts";
import { chargeFields, type Trading212Field } from "./trading-212-columns.ts";

/** An amount with the currency or quotation unit it is printed in. */
export interface PrintedAmount {
  readonly amount: Decimal;
  readonly unit: CurrencyUnit;
}

/** One row of a Trading 212 history with its cells read. */
export interface Trading212Row {
  readonly line: number;
  readonly action: string;
  readonly date: PrintedDate;
  readonly isin: string;
  readonly ticker: string;
  readonly name: string;
  readonly note: string;
  readonly id: string;
  readonly shares: Decimal | undefined;
  readonly price: PrintedAmount | undefined;
  /** Price currency for one unit of the total's currency. */
  readonly rate: Decimal | undefined;
  readonly total: PrintedAmount | undefined;
  readonly tax: PrintedAmount | undefined;
  readonly charges: readonly PrintedAmount[];
  readonly from: PrintedAmount | undefined;
  readonly to: PrintedAmount | undefined;
}

/** Reads the cells of a row; undefined when one is refused. */
export function readTrading212Row(
  row: Row,
  cells: CellReader<Trading212Field>,
  findings: Findings,
): Trading212Row | undefined {
  const date = cells.neededDate(row, "time");
  const total = amountIn(row, "total", cells.currency(row, "totalCurrency") ?? cells.headerCurrency("total"), cells);
  const read = {
    line: row.line,
    action: cells.text(row, "action").toLowerCase(),
    isin: cells.text(row, "isin"),
    ticker: cells.text(row, "ticker"),
    name: cells.text(row, "name"),
    note: [cells.text(row, "notes"), cells.text(row, "merchant")].filter((text) => text !== "").join(", "),
    id: cells.text(row, "id"),
    shares: cells.number(row, "shares"),
    price: amountIn(row, "price", cells.currency(row, "priceCurrency"), cells),
    rate: cells.number(row, "rate"),
    total,
    tax: amountIn(row, "tax", cells.currency(row, "taxCurrency"), cells),
    charges: chargeFields.map((field) => chargeIn(row, field, total, cells)).filter((charge) => charge !== undefined),
    from: amountIn(row, "fromAmount", cells.currency(row, "fromCurrency"), cells),
    to: amountIn(row, "toAmount", cells.currency(row, "toCurrency"), cells),
  };
  return findings.isRefused(row.line) || date === undefined ? undefined : { ...read, date };
}

function amountIn(
  row: Row,
  field: Trading212Field,
  unit: CurrencyUnit | undefined,
  cells: CellReader<Trading212Field>,
): PrintedAmount | undefined {
  const amount = cells.number(row, field);
  return amount === undefined || unit === undefined ? undefined : { amount, unit };
}

function chargeIn(
  row: Row,
  field: (typeof chargeFields)[number],
  total: PrintedAmount | undefined,
  cells: CellReader<Trading212Field>,
): PrintedAmount | undefined {
  const unit = cells.currency(row, `${field}Currency`) ?? cells.headerCurrency(field) ?? total?.unit;
  const charge = amountIn(row, field, unit, cells);
  return charge === undefined || charge.amount.isZero() ? undefined : { ...charge, amount: charge.amount.abs() };
}

/** An amount in its currency, no longer in pence. */
export function inCurrency({ amount, unit }: PrintedAmount): Decimal {
  return amount.dividedBy(unit.perCurrency);
}
