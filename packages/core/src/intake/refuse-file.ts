import { type Issue, issue } from "../outcome/issue.ts";
import { foreignContent } from "./csv/foreign-content.ts";
import type { IntakeInput, IntakeResult } from "./intake-result.ts";

const defaultMaxBytes = 64 * 1024 * 1024;

/** Why a file is not even decoded: too large, or no text by its first bytes; undefined when it may be read. */
export function refusalOf({ bytes, mapping, maxBytes = defaultMaxBytes }: IntakeInput): string | undefined {
  if (mapping !== undefined && mapping.fields.tradeDate === undefined) {
    return "No column is named for the date. Say which column holds the trade date.";
  }
  if (bytes.length > maxBytes) {
    const size = `${megabytes(bytes.length)} MB and the limit is ${megabytes(maxBytes)} MB`;
    return `The file has ${size}. Export a shorter period, or split the file, and import the parts.`;
  }
  const foreign = foreignContent(bytes);
  return foreign === undefined ? undefined : `The file is ${foreign.what}. ${foreign.remedy}`;
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
}

/** The result for a file that cannot be read: nothing but the reason. */
export function unreadable(input: IntakeInput, message: string): IntakeResult {
  return {
    format: undefined,
    formatName: undefined,
    encoding: undefined,
    delimiter: undefined,
    header: [],
    sampleRows: [],
    rowCount: 0,
    ignoredRows: 0,
    structureRows: 0,
    drafts: [],
    issues: [fileIssue(input, message)],
  };
}

/** An issue about the whole file. */
export function fileIssue({ fileName }: IntakeInput, message: string): Issue {
  return issue("unreadable-file", message, { file: fileName });
}
