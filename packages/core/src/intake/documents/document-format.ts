import type { Row } from "../csv/row.ts";
import type { FormatNotes } from "../reading/delimited-file.ts";
import type { Findings } from "../reading/findings.ts";

/** What a document holds: its entries, as rows without cells, and what was learnt of it. */
export interface DocumentReading {
  readonly entries: readonly Row[];
  readonly notes: FormatNotes;
}

/** A format that is text but no table: it is read as a whole. */
export interface DocumentFormat {
  /** Stable identity, such as `ghostfolio-export`. */
  readonly id: string;
  /** The name people know it by. */
  readonly name: string;
  /** By the document's own words; cheap, and true of no other format's text. */
  readonly recognises: (text: string) => boolean;
  /** Books what the entries say; those it leaves unsettled are reported. Undefined: the document is damaged. */
  readonly read: (text: string, findings: Findings) => DocumentReading | undefined;
}
