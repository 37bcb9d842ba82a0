import { accountForRows } from "../account-for-rows.ts";
import type { DecodedText } from "../csv/decode-text.ts";
import type { IntakeInput, IntakeResult } from "../intake-result.ts";
import { findingsIn } from "../reading/findings.ts";
import { unreadable } from "../refuse-file.ts";
import type { DocumentFormat } from "./document-format.ts";

/** Reads a document of a known format; one that is damaged is refused as a whole. */
export function readDocument(
  { id, name, read }: DocumentFormat,
  { text, encoding }: DecodedText,
  input: IntakeInput,
): IntakeResult {
  const findings = findingsIn(input.fileName, input.today);
  const reading = read(text, findings);
  if (reading === undefined) return unreadable(input, `The file looks like ${name} but is damaged. ${again}`);
  const { entries, notes } = reading;
  const account = accountForRows({ rows: entries, headerIndex: -1, delimiter: "," }, notes, input, findings);
  const table = { delimiter: undefined, header: [], sampleRows: [], rowCount: entries.length };
  return { format: id, formatName: name, encoding, ...table, ...account };
}

const again = "Export it again and import the new file.";
