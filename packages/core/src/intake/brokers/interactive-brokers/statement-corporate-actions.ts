import type { PlainDate } from "../../../calendar/plain-date.ts";
import type { CurrencyCode } from "../../../money/currency.ts";
import { Decimal } from "../../../numbers/decimal.ts";
import { cellReader } from "../../reading/cell-reader.ts";
import type { Column } from "../../reading/columns.ts";
import { grouped } from "../../reading/grouped.ts";
import { instrumentOf } from "../../reading/instrument-of.ts";
import { readRatio } from "../../reading/ratio.ts";
import { type StatementReading, sectionsNamed } from "./statement-reading.ts";
import { type StatementSection, sectionTable } from "./statement-sections.ts";

type ActionField =
  | "category"
  | "currency"
  | "account"
  | "reportDate"
  | "description"
  | "quantity"
  | "proceeds"
  | "code";

const actionColumns: readonly Column<ActionField>[] = [
  { field: "category", names: ["asset category"] },
  { field: "currency", names: ["currency"], content: "currency", required: true },
  { field: "account", names: ["account"] },
  { field: "reportDate", names: ["report date"], content: "date", required: true },
  { field: "description", names: ["description"], required: true },
  { field: "quantity", names: ["quantity"], content: "number", required: true },
  { field: "proceeds", names: ["proceeds"], content: "number" },
  { field: "code", names: ["code"] },
];

interface ActionRow {
  readonly line: number;
  readonly currency: CurrencyCode;
  readonly account: string | undefined;
  /** The report date: actions happen after the close of the day before. */
  readonly date: PlainDate;
  readonly description: string;
  readonly quantity: Decimal;
  readonly proceeds: Decimal;
  readonly cancels: boolean;
}

/**
 * Books corporate actions out of their texts: splits, spin-offs and mergers for cash.
 *
 * Rows with one text, apart from the security they moved, are one action; when a cancellation takes back all of it,
 * nothing is booked.
 */
export function bookCorporateActions(reading: StatementReading): void {
  const rows = sectionsNamed(reading, "corporate actions").flatMap((section) => readSection(section, reading));
  for (const action of grouped(rows, actionKey).values()) bookAction(action, reading);
}

function readSection(section: StatementSection, { findings, account }: StatementReading): readonly ActionRow[] {
  const table = sectionTable(section, actionColumns);
  if (table === undefined) return [];
  const cells = cellReader(table, findings, { decimalSign: "point" });
  return table.rows.flatMap((row) => {
    const date = cells.neededDate(row, "reportDate");
    const unit = cells.neededCurrency(row, "currency");
    const quantity = cells.neededNumber(row, "quantity");
    const proceeds = cells.number(row, "proceeds") ?? new Decimal(0);
    if (findings.isRefused(row.line) || !date || !unit || !quantity) return [];
    return [
      {
        line: row.line,
        currency: unit.currency,
        account: cells.text(row, "account") || account,
        date: date.date,
        description: cells.text(row, "description").replaceAll(/\s+/g, " "),
        quantity,
        proceeds,
        cancels: cells.text(row, "code").split(";").includes("Ca"),
      },
    ];
  });
}

function actionKey({ account, description }: ActionRow): string {
  return `${account ?? ""} ${description.replace(/\s*\([^()]*\)\s*$/, "")}`;
}

function bookAction(rows: readonly ActionRow[], reading: StatementReading): void {
  const { findings } = reading;
  const first = rows.find(({ cancels }) => !cancels) ?? rows[0];
  if (first === undefined) return;
  const takenBack = rows.some(({ cancels }) => cancels) && sum(rows.map(({ quantity }) => quantity)).isZero();
  if (takenBack) {
    const message = "The corporate action was booked and cancelled, so nothing remains. Nothing to do.";
    for (const { line } of rows) findings.report("ignored-row", line, message);
    return;
  }
  if (bookSplit(first, rows, reading) || bookSpinOff(first, rows, reading) || bookCashMerger(first, rows, reading))
    return;
  const message = "The corporate action could not be read from its text. Enter what it did to your holdings by hand.";
  for (const { line } of rows) findings.report("unknown-action", line, message, "Description");
}

function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));
}

function shared(first: ActionRow, rows: readonly ActionRow[]) {
  return {
    rows: [first, ...rows.filter((row) => row !== first)].map(({ line }) => line),
    tradeDate: lastDate(rows),
    accountReference: first.account,
    note: first.description,
  };
}

/** A restated action takes the date of its last statement. */
function lastDate(rows: readonly ActionRow[]): PlainDate {
  const dates = rows.filter(({ cancels }) => !cancels).map(({ date }) => date);
  return dates.toSorted().at(-1) ?? rows[0]?.date ?? "";
}

function bookSplit(first: ActionRow, rows: readonly ActionRow[], { instruments, findings }: StatementReading): boolean {
  const ratio = readRatio(/\bSplit (\d\S* for \d\S*)/i.exec(first.description)?.[1] ?? "");
  const instrument = instruments.inText(first.description, { currency: first.currency });
  if (ratio === undefined || instrument === undefined) return false;
  findings.book({ ...shared(first, rows), kind: "split", instrument, ratio });
  return true;
}

function bookSpinOff(
  first: ActionRow,
  rows: readonly ActionRow[],
  { instruments, findings }: StatementReading,
): boolean {
  const ratio = readRatio(/\bSpinoff (\d\S* for \d\S*)/i.exec(first.description)?.[1] ?? "");
  const instrument = instruments.inText(first.description, { currency: first.currency });
  const arriving = /\(([^(),]+), ([^()]+), ([A-Z0-9]{9,12})\)\s*$/.exec(first.description);
  if (ratio === undefined || instrument === undefined || arriving === null) return false;
  const [, ticker, name, isin] = arriving;
  const toInstrument = instrumentOf({ ticker: ticker?.trim(), name: name?.trim(), isin, currency: first.currency });
  const quantity = sum(rows.map((row) => row.quantity));
  findings.book({ ...shared(first, rows), kind: "spin-off", instrument, toInstrument, quantity, ratio });
  const message = `${quantity.toString()} ${ticker ?? ""} arrive by a spin-off, and the file does not say which share of the cost moves. Add it.`;
  findings.report("missing-cost", first.line, message);
  return true;
}

/** Shares given for cash alone are sold. */
function bookCashMerger(
  first: ActionRow,
  rows: readonly ActionRow[],
  { instruments, findings }: StatementReading,
): boolean {
  const instrument = instruments.inText(first.description, { currency: first.currency });
  const forCash = /\bMerged\(Acquisition\) FOR [A-Z]{3} [\d.,]+ PER SHARE/i.test(first.description);
  const quantity = sum(rows.map((row) => row.quantity));
  if (!forCash || instrument === undefined || !quantity.isNegative()) return false;
  const grossAmount = sum(rows.map(({ proceeds }) => proceeds));
  findings.book({
    ...shared(first, rows),
    kind: "sell",
    instrument,
    quantity: quantity.abs(),
    currency: first.currency,
    grossAmount,
  });
  return true;
}
