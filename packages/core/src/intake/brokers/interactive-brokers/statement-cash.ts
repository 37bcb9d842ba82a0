import type { PlainDate } from "../../../calendar/plain-date.ts";
import type { CurrencyCode } from "../../../money/currency.ts";
import type { Decimal } from "../../../numbers/decimal.ts";
import type { TransactionKind } from "../../../transactions/transaction-kind.ts";
import { cellReader } from "../../reading/cell-reader.ts";
import type { Column } from "../../reading/columns.ts";
import type { DraftFields } from "../../reading/draft-fields.ts";
import { type StatementReading, sectionsNamed } from "./statement-reading.ts";
import { type StatementSection, sectionTable } from "./statement-sections.ts";

type CashField = "currency" | "account" | "symbol" | "date" | "description" | "amount";

const cashColumns: readonly Column<CashField>[] = [
  { field: "currency", names: ["currency"], content: "currency", required: true },
  { field: "account", names: ["account"] },
  { field: "symbol", names: ["symbol"] },
  { field: "date", names: ["date", "settle date", "date/time"], content: "date", required: true },
  { field: "description", names: ["description"], required: true },
  { field: "amount", names: ["amount"], content: "number", required: true },
];

/** A row of a cash table of the statement. */
export interface StatementCashRow {
  readonly line: number;
  readonly currency: CurrencyCode;
  readonly account: string | undefined;
  /** Only in the table of charges on trades; "" elsewhere. */
  readonly symbol: string;
  readonly date: PlainDate;
  readonly description: string;
  /** Signed as it moves cash. */
  readonly amount: Decimal;
}

/** The rows of the cash tables with these names; refused ones are left out. */
export function statementCashRows(reading: StatementReading, ...names: readonly string[]): readonly StatementCashRow[] {
  return sectionsNamed(reading, ...names).flatMap((section) => readSection(section, reading));
}

function readSection(section: StatementSection, { findings, account }: StatementReading): readonly StatementCashRow[] {
  const table = sectionTable(section, cashColumns);
  if (table === undefined) return [];
  const cells = cellReader(table, findings, { decimalSign: "point" });
  return table.rows.flatMap((row) => {
    const unit = cells.neededCurrency(row, "currency");
    const date = cells.neededDate(row, "date");
    const amount = cells.neededNumber(row, "amount");
    if (findings.isRefused(row.line) || !unit || !date || !amount) return [];
    const description = cells.text(row, "description").replaceAll(/\s+/g, " ");
    const owner = cells.text(row, "account") || account;
    const symbol = cells.text(row, "symbol");
    return [{ line: row.line, currency: unit.currency, account: owner, symbol, date: date.date, description, amount }];
  });
}

/** What a draft of a cash row has besides its kind and amount. */
export function cashFields(row: StatementCashRow): Omit<DraftFields, "kind"> {
  return {
    rows: [row.line],
    tradeDate: row.date,
    accountReference: row.account,
    currency: row.currency,
    note: row.description,
  };
}

/** Books each row of a table as one kind or the other, by its sign. */
export function bookStatementCash(
  reading: StatementReading,
  names: readonly string[],
  positive: TransactionKind,
  negative: TransactionKind,
): void {
  for (const row of statementCashRows(reading, ...names)) {
    const kind = row.amount.isNegative() ? negative : positive;
    const { inText, byTicker } = reading.instruments;
    const more = { currency: row.currency };
    const instrument = row.symbol === "" ? inText(row.description, more) : byTicker(row.symbol, more);
    reading.findings.book({ ...cashFields(row), kind, instrument, grossAmount: row.amount.abs() });
  }
}
