import type { PlainDate } from "../calendar/plain-date.ts";
import type { Issue } from "../outcome/issue.ts";
import type { TransactionDraft } from "../transactions/transaction-draft.ts";
import type { StatementCash } from "./reading/delimited-file.ts";
import type { DateOrder } from "./csv/date-style.ts";
import type { TextEncoding } from "./csv/decode-text.ts";
import type { Delimiter } from "./csv/delimiter.ts";
import type { Row } from "./csv/row.ts";
import type { ColumnMapping } from "./mapped-csv/column-mapping.ts";

/** A file to read, and how to read it. */
export interface IntakeInput {
  readonly bytes: Uint8Array;
  /** Names the file in issues; the format is never told by it. */
  readonly fileName: string;
  /** The day against which dates in the future are measured. */
  readonly today: PlainDate;
  /** Reads the file by these columns instead of recognising a broker's format. */
  readonly mapping?: ColumnMapping;
  /** A larger file is refused unread; 64 MiB when absent. */
  readonly maxBytes?: number;
}

/** What a file holds. Plain data: may be cloned and sent to another thread. */
export interface IntakeResult {
  /** Identity of the format; undefined when it was not recognised, and the columns have to be mapped by hand. */
  readonly format: string | undefined;
  /** The format's name for people; undefined with `format`. */
  readonly formatName: string | undefined;
  /** Undefined when the file was not read as text. */
  readonly encoding: TextEncoding | undefined;
  readonly delimiter: Delimiter | undefined;
  /** The header's cells as printed; of a file with several tables the first one's. */
  readonly header: readonly string[];
  /** The first rows below the header. */
  readonly sampleRows: readonly Row[];
  /** Rows of the file that are not blank, headers and totals included. */
  readonly rowCount: number;
  /** Rows left out on purpose, each with the notice `ignored-row`. */
  readonly ignoredRows: number;
  /** Rows that never were transactions: headers, totals, footers, details of a row that was read. */
  readonly structureRows: number;
  /** How dates written with numbers were read; undefined when nothing was read. */
  readonly dateStyle?: DateOrder;
  /** By trade date, then in the file's own order in time. */
  readonly drafts: readonly TransactionDraft[];
  /** By line; those of the whole file first. */
  readonly issues: readonly Issue[];
  /** Cash the statement ends with, by currency; a check of the import. */
  readonly statementCash?: readonly StatementCash[];
}
