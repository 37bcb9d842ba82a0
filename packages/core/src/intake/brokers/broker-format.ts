import type { Row } from "../csv/row.ts";
import type { DelimitedFile, FormatNotes } from "../reading/delimited-file.ts";
import type { Findings } from "../reading/findings.ts";

/** One export format of one broker. */
export interface BrokerFormat {
  /** Stable identity, such as `trading-212`. */
  readonly id: string;
  /** The name people know it by. */
  readonly name: string;
  /** The position of its header among the rows, by the header's own words; undefined when it is another format. */
  readonly locate: (rows: readonly Row[]) => number | undefined;
  /** Books what the rows say; rows it leaves unsettled are reported as not understood. */
  readonly read: (file: DelimitedFile, findings: Findings) => FormatNotes;
}
