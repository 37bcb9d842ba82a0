import type { PlainDate } from "../../../calendar/plain-date.ts";
import type { CurrencyCode } from "../../../money/currency.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import type { CellReader } from "../../reading/cell-reader.ts";
import type { Row } from "../../csv/row.ts";
import type { Findings } from "../../reading/findings.ts";
import type { QuestradeField } from "./questrade-columns.ts";

/** One row of Questrade's account activities with its cells read; amounts signed as printed, blank ones 0. */
export interface QuestradeRow {
  readonly line: number;
  readonly tradeDate: PlainDate;
  readonly time: string | undefined;
  readonly settlementDate: PlainDate | undefined;
  readonly action: string;
  readonly symbol: string;
  readonly description: string;
  readonly quantity: Decimal;
  readonly price: Decimal;
  readonly gross: Decimal;
  readonly commission: Decimal;
  readonly net: Decimal;
  readonly currency: CurrencyCode;
  readonly account: string;
}

const zero = /* @__PURE__ */ new Decimal(0);

/** Reads the cells of a row; undefined when one is refused. */
export function readQuestradeRow(
  row: Row,
  cells: CellReader<QuestradeField>,
  findings: Findings,
): QuestradeRow | undefined {
  const traded = cells.neededDate(row, "tradeDate");
  const unit = cells.neededCurrency(row, "currency");
  const read: Omit<QuestradeRow, "tradeDate" | "currency"> = {
    line: row.line,
    time: traded?.time,
    settlementDate: cells.date(row, "settlementDate")?.date,
    action: cells.text(row, "action").toUpperCase(),
    symbol: cells.text(row, "symbol"),
    description: cells.text(row, "description").replaceAll(/\s+/g, " "),
    quantity: cells.number(row, "quantity") ?? zero,
    price: cells.number(row, "price") ?? zero,
    gross: cells.number(row, "gross") ?? zero,
    commission: cells.number(row, "commission") ?? zero,
    net: cells.number(row, "net") ?? zero,
    account: cells.text(row, "account"),
  };
  if (findings.isRefused(row.line) || traded === undefined || unit === undefined) return undefined;
  return { ...read, tradeDate: traded.date, currency: unit.currency };
}
