import type { CellContent } from "../../reading/columns.ts";

type TextField =
  | "time"
  | "account"
  | "status"
  /** What happened; joined to `subAction` by a slash. */
  | "action"
  | "subAction"
  | "symbol"
  | "isin"
  /** An ISIN, or a ticker where the cell has not the shape of one. */
  | "security"
  | "name"
  | "description"
  | "assetClass"
  | "exchange"
  /** The broker's own id of the event. */
  | "id"
  /** The id where the broker's rows are longer than its header. */
  | "laterId";

type NumberField =
  | "quantity"
  | "price"
  /** The amount before fee, tax and accrued interest. */
  | "gross"
  /** The cash that moves, after all of them. */
  | "net"
  | "debit"
  | "credit"
  /** The gross amount in the currency of the price. */
  | "foreignGross"
  | "fee"
  | "fee2"
  | "fee3"
  | "fee4"
  | "tax"
  | "tax2"
  | "accrued"
  | "rate"
  | "toAmount";

/** The time stamp gives the time of day when it is of the same day as the date. */
type DateField = "date" | "timestamp" | "settlementDate";

type CurrencyField = "currency" | "priceCurrency" | "feeCurrency" | "toCurrency";

/** What a column of an activity file may hold. */
export type ActivityField = TextField | NumberField | DateField | CurrencyField;

const dates: ReadonlySet<string> = new Set<DateField>(["date", "timestamp", "settlementDate"]);
const currencies: ReadonlySet<string> = new Set<CurrencyField>([
  "currency",
  "priceCurrency",
  "feeCurrency",
  "toCurrency",
]);
const numbers: ReadonlySet<string> = new Set<NumberField>([
  "quantity",
  "price",
  "gross",
  "net",
  "debit",
  "credit",
  "foreignGross",
  "fee",
  "fee2",
  "fee3",
  "fee4",
  "tax",
  "tax2",
  "accrued",
  "rate",
  "toAmount",
]);

/** What the cells of a field's column hold. */
export function contentOf(field: ActivityField): CellContent {
  if (dates.has(field)) return "date";
  if (currencies.has(field)) return "currency";
  return numbers.has(field) ? "number" : "text";
}
