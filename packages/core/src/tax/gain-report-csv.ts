import type { InstrumentId } from "../instrument/instrument.ts";
import { csvText } from "./csv-cell.ts";
import { exactSum } from "../numbers/exact-sum.ts";
import type { GainReport } from "./gain-report.ts";
import type { GainDisposal, GainMatch } from "./tax-gains.ts";

/** The columns of the file, in order; docs/methods/tax.md says what each one holds. */
export const gainReportColumns = [
  "tax_year",
  "row",
  "date",
  "instrument",
  "name",
  "transactions",
  "rule",
  "acquired",
  "held_since",
  "holding_period",
  "quantity",
  "proceeds",
  "cost",
  "gain",
  "denied_loss",
  "recognized_gain",
] as const;

/** What a file shows besides the report. */
export interface GainReportCsvOptions {
  /** Names of instruments; the cell is empty for one that has none. */
  readonly names?: ReadonlyMap<InstrumentId, string>;
}

type Cells = Partial<Record<(typeof gainReportColumns)[number], string>>;

/**
 * A gain report as a CSV file: one row `disposal` with the report's rounding, then a row `match` for each lot or pool
 * with exact figures.
 *
 * RFC 4180: commas, CRLF line ends, quotes where needed. Numbers are plain decimals with a point. Names and ids that a
 * spreadsheet would run as a formula begin with an apostrophe.
 *
 * @see docs/methods/tax.md
 * @example
 * const share = { instrument: "lobster", account: "broker" };
 * const gains = ukSection104([
 *   { ...share, kind: "acquisition", transaction: "a", date: "2024-05-01", quantity: "3", cost: "100" },
 *   { ...share, kind: "disposal", transaction: "b", date: "2026-04-05", quantity: "1", proceeds: "20" },
 * ]);
 * const report = gainReport({ gains: [gains], yearStart: { month: 4, day: 6 }, rounding: "whole-pounds" });
 * gainReportCsv(report).split("\r\n")[1];
 * // => "2025/26,disposal,2026-04-05,lobster,,b,,,,,1,20,33.333333333333333333333333,-14,0,-14"
 */
export function gainReportCsv({ years }: GainReport, { names }: GainReportCsvOptions = {}): string {
  const rows = years.flatMap(({ year, disposals }) =>
    disposals.flatMap((disposal) => {
      const { date, instrument } = disposal;
      const place = { tax_year: year.label, date, instrument, name: names?.get(instrument) ?? "" };
      return [
        { ...place, row: "disposal", ...disposalCells(disposal) },
        ...disposal.matches.map((match) => ({ ...place, row: "match", ...matchCells(match) })),
      ];
    }),
  );
  return [gainReportColumns.join(","), ...rows.map(line), ""].join("\r\n");
}

function line(cells: Cells): string {
  return gainReportColumns
    .map((column) => (isNumber(column) ? (cells[column] ?? "") : csvText(cells[column] ?? "")))
    .join(",");
}

/** Cells that this file writes itself as numbers: their minus sign is no formula. */
function isNumber(column: (typeof gainReportColumns)[number]): boolean {
  return gainReportColumns.indexOf(column) >= gainReportColumns.indexOf("quantity");
}

function disposalCells(disposal: GainDisposal): Cells {
  const { transactions, quantity, recognizedGain } = disposal;
  return {
    transactions: transactions.join(" "),
    quantity: quantity.toFixed(),
    ...moneyCells(disposal),
    recognized_gain: recognizedGain.toFixed(),
  };
}

function matchCells(match: GainMatch): Cells {
  const { rule, transactions, acquired = "", heldSince = "", holdingPeriod = "", quantity, gain, deniedLoss } = match;
  return {
    transactions: transactions.join(" "),
    rule,
    acquired,
    held_since: heldSince,
    holding_period: holdingPeriod,
    quantity: quantity.toFixed(),
    ...moneyCells(match),
    recognized_gain: exactSum([gain, deniedLoss]).toFixed(),
  };
}

function moneyCells({ proceeds, cost, gain, deniedLoss }: GainDisposal | GainMatch): Cells {
  return {
    proceeds: proceeds.toFixed(),
    cost: cost.toFixed(),
    gain: gain.toFixed(),
    denied_loss: deniedLoss.toFixed(),
  };
}
