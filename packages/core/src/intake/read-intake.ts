import { isPlainDate } from "../calendar/plain-date.ts";
import { PortfolioError } from "../outcome/portfolio-error.ts";
import { accountForRows } from "./account-for-rows.ts";
import type { DelimitedFile } from "./reading/delimited-file.ts";
import { decodeText } from "./csv/decode-text.ts";
import { detectDelimiter } from "./csv/delimiter.ts";
import { foreignText } from "./csv/foreign-content.ts";
import { tokenize } from "./csv/tokenize.ts";
import { detectFormat } from "./detect-format.ts";
import { documentFormats } from "./documents/document-formats.ts";
import { readDocument } from "./documents/read-document.ts";
import { type Findings, findingsIn } from "./reading/findings.ts";
import type { IntakeInput, IntakeResult } from "./intake-result.ts";
import { probableHeader } from "./mapped-csv/probable-header.ts";
import { readMappedCsv } from "./mapped-csv/read-mapped-csv.ts";
import { fileIssue, refusalOf, unreadable } from "./refuse-file.ts";
import { reportDamage } from "./report-damage.ts";

const sampleSize = 10;

/**
 * Reads a broker's file, or any delimited text with a mapping, into transaction drafts.
 *
 * Every row that is not blank ends in a draft, in an issue, or as structure; nothing is dropped in silence. A file that
 * cannot be read gives no drafts and an issue `unreadable-file`; one that is readable but of no known format gives its
 * header and first rows, `format` undefined, so that its columns can be mapped.
 *
 * Shape: any number of rows in any order of dates. Cost: O(bytes).
 *
 * @throws {PortfolioError} `invalid-date`: `today` is no date
 * @example
 * const file = "Date,Action,Ticker,Shares,Price\n2026-01-05,Buy,EXB,10,50.00\n";
 * const { drafts, issues } = await readIntake({
 *   bytes: new TextEncoder().encode(file),
 *   fileName: "history.csv",
 *   today: "2026-11-21",
 *   mapping: { fields: { tradeDate: 0, kind: 1, ticker: 2, quantity: 3, unitPrice: 4 }, defaultCurrency: "EUR" },
 * });
 * drafts.map(({ kind, tradeDate, quantity, unitPrice }) => [kind, tradeDate, quantity, unitPrice]);
 * // => [["buy", "2026-01-05", "10", "50"]]
 * issues; // => []
 */
export async function readIntake(input: IntakeInput): Promise<IntakeResult> {
  if (!isPlainDate(input.today)) {
    throw new PortfolioError("invalid-date", `"${input.today}" is not a date. Pass today as year-month-day.`, {
      value: input.today,
    });
  }
  const refusal = refusalOf(input);
  if (refusal !== undefined) return unreadable(input, refusal);
  const { text, encoding } = decodeText(input.bytes);
  const document = input.mapping === undefined ? documentFormats.find((known) => known.recognises(text)) : undefined;
  if (document !== undefined) return readDocument(document, { text, encoding }, input);
  const foreign = foreignText(text);
  if (foreign !== undefined) return unreadable(input, `The file is ${foreign.what}. ${foreign.remedy}`);
  const delimiter = detectDelimiter(text);
  const tokens = await tokenize(text, delimiter);
  const rowCount = tokens.rows.length + tokens.faults.length;
  if (rowCount === 0) {
    return unreadable(input, "The file is empty. Export it again and check that the period holds transactions.");
  }
  const findings = findingsIn(input.fileName, input.today);
  const rows = reportDamage(tokens, text, findings);
  return { encoding, delimiter, rowCount, ...interpret({ rows, delimiter }, input, findings) };
}

function interpret(
  { rows, delimiter }: Pick<DelimitedFile, "rows" | "delimiter">,
  input: IntakeInput,
  findings: Findings,
): Omit<IntakeResult, "encoding" | "delimiter" | "rowCount"> {
  const detected = input.mapping === undefined ? detectFormat(rows) : undefined;
  const headerIndex = detected?.headerIndex ?? probableHeader(rows, input.mapping);
  const file = { rows, headerIndex, delimiter };
  const header = rows[headerIndex]?.cells ?? [];
  const sampleRows = rows.slice(headerIndex + 1, headerIndex + 1 + sampleSize);
  if (input.mapping !== undefined) {
    const account = accountForRows(file, readMappedCsv(file, input.mapping, findings), input, findings);
    return { format: "mapped-csv", formatName: "CSV with mapped columns", header, sampleRows, ...account };
  }
  if (detected !== undefined) {
    const { id, name, read } = detected.format;
    const account = accountForRows(file, read(file, findings), input, findings);
    return { format: id, formatName: name, header, sampleRows, ...account };
  }
  const issues = [fileIssue(input, unrecognised), ...findings.issues];
  const nothing = { ignoredRows: 0, structureRows: 0, drafts: [], issues };
  return { format: undefined, formatName: undefined, header, sampleRows, ...nothing };
}

const unrecognised = "The header is of no format we know. Say which column holds what, or export another kind of file.";
