import type { Row } from "../../csv/row.ts";
import type { Findings } from "../../reading/findings.ts";
import type { BrokerFormat } from "../broker-format.ts";
import type { DelimitedFile, FormatNotes } from "../../reading/delimited-file.ts";
import { instrumentList } from "./instrument-list.ts";
import { bookStatementCash } from "./statement-cash.ts";
import { endingCash } from "./statement-check.ts";
import { bookCorporateActions } from "./statement-corporate-actions.ts";
import { bookStatementIncome } from "./statement-income.ts";
import { sectionName, type StatementSection, statementSections } from "./statement-sections.ts";
import { bookStatementTrades } from "./statement-trades.ts";
import { bookTransfers } from "./statement-transfers.ts";

/**
 * Interactive Brokers, activity statement (CSV).
 *
 * Many tables in one file, each row naming its table; dates as printed (US Eastern); the sign gives the direction.
 */
export const interactiveBrokersActivityStatement: BrokerFormat = {
  id: "interactive-brokers-activity-statement",
  name: "Interactive Brokers: activity statement",
  locate: locateStatement,
  read: readStatement,
};

const bookedSections: ReadonlySet<string> = new Set([
  "trades",
  "dividends",
  "withholding tax",
  "payment in lieu of dividends",
  "deposits & withdrawals",
  "fees",
  "transaction fees",
  "interest",
  "bond interest paid",
  "bond interest received",
  "corporate actions",
  "transfers",
]);

/** Tables that restate, sum up or forecast what other tables book. */
const informative: ReadonlySet<string> = new Set([
  "statement",
  "account information",
  "net asset value",
  "change in nav",
  "mark-to-market performance summary",
  "realized & unrealized performance summary",
  "month & year to date performance summary",
  "cash report",
  "open positions",
  "forex balances",
  "net stock position summary",
  "collateral for customer borrowing",
  "financial instrument information",
  "interest accruals",
  "change in dividend accruals",
  "open dividend accruals",
  "change in position value",
  "trade summary by symbol",
  "trade summary by asset class",
  "borrow fee details",
  "codes",
  "notes/legal notes",
  "location of customer assets, positions and money",
]);

function locateStatement(rows: readonly Row[]): number | undefined {
  const headers = rows.filter(({ cells }) => cells[1]?.trim().toLowerCase() === "header");
  const names = new Set(headers.map(sectionName));
  if (names.has("transaction history")) return undefined;
  const isStatement = names.has("statement") && (names.has("account information") || names.has("cash report"));
  const first = headers.find((row) => bookedSections.has(sectionName(row)));
  if (first === undefined) return isStatement ? rows.findIndex((row) => row === headers[0]) : undefined;
  const hasColumns = first.cells.some((cell) => /^(currency|datadiscriminator|asset category)$/i.test(cell.trim()));
  return hasColumns ? rows.indexOf(first) : undefined;
}

function readStatement({ rows }: DelimitedFile, findings: Findings): FormatNotes {
  const sections = statementSections(rows, findings);
  const reading = { sections, instruments: instrumentList(sections), findings, account: accountOf(sections) };
  bookStatementCash(reading, ["deposits & withdrawals"], "deposit", "withdrawal");
  bookStatementTrades(reading);
  bookTransfers(reading);
  bookStatementIncome(reading);
  bookStatementCash(reading, ["fees", "transaction fees"], "fee-refund", "fee");
  bookCorporateActions(reading);
  for (const section of sections) settleRest(section, findings);
  return { dateOrder: "YMD", rowOrder: "unordered", statementCash: endingCash(sections) };
}

function settleRest({ name, rows }: StatementSection, findings: Findings): void {
  for (const { line } of rows) {
    if (informative.has(name)) findings.structure(line);
  }
}

function accountOf(sections: readonly StatementSection[]): string | undefined {
  const rows = sections.filter(({ name }) => name === "account information").flatMap((section) => section.rows);
  return rows.find(({ cells }) => /^account$/i.test(cells[2]?.trim() ?? ""))?.cells[3]?.trim();
}
