import type { Decimal } from "../../numbers/decimal.ts";
import type { TransactionKind } from "../../transactions/transaction-kind.ts";
import type { CellReader } from "../reading/cell-reader.ts";
import type { Row } from "../csv/row.ts";
import type { PrintedDate } from "../csv/date-style.ts";
import { type CurrencyUnit, readCurrency } from "../reading/currency-unit.ts";
import type { Findings } from "../reading/findings.ts";
import type { ColumnMapping, MappedField } from "./column-mapping.ts";
import { kindOfWord } from "./kind-words.ts";

/** A row of a mapped file with its cells read; amounts signed as printed and in the currency, no longer in pence. */
export interface MappedRow {
  readonly line: number;
  readonly kind: TransactionKind;
  readonly date: PrintedDate;
  readonly settlementDate: string | undefined;
  readonly unit: CurrencyUnit;
  readonly quantity: Decimal | undefined;
  readonly price: Decimal | undefined;
  readonly gross: Decimal | undefined;
  readonly net: Decimal | undefined;
  readonly fee: Decimal | undefined;
  readonly tax: Decimal | undefined;
  readonly text: (field: MappedField) => string;
}

/** Reads the cells of a row; undefined when one is refused or the kind is not known. */
export function readMappedRow(
  row: Row,
  cells: CellReader<MappedField>,
  mapping: ColumnMapping,
  findings: Findings,
): MappedRow | undefined {
  const date = cells.neededDate(row, "tradeDate");
  const settlementDate = cells.date(row, "settlementDate")?.date;
  const unit = cells.currency(row, "currency") ?? readCurrency(mapping.defaultCurrency ?? "");
  const money = (field: MappedField): Decimal | undefined => {
    const printed = cells.number(row, field);
    return unit?.quotationUnit === undefined ? printed : printed?.dividedBy(unit.perCurrency);
  };
  const amounts = {
    quantity: cells.number(row, "quantity"),
    price: money("unitPrice"),
    gross: money("grossAmount"),
    net: money("netAmount"),
    fee: money("feeAmount")?.abs(),
    tax: money("taxAmount")?.abs(),
  };
  if (findings.isRefused(row.line) || date === undefined) return undefined;
  if (unit === undefined) {
    findings.refuse(
      row.line,
      cells.columnName("currency"),
      "The row names no currency. Choose one for the whole file, or map the column that holds it.",
    );
    return undefined;
  }
  const kind = kindIn(row, cells, mapping, amounts.quantity, findings);
  if (kind === undefined) return undefined;
  const text = (field: MappedField): string => cells.text(row, field);
  return { line: row.line, kind, date, settlementDate, unit, ...amounts, text };
}

/** Without a column for the kind the sign of the quantity tells a purchase from a sale. */
function kindIn(
  row: Row,
  cells: CellReader<MappedField>,
  mapping: ColumnMapping,
  quantity: Decimal | undefined,
  findings: Findings,
): TransactionKind | undefined {
  if (mapping.fields.kind === undefined && quantity !== undefined) return quantity.isNegative() ? "sell" : "buy";
  const word = cells.text(row, "kind");
  const kind = kindOfWord(word, mapping.kinds);
  if (kind === undefined) {
    const message = `"${word}" is no kind of transaction we know. Say which kind it stands for and import again.`;
    findings.report("unknown-action", row.line, message, cells.columnName("kind"));
  }
  return kind;
}
