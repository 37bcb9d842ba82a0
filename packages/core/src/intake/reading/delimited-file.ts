import type { CurrencyCode } from "../../money/currency.ts";
import type { DecimalString } from "../../numbers/decimal.ts";
import type { DateOrder } from "../csv/date-style.ts";
import type { Delimiter } from "../csv/delimiter.ts";
import type { Row } from "../csv/row.ts";

/** Cash that a statement says was there at its end; a check of the import. */
export interface StatementCash {
  readonly currency: CurrencyCode;
  readonly amount: DecimalString;
}

/** A recognised file, ready to be read. */
export interface DelimitedFile {
  readonly rows: readonly Row[];
  /** The position of the header in `rows`. */
  readonly headerIndex: number;
  readonly delimiter: Delimiter;
}

/** How the rows of a file follow one another in time; `unordered` when its tables each begin anew. */
export type RowOrder = "oldest-first" | "newest-first" | "unordered";

/** What a format learns about a file besides its transactions. */
export interface FormatNotes {
  readonly dateOrder: DateOrder;
  readonly rowOrder: RowOrder;
  readonly statementCash?: readonly StatementCash[];
}
