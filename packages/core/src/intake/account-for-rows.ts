import type { DelimitedFile, FormatNotes } from "./reading/delimited-file.ts";
import type { Findings } from "./reading/findings.ts";
import type { IntakeInput, IntakeResult } from "./intake-result.ts";
import { fileIssue } from "./refuse-file.ts";
import { inTimeOrder } from "./time-order.ts";

/** The part of a result that follows from what was found in the rows. */
export type RowAccount = Pick<
  IntakeResult,
  "ignoredRows" | "structureRows" | "dateStyle" | "drafts" | "issues" | "statementCash"
>;

/**
 * Closes the account of a file's rows: a row that nobody settled is reported, so that none is dropped in silence, and
 * drafts and issues are put in order.
 */
export function accountForRows(
  { rows, headerIndex }: DelimitedFile,
  { dateOrder, rowOrder, statementCash }: FormatNotes,
  input: IntakeInput,
  findings: Findings,
): RowAccount {
  for (const { line } of rows) if (!findings.isSettled(line)) findings.report("unknown-action", line, notUnderstood);
  const headerOnly = rows.length <= headerIndex + 1;
  const issues = headerOnly ? [...findings.issues, fileIssue(input, noRows)] : findings.issues;
  const ignored = findings.issues.filter(({ code }) => code === "ignored-row").map(({ source }) => source.row);
  const spoken = new Set([
    ...findings.drafts.flatMap((draft) => draft.rows),
    ...findings.issues.flatMap(({ source }) => source.row ?? []),
  ]);
  return {
    ignoredRows: new Set(ignored).size,
    structureRows: rows.filter(({ line }) => findings.isStructure(line) && !spoken.has(line)).length,
    dateStyle: dateOrder,
    drafts: inTimeOrder(findings.drafts, rowOrder),
    issues: issues.toSorted((a, b) => (a.source.row ?? 0) - (b.source.row ?? 0)),
    ...(statementCash === undefined ? {} : { statementCash }),
  };
}

const notUnderstood = "The row was not understood. Enter it by hand if it moves cash or holdings.";
const noRows = "The file has a header but no rows. Export a period that holds transactions.";
