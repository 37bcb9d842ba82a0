import { cutLastRow } from "./csv/cut-last-row.ts";
import type { Row } from "./csv/row.ts";
import type { TokenizedText } from "./csv/tokenize.ts";
import type { Findings } from "./reading/findings.ts";

/** Reports rows whose quotation marks do not match and a last row that breaks off; gives back the whole rows. */
export function reportDamage({ rows, faults }: TokenizedText, text: string, findings: Findings): readonly Row[] {
  for (const { line, lastLine, unclosed } of faults) {
    findings.report("unreadable-file", line, unclosed ? unclosedMessage : mismatchedMessage(lastLine));
  }
  const cut = faults.some(({ unclosed }) => unclosed) ? undefined : cutLastRow(rows, text);
  if (cut === undefined) return rows;
  findings.report("unreadable-file", cut.line, cutMessage);
  return rows.slice(0, -1);
}

const cutMessage =
  "The file ends in the middle of this row, so the row was left out and later ones may be missing. Export the file again.";

const unclosedMessage =
  "A quotation mark in this row never closes, so the row and all that follows could not be read. Export the file again.";

function mismatchedMessage(lastLine: number): string {
  return `Quotation marks in this row do not match, so it could not be read up to line ${lastLine}. Correct them and import again.`;
}
