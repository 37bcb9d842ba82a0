import { bookIncome, type IncomeRow, type Payment } from "../../reading/withheld-tax.ts";
import { incomeStem } from "./income-stem.ts";
import { cashFields, type StatementCashRow, statementCashRows } from "./statement-cash.ts";
import type { StatementReading } from "./statement-reading.ts";

/**
 * Books dividends and interest with the tax withheld on them.
 *
 * A dividend and its tax share currency, date and the text before `(Ordinary Dividend)` or ` - US TAX`; interest and its
 * tax the text after the currency or the percentage.
 */
export function bookStatementIncome(reading: StatementReading): void {
  const dividends = statementCashRows(reading, "dividends", "payment in lieu of dividends");
  const interest = statementCashRows(reading, "interest", "bond interest paid", "bond interest received");
  const received = interest.filter(({ amount }) => !amount.isNegative());
  const payments = [
    ...dividends.map((row) => dividend(row, reading)),
    ...received.map((row): Payment => ({ ...incomeRow(row, reading), kind: "interest" })),
  ];
  const taxes = statementCashRows(reading, "withholding tax").map((row) => incomeRow(row, reading));
  bookIncome(payments, taxes, reading.findings);
  for (const row of interest) {
    if (!row.amount.isNegative()) continue;
    reading.findings.book({ ...cashFields(row), kind: "interest-charge", grossAmount: row.amount.abs() });
  }
}

function dividend(row: StatementCashRow, reading: StatementReading): Payment {
  const common = incomeRow(row, reading);
  const substitute = /payment in lieu/i.test(row.description);
  const kind = /\(return of capital\)/i.test(row.description) ? "return-of-capital" : "dividend";
  return { ...common, fields: { ...common.fields, substitutePayment: substitute || undefined }, kind };
}

function incomeRow(row: StatementCashRow, reading: StatementReading): IncomeRow {
  const instrument = reading.instruments.inText(row.description, { currency: row.currency });
  const key = `${row.account ?? ""} ${row.currency} ${row.date} ${incomeStem(row.description)}`;
  return { fields: { ...cashFields(row), instrument }, amount: row.amount, key };
}
